import type { RuleExamples } from './jsonRules';

/** Rules of JSON that go by the name of an object, of a list or of the text beside a status. */
export const jsonAnswerRules: readonly RuleExamples[] = [
  {
    name: 'status under another name',
    says: 'The words of the name in any order (`code_http`, `HTTPErrorCode`, `errorStatus`) and in other languages.',
    matches: [
      ['{"code_http":404,"message":"No crate"}', 'http/404'],
      ['{"HTTPErrorCode":422,"Message":"size is missing"}', 'http/422'],
      ['{"httpErrorStatus":409,"reason":"two edits"}', 'http/409'],
      ['{"codigoEstado":401,"mensaje":"quien eres"}', 'http/401'],
      ['{"codeStatut":400,"erreur":"champ manquant"}', 'http/400'],
      ['{"orderStatusCode":503,"error":"x"}', 'http/503'],
      ['{"status":"HTTP 404","error":"x"}', 'http/404'],
      ['{"status":404.0,"error":"x"}', 'http/404'],
      ['{"statusCode":[404],"error":"x"}', 'http/404'],
    ],
    nonMatches: [
      '{"estado":404,"nombre":"Jalisco"}',
      '{"codigo":404,"nombre":"Tornillo"}',
      '{"orderStatusCode":503,"crate":"blue"}',
      '{"status":404.5,"error":"x"}',
      '{"postcode_http":"a","rooms":404}',
    ],
  },
  {
    name: 'text of a failure',
    says: 'A status beside a text of an error, by its name (`developerMessage`, `mensaje`) or by its words in one of many languages.',
    matches: [
      ['{"status":502,"description":"The upstream failed"}', 'http/502'],
      ['{"status":401,"descripcion":"Usuario o clave incorrectos"}', 'http/401'],
      ['{"status":404,"info":"кнопка не найдена"}', 'http/404'],
      ['{"status":500,"data":"服务器异常"}', 'http/500'],
      ['{"status":404,"userMessage":"No crate here","internalCode":17}', 'http/404'],
      ['{"code":404,"description":"the crate was not found"}', 'http/404'],
      ['{"error":"status 404: no crate"}', 'http/404'],
    ],
    nonMatches: [
      '{"status":404,"description":"Blue hall on floor 4"}',
      '{"status":502,"info":"green"}',
      '{"code":500,"descripcion":"Martillo de goma"}',
      '{"status":404,"welcomeMessage":"Hello"}',
      '{"status":404,"info":"a not"}',
    ],
  },
  {
    name: 'status by what it stands in',
    says: 'A status in an object with the name of an error or of its phrase, in what an answer says of itself, or as the first of a list that is an answer.',
    matches: [
      ['{"crateNotFound":{"id":"E1","status":404}}', 'http/404'],
      ['{"NOT_FOUND":{"id":"E1","status":404}}', 'http/404'],
      ['{"ERR_NO_CRATE":{"id":"E1","status":410}}', 'http/410'],
      ['{"meta":{"status":403,"response_id":"a"},"data":[]}', 'http/403'],
      ['{"type":"error","status":409,"id":"item_name_in_use"}', 'http/409'],
      ['{"link":"/x","state":"broken","code":404}', 'http/404'],
      ['{"answer":[404,"Not Found"]}', 'http/404'],
      ['{"answer":[422,{"error":"no size"}]}', 'http/422'],
      ['{"error":[404,"no such crate"]}', 'http/404'],
      ['{"svc":"auth","status":502,"ms":140}', 'http/502'],
      ['{"status":422,"responseText":"[1]"}', 'http/422'],
    ],
    nonMatches: [
      '{"room":{"id":"E1","status":404}}',
      '{"meta":{"status":403,"response_id":"a"},"rooms":[]}',
      '{"type":"room","status":409,"id":"a"}',
      '{"link":"/x","state":"free","code":404}',
      '{"answer":[404,"Rooms"]}',
      '{"answer":[422,{"room":"blue"}]}',
      '{"rooms":[404,"no such crate"]}',
    ],
  },
  {
    name: 'status in a list of records',
    says: 'A field that holds nothing but statuses in all objects of a list, some of them of successes.',
    matches: [
      ['{"results":[{"n":1,"status":200},{"n":2,"status":429}]}', 'http/429'],
      ['{"list":[{"t":"a","code":200},{"t":"b","code":503},{"t":"c","code":200}]}', 'http/503'],
      ['{"pages":[{"path":"/a","response":404},{"path":"/c","response":200}]}', 'http/404'],
    ],
    nonMatches: [
      '{"list":[{"n":1,"status":1},{"n":2,"status":404}]}',
      '{"list":[{"n":1,"status":500},{"n":2,"status":404}]}',
      '{"list":[{"room":"a","code":200},{"room":"b","code":404},{"room":"c","code":500}]}',
    ],
  },
  {
    name: 'short name of a status',
    says: 'Beside its reason phrase, an address in a list of checks, or a request in one text; also as what came instead of a success.',
    matches: [
      ['{"rc":"429","rm":"Too Many Requests"}', 'http/429'],
      ['{"checks":[{"url":"https://a.example","code":500}]}', 'http/500'],
      ['{"site":"https://a.example","response":"404"}', 'http/404'],
      ['{"results":[{"request":"GET /a","code":404}]}', 'http/404'],
      ['{"want":{"status":200},"got":{"status":500}}', 'http/500'],
    ],
    nonMatches: [
      '{"rc":"429","rm":"Too many rooms"}',
      '{"checks":[{"name":"size","code":500}]}',
      '{"url":"https://a.example/p/404","code":500,"price":12}',
      '{"site":"https://a.example","visits":"404"}',
      '{"got":{"status":500}}',
    ],
  },
  {
    name: 'code of what failed',
    says: 'A `code` from 400 to 599 in an object that says that it failed, and why.',
    matches: [
      ['{"type":"error","code":429,"text":"slow down"}', 'http/429'],
      ['{"ok":0,"code":503,"why":"busy"}', 'http/503'],
    ],
    nonMatches: ['{"type":"error","code":429}', '{"ok":1,"code":503,"why":"busy"}'],
  },
];
