import type { SourceRule } from './sourceRule';

const head =
  'package a\nfunc TestA(t *testing.T) {\n\tr := httptest.NewRecorder()\n\tfor _, tc := range tests {\n\t\tif r.Code != tc.want {\n\t\t\tt.Fatal()\n\t\t}\n\t}\n}\n';

export const structField: SourceRule = {
  name: 'field of a struct',
  says: 'A value of a struct in a table, by the name of its field, or by what is done with the field of each item.',
  matches: [
    ['go', `${head}var tests = []struct{ name string; want, rows int }{{"gone", 410, 500}, {name: "busy", want: 503, rows: 404}}`, ['http/410', 'http/503']], // prettier-ignore
    [
      'go',
      `${head}var tests = map[string]struct{ want int }{"gone": {want: 410}, "busy": {503}}`,
      ['http/410', 'http/503'],
    ],
    [
      'go',
      'package a\nfunc TestA(t *testing.T) {\n\ttype args struct { path string; reply int }\n\ttests := []struct{ args args; rows int }{{args: args{"/", 502}}, {args: args{path: "/", reply: 504}, rows: 500}}\n\tfor _, tt := range tests {\n\t\ts := httptest.NewServer(func(w http.ResponseWriter) { w.WriteHeader(tt.args.reply) })\n\t}\n}',
      ['http/502', 'http/504'],
    ],
    [
      'go',
      'package a\nimport "net/http"\ntype Fault struct { HTTPCode int; Key string }\nvar faults = map[string]Fault{"bad": {400, "bad"}}',
      ['http/400'],
    ],
    [
      'rust',
      'use reqwest;\nfn t() { let rows = [Row { path: "/a", want: 404, size: 500 }, Row { path: "/b", want: 503, size: 404 }]; for row in rows.iter() { let r = get(row.path); assert_eq!(r.status(), row.want); } }',
      ['http/404', 'http/503'],
    ],
  ],
  nonMatches: [
    ['go', `${head}var tests = []struct{ name string; rows int }{{"wide", 410}, {name: "busy", rows: 503}}`],
    ['go', `${head}var tests = map[string]struct{ rows int }{"wide": {rows: 410}, "busy": {503}}`],
    [
      'go',
      'package a\nfunc TestA(t *testing.T) {\n\ttests := []struct{ want int }{{404}, {want: 500}}\n\tfor _, tt := range tests {\n\t\tif len(read(t, "http://a")) != tt.want {\n\t\t\tt.Fatal()\n\t\t}\n\t}\n}',
    ],
    [
      'rust',
      'use reqwest;\nfn t() { let rows = [Row { path: "/a", size: 404 }]; for row in rows.iter() { let r = get(row.path); assert_eq!(r.status(), 200); assert_eq!(r.len(), row.size); } }',
    ],
  ],
};
