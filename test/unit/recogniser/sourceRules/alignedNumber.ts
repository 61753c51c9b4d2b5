import type { SourceRule } from './sourceRule';

export const alignedNumber: SourceRule = {
  name: 'among statuses above and below',
  says:
    'A number that stands where the rows above and below it have statuses, of which the words of one say so, and in a piece ' +
    'without its beginning the lines of a list and the ways of a choice.',
  matches: [
    [
      'python',
      'import requests\ncases = (\n    (401, {"type": "x"}, "auth_failed"),\n    (500, {"title": "storm"}, "harbour_error"),\n)\n',
      ['http/401', 'http/500'],
    ],
    [
      'python',
      '    ("berth", 404, BerthNotFound),\n    ("berth", 429, RateLimited),\n    ("berth", 502, Storm),\n])\ndef test_it(name, status, exc):',
      ['http/404', 'http/429', 'http/502'],
    ],
    [
      'typescript',
      "      [401, 'unauthorized'],\n      [402, 'credits'],\n      [429, 'rate_limited'],\n    ] as const)('%i', (status, kind) => {",
      ['http/401', 'http/402', 'http/429'],
    ],
    [
      'python',
      '    429, 502, 503,\n)\n\n\ndef again(response):\n    return response.code',
      ['http/429', 'http/502', 'http/503'],
    ],
  ],
  nonMatches: [
    [
      'python',
      'import requests\nrooms = (\n    (401, {"lamp": "x"}, "kitchen"),\n    (402, {"lamp": "y"}, "hall"),\n)\n',
    ],
    ['go', '// http\n\t{404, "four hundred four"},\n\t{500, "five hundred"},\n\t{1000, "a thousand"},'],
    ['typescript', "  [404, 'Main Street'],\n  [405, 'Rate limit road'],\n];\nfetch(u);"],
    ['typescript', '    ? 401\n    : isWide ? 404\n    : 500;\n  return width;'],
    ['python', '    404, 429, 503,\n    17, 18,\n)\nprint(width)'],
  ],
};
