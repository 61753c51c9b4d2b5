import type { SourceRule } from './sourceRule';

export const printedText: SourceRule = {
  name: 'text that will be printed',
  says:
    'A status in a string of words, in a file that speaks HTTP, where the words beside it would make it one in a line of ' +
    'a log.',
  matches: [
    ['java', 'class A { void f() { assertThat(response.getBody()).contains("\\"status\\":404"); } }', ['http/404']],
    [
      'typescriptreact',
      '        <p className="big">404</p>\n        <p>Oops! No pier there.</p>\n      </div>\n  );\n}',
      ['http/404'],
    ],
    ['typescript', "import axios from 'axios';\nthrow new Error('Request failed (503)');", ['http/503']],
    ['javascript', "const api = fetch;\nthrow new Error('Failed to load the harbour: 404');", ['http/404']],
    ['typescript', "import axios from 'axios';\nif (e.message === 'Request failed (410)') leave();", ['http/410']],
    ['python', 'import requests\nprint("Request to the API failed (429)")\n', ['http/429']],
    ['go', 'package a\nimport "net/http"\nvar errHull = fmt.Errorf("failed to load hull: 404")', ['http/404']],
    ['powershell', 'Invoke-RestMethod -Uri $u\nthrow "Request failed (503)"\n', ['http/503']],
    ['ruby', "require 'net/http'\nraise 'Request failed (503)'\n", ['http/503']],
    ['php', "<?php\n$client = new GuzzleHttp\\Client();\n$log->error('Request failed (502)');", ['http/502']],
  ],
  nonMatches: [
    ['java', 'class A { void f() { assertThat(response.getBody()).contains("\\"height\\":404"); } }'],
    ['typescriptreact', '        <p className="big">404</p>\n        <p>boats at the pier</p>\n      </div>\n  );\n}'],
    ['typescript', "import axios from 'axios';\nconst lead = 'The boat has a mast (503) and 404 sails';"],
    ['javascript', "const api = fetch;\nlog.error('Failed to load all 500 rows of the harbour');"],
    ['python', 'import requests\nprint("Waited (500) before the harbour: 404")\n'],
    ['python', 'raise ValueError("Failed to load the harbour: 404")\n'],
    ['go', 'package a\nimport "net/http"\nvar errHull = fmt.Errorf("hull is wider than 404 feet")'],
  ],
};
