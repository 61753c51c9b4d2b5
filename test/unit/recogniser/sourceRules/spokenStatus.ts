import type { SourceRule } from './sourceRule';

export const spokenStatus: SourceRule = {
  name: 'status in a text',
  says: 'A status in a string or in the text of an element that its phrase follows or that HTTP stands before.',
  matches: [
    ['shellscript', '#!/bin/sh\necho "curl: (22) The requested URL returned error: 404" >&2\n', ['http/404']],
    ['python', 'raise RuntimeError(f"Twitter API error 403: {text}")', ['http/403']],
    [
      'typescriptreact',
      'export const Page = () => (\n  <div>\n    <h1>404</h1>\n    <p>Page not found</p>\n  </div>\n);',
      ['http/404'],
    ],
    ['typescriptreact', 'const ServerError = () => <span>500 - our fault</span>;', ['http/500']],
    ['typescriptreact', 'const Gone = () => <h1>404 Not Found</h1>;', ['http/404']],
    ['typescriptreact', 'function Error403() { return <h1>403 Access denied</h1>; }', ['http/403']],
    ['typescriptreact', 'const NoEntryError = () => <div>401 Error: You may not see this.</div>;', ['http/401']],
    ['typescriptreact', 'const No = () => <h1>403 - Forbidden</h1>;', ['http/403']],
    [
      'typescriptreact',
      "export default function Oops({ error }) {\n  return error.message === '403' ? <A href='https://a.example' /> : null;\n}",
      ['http/403'],
    ],
    ['typescript', "const LIMITED = ['slower', '429', 'Too Many Requests'];", ['http/429']],
    ['javascriptreact', 'const Down = () => (\n  <p>\n    500 Internal Server Error\n  </p>\n);', ['http/500']],
    ['python', 'raise DepotError("no crates are left (HTTP 402).")', ['http/402']],
    ['typescript', "throw new Error('the depot answered with HTTP status 503, later perhaps');", ['http/503']],
    ['php', '<?php\n$hint = "HTTP error code: 429 means slower";', ['http/429']],
    ['rust', '#[derive(Error)]\nenum E { #[error("no boat, not found (404)")] Gone }', ['http/404']],
    [
      'rust',
      'fn f(e: ApiError) -> String { match e { ApiError::Slow => "rate limited (429), later".into(), ApiError::Busy => format!("the server is overloaded (503) for {}", n), _ => format!("unexpected status 500 from {}", n) } }',
      ['http/429', 'http/503', 'http/500'],
    ],
    [
      'go',
      'package a\nimport ("errors"; "net/http")\nvar (\n\tErrA = errors.New("404/no-crate")\n\tErrB = errors.New("503 - away")\n\tErrC = fmt.Errorf("409: taken by %s", n)\n\tErrD = fmt.Errorf("the API returned 410: %s", n)\n\tErrE = errors.New("410")\n)',
      ['http/404', 'http/503', 'http/409', 'http/410', 'http/410'],
    ],
    [
      'ruby',
      'Harbour::Application.routes.draw do\n  match \'/404\', to: \'errors#missing\', via: :all\n  get "/500" => "site/errors#broken"\nend\n',
      ['http/404', 'http/500'],
    ],
  ],
  nonMatches: [
    ['typescriptreact', 'const SaveError = () => <p>500 boats could not be saved</p>;'],
    ['typescriptreact', 'const Pier = () => <h1>403 Access road</h1>;'],
    ['ruby', "get '/404', to: 'berths#show'\nget '/500/berths', to: 'errors#index'\nmatch '/503'\n"],
    ['shellscript', '#!/bin/sh\ncurl -s "$url"\necho "The requested row returned 404 lamps" >&2\n'],
    ['typescriptreact', 'const Price = () => (\n  <div>\n    <h1>404</h1>\n    <p>crates left</p>\n  </div>\n);'],
    ['typescriptreact', 'const Way = () => <li>404 Found Street</li>;'],
    ['typescript', "const SIZES = ['small', '429', 'Too Many Crates'];"],
    ['javascriptreact', 'const Count = () => <p>500 Crates</p>;'],
    ['python', 'log("sent HTTP 500 times", "HTTP 404 requests a day")'],
    ['typescript', "const note = 'the port of WHTTP 503 and of x-HTTP 500';"],
    ['rust', '#[derive(Error)]\nenum E { #[error("boats found (404)")] Gone }'],
    [
      'go',
      'package a\nimport ("errors"; "net/http")\nvar (\n\tErrA = errors.New("500 crates are too many")\n\tErrB = fmt.Errorf("line 404: no brace")\n\tErrC = errors.New("only 404 of 500 crates")\n)\nfunc f() { log.Println("status 500 rows left", "the API returned 404 rows", "rate limit for 429 boxes") }',
    ],
  ],
};
