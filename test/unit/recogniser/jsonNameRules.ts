import type { RuleExamples } from './jsonRules';

/** Rules of JSON in which a word, an address or a count tells what the status is. */
export const jsonNameRules: readonly RuleExamples[] = [
  {
    name: 'status by one word as the code of an error',
    says: 'A word (`Forbidden`, `Conflict`) as the code of what is called an error, also where its text is empty.',
    matches: [
      ['{"error":{"code":"Forbidden","message":"","innerError":{"date":"2024-02-03T04:05:06"}}}', 'http/403'],
      ['{"error":{"code":"Unauthorized","message":""}}', 'http/401'],
      ['{"error":{"code":"Conflict","message":"The crate is there"}}', 'http/409'],
      ['{"error":"UNAUTHORIZED","mensaje":"Falta el usuario"}', 'http/401'],
      ['{"errors":"Not Found"}', 'http/404'],
    ],
    nonMatches: [
      '{"code":"Forbidden","name":"Forbidden Garden","message":"A play"}',
      '{"code":"Conflict","message":"A game for two"}',
      '{"error":"UNAUTHORIZED","mensaje":"x","crates":4}',
      '{"errors":"none"}',
    ],
  },
  {
    name: 'name of an error',
    isOfDocuments: true,
    says: 'The name or the `__type` of an object that has a message, where that is a status and of no other thing.',
    matches: [
      ['{"name":"UNPROCESSABLE_ENTITY","message":"The order is not paid","debug_id":"a1"}', 'http/422'],
      ['{"name":"INTERNAL_SERVER_ERROR","message":"It broke down","debug_id":"a1"}', 'http/500'],
      ['{"name":"TooManyRequestsError","message":"wait a moment"}', 'http/429'],
      ['{"__type":"TooManyRequestsException","message":"Rate exceeded"}', 'http/429'],
    ],
    nonMatches: [
      '{"name":"BAD_GATEWAY","message":"an old song"}',
      '{"name":"TooManyRequests","message":"an old song"}',
      '{"name":"ConflictError","message":"two edits at once"}',
      '{"__type":"CrateEvent","message":"Rate exceeded"}',
    ],
  },
  {
    name: 'what an address answered',
    isOfDocuments: true,
    says: 'A map of addresses whose values are all numbers of statuses, one of a success, or by its name one of answers.',
    matches: [
      ['{"https://a.example/":200,"https://a.example/crates":404}', 'http/404'],
      ['{"/":200,"/crates":503}', 'http/503'],
      ['{"broken":{"https://a.example/crates":410}}', 'http/410'],
      ['{"GET /crates":"200","POST /crates":"422"}', 'http/422'],
    ],
    nonMatches: [
      '{"https://a.example/":12,"https://b.example/":404}',
      '{"sizes":{"/a.js":404,"/b.js":200}}',
      '{"/hall/a":404,"/hall/b":503}',
      '{"aisle/a":200,"aisle/b":404}',
    ],
  },
  {
    name: 'list of counts by status',
    isOfDocuments: true,
    says: 'An item of a list that counts answers by their status; all of them are numbers of statuses.',
    matches: [
      ['{"statusCodes":[{"code":200,"count":812},{"code":404,"count":3}]}', 'http/404'],
      ['{"status_codes":{"buckets":[{"key":503,"doc_count":9}]}}', 'http/503'],
      ['{"codes":[{"status":"200","total":7},{"status":"429","total":1}]}', 'http/429'],
    ],
    nonMatches: [
      '{"codes":[{"code":404,"count":1},{"code":777,"count":2}]}',
      '{"statusCodes":[{"code":404,"count":0}]}',
      '{"crates":[{"code":404,"count":3}]}',
      '{"histogram":[{"code":404,"value":1}]}',
    ],
  },
  {
    name: 'status of a result, of a last answer and of an attempt',
    isOfDocuments: true,
    says: 'The signature of a result in records of operations, the code of a last answer, what a check of a status has instead of its target.',
    matches: [
      ['{"operationName":"CrateGet","resultType":"ClientError","resultSignature":"Forbidden"}', 'http/403'],
      ['{"operationName":"CrateGet","resultType":"ClientError","resultSignature":"404"}', 'http/404'],
      ['{"id":3,"last_response":{"code":410,"message":null}}', 'http/410'],
      ['{"source":"STATUS_CODE","comparison":"EQUALS","target":200,"actual":503}', 'http/503'],
      ['{"attempts":[{"at":1,"response":502},{"at":2,"response":"none"}]}', 'http/502'],
      ['{"statusCode":502,"body":"{\\"message\\":\\"Internal server error\\"}"}', 'http/502'],
    ],
    nonMatches: [
      '{"operationName":"CrateGet","resultType":"Success","resultSignature":"None"}',
      '{"last_order":{"code":410,"message":null}}',
      '{"target":200,"actual":404}',
      '{"source":"WEIGHT","target":200,"actual":503}',
      '{"attempts":[{"at":1,"score":502}]}',
    ],
  },
  {
    name: 'counts by status',
    says: 'A key that is a status, in a map of codes or of errors with how often each was answered, or at the end of a counter; one that never came is none.',
    matches: [
      ['{"requests":40,"errorCodes":{"200":36,"503":4}}', 'http/503'],
      ['{"statusCodeStats":{"429":{"count":12}}}', 'http/429'],
      ['{"counters":{"http.codes.502":3,"http.codes.200":9}}', 'http/502'],
      ['{"ok":31,"fehler":{"404":2,"201":1}}', 'http/404'],
      ['{"всего":31,"ошибки":{"502":2,"200":1}}', 'http/502'],
    ],
    nonMatches: [
      '{"errorCodes":{"503":0,"200":12}}',
      '{"percentiles":{"50":404,"500":12}}',
      '{"zipCodes":{"503":4}}',
      '{"errorCodes":{"404":"shelf is gone"}}',
      '{"codes":{"503":1,"7100":4}}',
      '{"piers":{"404":2,"503":1}}',
      '{"errors":{"404":2,"611":1}}',
      '{"errors":{"410":2,"411":1,"412":1,"413":3}}',
      '{"errors":{"404":1}}',
      '{"hata":{"404":"rusty","503":"wet"}}',
    ],
  },
  {
    name: 'table of statuses',
    says: 'A status as the key of its own reason phrase, and the others of a map in which several are.',
    matches: [
      ['{"200":"OK","404":"Not Found"}', 'http/404'],
      ['{"texts":{"503":"Service Unavailable"}}', 'http/503'],
      ['{"200":"OK","201":"Created","204":"No Content","429":"Slow down"}', 'http/429'],
    ],
    nonMatches: [
      '{"200":"OK","201":"Created","429":"Slow down"}',
      '{"200":"OK","404":"Room"}',
      '{"404":"Not Found here"}',
      '{"rooms":{"503":"Blue"}}',
    ],
  },
];
