/** Programs of each language that send a write, with the cursor on its call. */

export const address = 'https://api.shop.example/v1/orders';
export const script = (call: string, head = ''): string =>
  `${head}const API = '${address}';\n\nasync function order(item) {\n  const r = await $$CURSOR$$${call};\n  return r;\n}\n`;
export const python = (client: string, call: string): string =>
  `import ${client}\n\nAPI = "${address}"\n\n\ndef order(item):\n    r = $$CURSOR$$${call}\n    return r\n`;
export const go = (head: string, body: string): string =>
  `package main\n\nimport (\n\t"net/http"\n${head})\n\nconst api = "${address}"\n\nfunc order() error {\n${body}}\n`;
export const request =
  '\treq, err := http.NewRequest("POST", api, nil)\n\tres, err := $$CURSOR$$http.DefaultClient.Do(req)\n';
export const java = (imported: string, body: string): string =>
  `import ${imported};\n\nclass Shop {\n  static final String API = "${address}";\n\n  void order() throws Exception {\n${body}  }\n}\n`;
export const csharp = (call: string): string =>
  `using System.Net.Http;\n\nclass Shop\n{\n    const string Api = "${address}";\n\n    async Task Order(HttpClient client, HttpContent item)\n    {\n        var r = await $$CURSOR$$${call};\n    }\n}\n`;
export const rust = (call: string): string =>
  `use reqwest::Client;\n\nconst API: &str = "${address}";\n\nasync fn order(client: &Client) -> reqwest::Result<()> {\n    let r = $$CURSOR$$${call}?;\n    Ok(())\n}\n`;
export const ruby = (body: string): string =>
  `require 'net/http'\n\nAPI = URI('${address}')\n\ndef order(item)\n${body}end\n`;
export const php = (body: string): string =>
  `<?php\n\nuse GuzzleHttp\\Client;\n\nfunction order(Client $client)\n{\n${body}}\n`;
export const kotlin = (imported: string, body: string): string =>
  `import ${imported}\n\nconst val api = "${address}"\n\nfun order(client: ${imported.replace(/^.*\./, '')}): Any {\n${body}}\n`;
export const laravel = (body: string): string =>
  `<?php\n\nuse Illuminate\\Support\\Facades\\Http;\n\nconst API = '${address}';\n\nfunction order(string $item)\n{\n${body}}\n`;
export const shell = (call: string): string =>
  `#!/bin/sh\n\nAPI=\${SHOP:-${address}}\n\norder() {\n\t$$CURSOR$$${call}\n}\n`;
