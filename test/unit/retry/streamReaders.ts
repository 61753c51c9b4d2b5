/** Programs of further clients that read a stream. */

export const rust = (use: string, body: string, { result = 'Box<dyn Error>', isAsync = false } = {}): string =>
  `use ${use};\n\n${isAsync ? 'async ' : ''}fn follow(client: &Client, agent: &Agent, url: &str) -> Result<(), ${result}> {\n${body}\n    Ok(())\n}\n`;
export const blocking = 'reqwest::blocking::Client';
export const lines = (source: string): string =>
  `    for line in BufReader::new(${source}).lines() {\n        keep(line?);\n    }`;
export const chunks = '    while let Some(chunk) = response.chunk().await? {\n        keep(&chunk);\n    }';

export const php = (body: string): string => `<?php

use GuzzleHttp\\Client;
use Illuminate\\Support\\Facades\\Http;

function follow(Client $client, string $url): void
{
${body}
}
`;
export const read = '    while (!$r->getBody()->eof()) {\n        keep($r->getBody()->read(1024));\n    }';
export const curl = (options: string): string =>
  php(`    $curl = curl_init($url);\n${options}\n    $$CURSOR$$curl_exec($curl);`);

export const urllib = (body: string): string => `import io\nimport urllib.request\n\n\ndef follow(url):\n${body}\n`;

export const resty = (body: string): string => `package main

import (
	"bufio"
	"net/http"

	"github.com/go-resty/resty/v2"
)

func follow(url string, client *resty.Client) error {
${body}
	scanner := bufio.NewScanner(res.RawBody())
	for scanner.Scan() {
		keep(scanner.Text())
	}
	return scanner.Err()
}
`;

export const okHttp = (body: string): string =>
  `import okhttp3.OkHttpClient;\n\nclass Follower {\n  private OkHttpClient client;\n\n  void follow() throws IOException {\n    Request request = new Request.Builder().url(url).build();\n${body}\n  }\n}\n`;

export const kotlin = (use: string, body: string): string =>
  `import ${use}\n\nfun follow(client: ${use.replace(/^.*\./, '')}) {\n${body}\n}\n`;
export const kotlinOkHttp = (body: string): string =>
  kotlin('okhttp3.OkHttpClient', `    val request = Request.Builder().url(url).build()\n${body}`);
export const kotlinJava = (body: string): string =>
  kotlin('java.net.http.HttpClient', `    val request = HttpRequest.newBuilder(url).build()\n${body}`);
