import type { SourceRule } from './sourceRule';

export const besideWords: SourceRule = {
  name: 'beside its words',
  says: 'A status beside its reason phrase, or a vendor’s code beside its message: in a pair, a row, a record or a call.',
  matches: [
    [
      'typescript',
      "export const WORDS = [[404, 'Not Found'], [503, 'Service Unavailable: later']];",
      ['http/404', 'http/503'],
    ],
    ['javascript', "const words = new Map();\nwords.set(429, 'Too many requests');", ['http/429']],
    ['python', 'rows = [Row(410, "Gone"), Row("Conflict", 409)]', ['http/410', 'http/409']],
    [
      'javascript',
      "const known = [{ code: 34, message: 'Sorry, that page does not exist.' }];",
      ['x-api-v1.1/34', 'x-api-v1.1/34'],
    ],
    [
      'javascript',
      "const words = new Map();\nwords.set(187, 'Status is a duplicate.');",
      ['x-api-v1.1/187', 'x-api-v1.1/187'],
    ],
    ['javascript', "exports.words = { '187': 'Status is a duplicate.' };", ['x-api-v1.1/187', 'x-api-v1.1/187']],
    ['python', 'print("187: Status is a duplicate.")', ['x-api-v1.1/187', 'x-api-v1.1/187']],
    [
      'javascript',
      'if (said === \'[{"code": 187, "message": "Status is a duplicate."}]\') skip();',
      ['x-api-v1.1/187', 'x-api-v1.1/187'],
    ],
    ['python', "if 'Status is a duplicate. (187)' in said:\n    pass", ['x-api-v1.1/187', 'x-api-v1.1/187']],
  ],
  nonMatches: [
    ['typescript', "export const STREETS = [[404, 'Found Street'], [503, 'Service Road']];"],
    ['javascript', "const words = new Map();\nwords.set(429, 'Too many crates');"],
    ['python', 'rows = [Row(410, "Conflict"), Row("Gone", 409)]'],
    ['javascript', "const known = [{ id: 88, message: 'Rate of crates exceeded' }];"],
  ],
};
