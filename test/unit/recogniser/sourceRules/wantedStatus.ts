import type { SourceRule } from './sourceRule';

export const wantedStatus: SourceRule = {
  name: 'status that a case wants',
  says: 'What the cases of a test want, where all of them want statuses, in a program that has to do with HTTP.',
  matches: [
    [
      'go',
      'package a\nimport "net/http"\nvar cases = []c{\n\t{name: "open", want: 200},\n\t{name: "no key", want: 401},\n\t{name: "taken", want: 409, cap: 10},\n}',
      ['http/401', 'http/409'],
    ],
    [
      'typescript',
      "fetch(pier);\nconst cases = [{ key: 'a', expected: 200 }, { key: 'b', expected: 403 }];",
      ['http/403'],
    ],
  ],
  nonMatches: [
    [
      'go',
      'package a\nimport "net/http"\nvar cases = []c{\n\t{name: "short", want: 17},\n\t{name: "long", want: 401},\n}',
    ],
    ['go', 'package a\nvar cases = []c{\n\t{name: "short", want: 200},\n\t{name: "long", want: 401},\n}'],
    [
      'go',
      'package a\nimport "net/http"\nvar cases = []c{\n\t{name: "short", length: 200},\n\t{name: "long", length: 401},\n}',
    ],
  ],
};
