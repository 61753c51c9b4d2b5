import type { SourceRule } from './sourceRule';

const http = 'package a\nimport "net/http"\n';

export const printedFormat: SourceRule = {
  name: 'status printed into a text',
  says: 'A number that a format prints where its text speaks of a status, or behind a request; and what a test says it wanted.',
  matches: [
    [
      'go',
      `${http}func t() { t.Fatalf("moored with status code %d. Expected %d", n, 423); t.Errorf("row %d: rw.Code: got %d, want %d", i, n, 404); t.Fatalf("wrong, expected %d, got %d", 401, r.StatusCode) }`,
      ['http/423', 'http/404', 'http/401'],
    ],
    [
      'go',
      `${http}func (o *MoorGone) Error() string { return fmt.Sprintf("[PUT /piers/{id}][%d] moorGone %+v", 410, o.Body) }\nvar e = fmt.Errorf("GET /piers -> %d", 503)`,
      ['http/410', 'http/503'],
    ],
    [
      'go',
      `${http}func t() { t.Fatal("Status isn't 404", n); t.Errorf("wanted 409, it was %d", res.StatusCode); return fmt.Errorf("HTTP code %d where there should be either 200 or 410", n) }`,
      ['http/404', 'http/409', 'http/410'],
    ],
    [
      'go',
      `${http}func f() { log.Error("500 PUT no pier"); log.Infof("404 GET: %s", pier) }`,
      ['http/500', 'http/404'],
    ],
  ],
  nonMatches: [
    [
      'go',
      `${http}func t() { t.Fatalf("expected %d boats, got %d", 404, 503); t.Errorf("width: want %d", 404); fmt.Sprintf("%d of %d", 404, 500); fmt.Printf("%s%%%d", a, 404) }`,
    ],
    [
      'go',
      `${http}func t() { fmt.Errorf("expected 500 rows with the status moored"); t.Errorf("wanted 409, it was %d", width) }`,
    ],
    ['go', `${http}func t() { log.Error("500 boats PUT away"); log.Errorf("GET 404 %d", 410) }`],
  ],
};
