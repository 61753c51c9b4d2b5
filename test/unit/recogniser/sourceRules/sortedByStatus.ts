import type { SourceRule } from './sourceRule';

export const sortedByStatus: SourceRule = {
  name: 'what is kept by its status',
  says: 'A key under which a text keeps what came of each of several requests: it keeps what succeeded beside it, by 200, or the properties of WebDAV.',
  matches: [
    [
      'php',
      '<?php\n// https://a.example\n$found = [200 => [], 404 => []];\nforeach ($boats as $boat) {\n    $kept[200][$boat] = 1;\n    $kept[409][$boat] = null;\n}',
      ['http/404', 'http/409'],
    ],
    [
      'php',
      "<?php\n$answer = ['{DAV:}berth' => null];\n$this->assertEquals(['403' => ['{DAV:}pier' => null]], $server->response());\nif (isset($answer[424])) unset($answer[424]);",
      ['http/403', 'http/424', 'http/424'],
    ],
    [
      'javascript',
      'fetch(pier);\nconst tally = { 200: [], 429: [] };\ntally[429].push(boat);',
      ['http/429', 'http/429'],
    ],
    ['python', 'import requests\nkept = {200: [], 503: []}\nkept[503].append(boat)\n', ['http/503', 'http/503']],
  ],
  nonMatches: [
    ['ruby', "require 'net/http'\nSKIES = { 200 => 'storm', 300 => 'drizzle', 500 => 'rain', 501 => 'more rain' }"],
    [
      'javascript',
      'fetch(pier);\nconst weights = { 200: thin, 300: light, 400: plain, 500: strong };\nweights[500] = bold;',
    ],
    ['javascript', 'fetch(pier);\nconst sizes = { 200: small, 404: odd, 640: large };'],
    ['php', "<?php\n// https://a.example\n$seats[404] = $seat;\n$rooms[404]['window'] = true;"],
    ['python', 'import requests\nrow[200] = 1\nboats[404] = 2\n'],
  ],
};
