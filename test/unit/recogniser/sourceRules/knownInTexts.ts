import type { SourceRule } from './sourceRule';

/** A program in which a number is a status, with something else that has it. */
const after = (number: number, rest: string) => `fetch(pier).then((r) => r.status === ${number});\n${rest}`;

export const knownInTexts: SourceRule = {
  name: 'status of the program in a text or beside one',
  says: 'In a text, in any human language, a number that is a status elsewhere in the program, or that the program has by its name: where it begins a text, a bracket or a part of a sentence, or comes among others; and before the message that a call is given with it.',
  matches: [
    [
      'swift',
      'import Foundation\nlet ok = response.statusCode == 200\nswitch error {\ncase .methodNotAllowed: return "船では駄目です (405)"\ncase .pierTooShort: return "船では駄目です (408)"\ndefault: return ""\n}',
      ['http/405'],
    ],
    ['javascript', after(429, "ring('Zu oft gerufen (Flood/429) an Pier 7');"), ['http/429', 'http/429']],
    ['javascript', after(422, "fail('Expected redirect/422, got: ' + r.status);"), ['http/422', 'http/422']],
    [
      'shellscript',
      'HTTP_CODE=$(curl -s -o /dev/null -w "%{http_code}" "$u")\nif [ "$HTTP_CODE" = "409" ]; then ring\nelse fail "Expected 409, got HTTP $HTTP_CODE"; fi',
      ['http/409', 'http/409'],
    ],
    // What a status means, in other languages, and no status elsewhere
    [
      'python',
      'import requests\nTEXTS = {"a": "Доступ запрещён (403)", "b": "Сервер недоступен (503)", "c": "权限不足 (403)", "d": "Steg nicht gefunden (404)"}',
      ['http/403', 'http/503', 'http/403', 'http/404'],
    ],
    ['javascript', after(409, "log('409 = amarre déjà pris');"), ['http/409', 'http/409']],
    ['javascript', after(401, "ring('relève : 401 (mauvais mot de passe)');"), ['http/401', 'http/401']],
    ['javascript', after(503, "test('no pier and no ferry: 503 naming the pier', go);"), ['http/503', 'http/503']],
    ['javascript', after(401, "log('Lauf 2 (ohne Ausweis - sollte 401 geben)');"), ['http/401', 'http/401']],
    ['javascript', after(429, "fail('桶空应 429，实际 %d', n);"), ['http/429', 'http/429']],
    ['javascript', after(429, "fail('429 响应缺少头');"), ['http/429', 'http/429']],
    ['javascript', after(401, 'red(`expected 401/503, got ${out}`);'), ['http/401', 'http/401', 'http/503']],
    ['javascript', after(409, "return Outcome.skip(409, 'the berth has a boat: ' + boat);"), ['http/409', 'http/409']],
    ['javascript', after(401, "log('sem crachá o 401 é esperado');"), ['http/401', 'http/401']],
    ['javascript', after(401, "log('berth 401 is expected at noon');"), ['http/401']],
    ['javascript', after(404, "check(page.includes('404'));"), ['http/404', 'http/404']],
    [
      'go',
      'package a\nimport "net/http"\nfunc f() { if w.Code != http.StatusTooManyRequests { t.Fatalf("429, mais %d", w.Code) }; t.Fatal("429 oublié") }',
      ['http/429', 'http/429', 'http/429'],
    ],
    // Only the status itself: not numbers of things, of paths, of fields and of programs in texts.
    ['javascript', after(404, "log('404 boats were moored');"), ['http/404']],
    ['javascript', after(404, "log('depot 404 is in the cellar');"), ['http/404']],
    ['javascript', after(404, "log('rows: 404 so far');"), ['http/404']],
    ['javascript', after(404, "log('第 404 号');\nlog('共 404 个');\nlog('合計 404 件');"), ['http/404']],
    ['javascript', after(404, "open('/piers/404');\nopen('/piers?size=404');"), ['http/404']],
    ['javascript', after(404, 'put(\'{"waiting": 404}\');'), ['http/404']],
    ['javascript', after(404, 'run("awk \'$3 == 404 { n++ }\'");'), ['http/404']],
    ['javascript', after(404, "db.run('INSERT INTO piers VALUES (?, ?, 404)', rows);"), ['http/404']],
    ['javascript', after(404, "log('the %s has %d berths', pier, 404);\nSorted.done(404);"), ['http/404']],
    ['javascript', after(404, "ids.includes('404') && Berth.skip(404);"), ['http/404']],
  ],
  // Of a number that is a status nowhere in the program such a text says nothing.
  nonMatches: [
    [
      'python',
      'import requests\nTEXTS = {"a": "Причал занят (403)", "b": "Steg im Osten (404)", "c": "码头很长 (403)"}',
    ],
    ['javascript', "fetch(pier);\nlog('404 = amarre au nord');"],
    ['javascript', "fetch(pier);\nring('relève : 401 (mauvaise rame)');"],
    ['javascript', "fetch(pier);\nreturn Outcome.skip(409, 'the berth has a boat: ' + boat);"],
  ],
};
