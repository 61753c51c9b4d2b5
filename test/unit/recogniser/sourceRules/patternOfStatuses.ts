import type { SourceRule } from './sourceRule';

export const patternOfStatuses: SourceRule = {
  name: 'pattern of statuses',
  says: 'A pattern that is nothing but known statuses; what a test prints beside what came instead.',
  matches: [
    [
      'python',
      'import requests\nPARTS = [("status", r"\\b(?:400|401|403|404|504)\\b")]',
      ['http/400', 'http/401', 'http/403', 'http/404', 'http/504'],
    ],
    [
      'powershell',
      "Invoke-RestMethod $u\n$isLate = $said -match 'time-?out|gateway|429|502|503'",
      ['http/429', 'http/502', 'http/503'],
    ],
    [
      'powershell',
      "Invoke-RestMethod $u\n$isLate = [regex]::IsMatch($said, '(?i)\\b(429|502|503)\\b')",
      ['http/429', 'http/502', 'http/503'],
    ],
    [
      'powershell',
      "Invoke-RestMethod $u\n$isLate = $said -match '(?<![0-9])(429|502|503)(?![0-9])'",
      ['http/429', 'http/502', 'http/503'],
    ],
    ['rust', 'use reqwest::get;\nfn t() { assert_eq!(body["status"], 404); }', ['http/404']],
    ['shellscript', 'curl -s "$u"\necho "wrong pass (expected 401, got $HTTP_CODE)"', ['http/401']],
    [
      'powershell',
      '$r = Invoke-WebRequest $u\nWrite-Host "Expected 403 (no berth pass) but got $code"\nthrow "Expected 422 for a boat without a name, was $($r.StatusCode)"',
      ['http/403', 'http/422'],
    ],
    [
      'typescript',
      'const res = await fetch(pier);\nthrow new Error(`expected 401 (no pass), got ${res.status}: ${body}`);',
      ['http/401'],
    ],
    [
      'swift',
      'import Foundation\nlet s: URLSession\nprint("Expected 404 (gone), got \\(answer.statusCode)")',
      ['http/404'],
    ],
  ],
  nonMatches: [
    ['powershell', "Invoke-RestMethod $u\n$isLate = $berth -match 'oak|elm|231|429|733'"],
    ['rust', 'use reqwest::get;\nfn t() { assert_eq!(order["status"], 404); assert_eq!(body["length"], 404); }'],
    ['powershell', "Invoke-RestMethod $u\n$isLate = [regex]::IsMatch($berth, '(?i)\\b(231|404|733)\\b')"],
    ['powershell', "$isLate = [regex]::IsMatch($berth, '(?i)\\b(404|429|503)\\b')"],
    ['shellscript', 'curl -s "$u"\necho "expected 401, got $BOATS"'],
    [
      'powershell',
      '$r = Invoke-WebRequest $u\nWrite-Host "Expected 404 boats (moored) but got $code"\nWrite-Host "Expected 403 (crates) but got $crates"\nWrite-Host "Expected 422 for the long pier, was $length"',
    ],
  ],
};
