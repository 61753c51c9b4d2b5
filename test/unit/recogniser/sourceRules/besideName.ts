import type { SourceRule } from './sourceRule';

export const besideName: SourceRule = {
  name: 'status beside a name',
  says: 'A number that has its own reason phrase as a name beside it: in a row, a pair, the other half of an arm, as the key that gets it, as what it is given to, or as the function.',
  matches: [
    ['rust', 'use hyper;\nfn f(n: u16) -> Kind { match n { 400 => Kind::BadRequest, 404 => Kind::NotFound, _ => Kind::Other } }', ['http/400', 'http/404']], // prettier-ignore
    [
      'rust',
      'use hyper;\nfn t() -> HashMap<u16, &str> { let mut m = HashMap::new(); m.insert(401, "unauthorized"); m }',
      ['http/401'],
    ],
    ['rust', 'use hyper;\nimpl Fault { fn too_many_requests(s: &str) -> Self { Self::made(429, s) } }', ['http/429']],
    [
      'go',
      'package a\nimport "net/http"\nfunc kind(n int) error {\n\tswitch n {\n\tcase 409:\n\t\treturn ErrConflict\n\t}\n\treturn nil\n}\nfunc NewForbidden(s string) *E { return made(403, s) }',
      ['http/409', 'http/403'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar rows = []row{{410, "gone"}, {"Not Found", 404}}',
      ['http/410', 'http/404'],
    ],
    ['rust', 'use reqwest;\nfn t() { assert_eq!(Kind::from(404), Kind::NotFound); }', ['http/404']],
    [
      'javascript',
      '(function (Reply) { Reply[Reply["Gone"] = 410] = "Gone"; Reply["NotFound"] = 404; Reply.Conflict = 409; })(http);',
      ['http/410', 'http/404', 'http/409'],
    ],
    ['python', 'import requests\nfaults = [depot_faults.NotFound(404), Conflict(409)]\n', ['http/404', 'http/409']],
    ['ruby', "require 'net/http'\nraise Depot::NotImplemented.new('no piers', 501, 'piers') unless ok", ['http/501']],
    ['python', 'import requests\nkinds["too_many_requests"] = 429\n', ['http/429']],
  ],
  nonMatches: [
    ['python', 'import requests\nfaults = [sizes.NotFound(410), Wide(409), Goner(404)]\n'],
    [
      'javascript',
      '(function (Boat) { Boat[Boat["Goner"] = 410] = "Goner"; Boat["Lab"] = 404; Boat.wide = 409; })(http);',
    ],
    [
      'rust',
      'use hyper;\nfn f(n: u16) -> Kind { match n { 400 => Kind::NotFound, 404 => Kind::Wide, _ => Kind::Other } }',
    ],
    ['rust', 'fn too_many_cats(s: &str) -> Cat { made(429, s) }\nfn conflict(a: &str) -> Cat { made(404, a) }'],
    ['go', 'package a\nimport "net/http"\nvar rows = []row{{410, "goner"}, {"Not Bound", 404}, {403, "ok"}}'],
    ['rust', 'use reqwest;\nfn t() { assert_eq!(Kind::from(410), Kind::NotFound); }'],
  ],
};
