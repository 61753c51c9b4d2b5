/** A rule of recognition in JSON and in data printed into logs, by example. The documentation lists them. */
export interface RuleExamples {
  readonly name: string;
  /** What counts, in one sentence. */
  readonly says: string;
  /** A text, and the entry that its most exact part is explained by. */
  readonly matches: readonly (readonly [text: string, entry: string])[];
  readonly nonMatches: readonly string[];
}

export const jsonRules: readonly RuleExamples[] = [
  {
    name: 'vendor code',
    says: '`errors[].code` beside `message`, also as a string, nested or in GraphQL’s `extensions`.',
    matches: [
      ['{"errors":[{"code":88,"message":"Rate limit exceeded"}]}', 'x-api-v1.1/88'],
      [
        '{"errors":[{"message":"Authorization: Status is a duplicate. (187)","extensions":{"code":187}}],"data":{}}',
        'x-api-v1.1/187',
      ],
      [
        '{"operation_errors":[[{"code":"MISSING_PARAMETER","message":"\\"name\\" is a required parameter"}]]}',
        'x-ads/MISSING_PARAMETER',
      ],
      ['{"errors":[{"code":453,"message":"You have access to a subset of endpoints"}]}', 'x-api-v1.1/453'],
      ['{"errors":[{"code":"LINE_ITEM_NOT_FOUND","message":"Line item was not found"}]}', 'x-ads/LINE_ITEM_NOT_FOUND'],
      [
        '{"status":403,"data":"{\\"errors\\":[{\\"code\\":64,\\"message\\":\\"Your account is suspended and is not permitted to access this feature.\\"}]}"}',
        'x-api-v1.1/64',
      ],
    ],
    nonMatches: [
      '{"area":{"code":88,"name":"North"}}',
      '[{"id":187,"code":88}]',
      '{"error":null,"code":88}',
      '{"errors":[],"count":187}',
    ],
  },
  {
    name: 'status line',
    says: 'A text that is nothing but the first line of an answer, whatever its field is called.',
    matches: [
      ['{"severity":"warning","diagnostics":"HTTP 429 Too Many Requests"}', 'http/429'],
      ['{"last":"HTTP/1.1 503 Service Unavailable"}', 'http/503'],
    ],
    nonMatches: [
      '{"hint":"HTTP 429 tells clients to slow down"}',
      '{"note":"429 Too Many Shelves"}',
      '{"port":"HTTP 500"}',
    ],
  },
  {
    name: 'HTTP status',
    says: '`status`, `statusCode` and the like beside what an error or a request has; `code` beside an error’s text.',
    matches: [
      ['{"alertname":"HighErrorRate","handler":"/locks","code":"500"}', 'http/500'],
      ['{"errors":[{"status":"403","code":"187","title":"Forbidden"}]}', 'http/403'],
      ['{"statusCode":404,"error":"Not Found","message":"no such route"}', 'http/404'],
      ['{"error":{"code":503,"message":"backend is down","status":"UNAVAILABLE"}}', 'http/503'],
      ['{"level":"error","method":"GET","path":"/a","status":502}', 'http/502'],
      ['{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35"}', 'http/429'],
      ['{"errors":[{"message":"Log in","extensions":{"code":"UNAUTHENTICATED","http":{"status":401}}}]}', 'http/401'],
      ['{"schemas":["urn:ietf:params:scim:api"],"detail":"Resource 2819 not found","status":"404"}', 'http/404'],
      ['{"type":"tag:shop.example,2026:limit","title":"Too many carts","status":429,"limit":500}', 'http/429'],
      ['{"resource":"/orders","requestContext":{"status":429,"responseLength":404}}', 'http/429'],
      ['{"type":"urn:ietf:params:acme:error:rateLimited","detail":"too many certificates","status":429}', 'http/429'],
      ['{"url":"https://a.example/old","status":{"text":"Failed: no such host","code":404}}', 'http/404'],
      ['{"errorMessages":["No such board."],"errors":{},"status":404}', 'http/404'],
      ['{"code":401,"response":{"headers":{},"body":{}}}', 'http/401'],
      ['{"errorMessage":"no","errorDetails":{"httpCode":"409"}}', 'http/409'],
      ['{"delete":{"_id":"503","_version":1,"result":"not_found","status":404}}', 'http/404'],
      ['{"error":{"code":"E404","summary":"Not Found - GET https://registry.example/x"}}', 'http/404'],
    ],
    nonMatches: [
      '{"deadLetterErrorDescription":"shelf 503 is full"}',
      '{"handler":"locks","code":500}',
      '{"x-last-state":503}',
      '{"of":402,"error":403,"status":405,"code":406,"not":409,"http":500}',
      '{"type":"Feature","title":"Quarry 503","status":500}',
      '{"items":[{"id":404,"status":500}],"ok":{"status":200}}',
      '{"type":"urn:isbn:0451450523","pages":429}',
      '{"http":{"port":503,"workers":404}}',
      '{"id":1,"status":404,"title":"Room 404","price":503}',
      '{"sku":"A-1","type":"tool","title":"Drill","code":403}',
      '{"status":200,"message":"ok","total":429}',
      '{"responses":{"404":{"description":"Not Found"}}}',
      '{"fixed_response":{"status_code":"503"}}',
      '{"status":{"code":503,"shelf":12}}',
      '{"code":404,"response":"yes"}',
      '{"details":{"httpCode":"409"}}',
      '{"result":"created","version":404,"code":503}',
      '{"type":"Feature","properties":{"code":"500","message":"closed until noon"},"geometry":{"type":"Point"}}',
      '{"code":"E404","name":"Hinge, brass"}',
    ],
  },
  {
    name: 'status of a request',
    says: 'A short name (`code`, `sc`, `rc`, `result`, …) beside the address of a request and its method or what is measured of it; `http` beside no other protocol; a pair of a name and its value; an attempt at an address.',
    matches: [
      ['{"m":"GET","u":"/v1/x","sc":503,"t":12}', 'http/503'],
      ['{"url":"https://a.example/x","code":404,"ms":12}', 'http/404'],
      ['{"carrier":"post","result":{"http":422}}', 'http/422'],
      ['{"attributes":[{"key":"http.response.status_code","value":{"intValue":"503"}}]}', 'http/503'],
      ['{"url":"https://a.example/hook","attempts":[{"n":1,"status":503}]}', 'http/503'],
      ['{"tags":[["http.status_code","503"],["line","404"]]}', 'http/503'],
      [
        '{"attributes":{"ErrorCode":{"stringValue":"503","dataType":"Number"},"ErrorMessage":{"stringValue":"no"}}}',
        'http/503',
      ],
      ['{"request":"/a","verb":"GET","response":"503","bytes":404}', 'http/503'],
      ['{"fields":[{"name":"Status","value":"429"},{"name":"Endpoint","value":"/2/tweets"}]}', 'http/429'],
      ['{"columns":["time","path","status"],"rows":[["05:00","/a",503],["05:01","/b",200]]}', 'http/503'],
    ],
    nonMatches: [
      '{"sc":404,"st":503,"x":1}',
      '{"id":"total-bytes","title":"Page weight","displayValue":"503"}',
      '{"url":"https://a.example/shop","code":404,"name":"blue"}',
      '{"counts":{"http":404,"https":503}}',
      '{"tags":[{"key":"shelf","value":503}]}',
      '{"tags":[["shelf","503"],["http.status_code","200"]]}',
      '{"series":["http.status_code",404,503]}',
      '{"fields":[{"name":"Status","value":"429"},{"name":"Build","value":"500"}]}',
      '{"columns":["name","shelf","status"],"rows":[["bolt",404,503]]}',
      '{"request":"/a","response":"404 of 503"}',
      '{"status":404,"paper":29,"error":null}',
      '{"err":0,"status":404,"message":"ok"}',
    ],
  },
  {
    name: 'text of what went wrong',
    says: 'A text such as `summary`, `text` or `description` in an object that says that something went wrong (`isError: true`, `ok: false`, `level: "error"`, `status: "firing"`), unless it says when that would be; a title only where an alarm was raised.',
    matches: [
      ['{"content":[{"type":"text","text":"HTTP 404: Not Found"}],"isError":true}', 'http/404'],
      ['{"source":"network","level":"error","text":"the server responded with a status of 503 ()"}', 'http/503'],
      ['{"event_type":"incident.triggered","data":{"id":"Q500","title":"[api] HTTP 503 on checkout"}}', 'http/503'],
      ['{"status":"firing","annotations":{"summary":"checkout answers HTTP 502"},"values":{"A":404}}', 'http/502'],
      ['{"severity":"error","summary":"googleapi: Error 403: Permission denied","line":404}', 'http/403'],
      ['{"status":"firing","labels":{"alertname":"Probe","http_status":"503","shelf":"404"}}', 'http/503'],
      [
        '{"severity":"ERROR","textPayload":"httpx.HTTPStatusError: Server error \'502 Bad Gateway\' for url"}',
        'http/502',
      ],
    ],
    nonMatches: [
      '{"title":"handles HTTP 503 from upstream","status":"failed","duration":404}',
      '{"severity":"critical","description":"Fires when more than 429 requests get HTTP 503"}',
      '{"content":[{"type":"text","text":"HTTP 404: Not Found"}],"isError":false}',
      '{"type":"alert","text":"Do you know what HTTP 404 is?"}',
      '{"state":"open","title":"Explain HTTP 404","body":"The server returned HTTP 404"}',
      '{"errors":{"404":"Page not found"},"title":"HTTP 404"}',
      '{"priority":"critical","description":"Printer on floor 4 shows 500 pages left"}',
    ],
  },
  {
    name: 'status in the company of failure',
    says: 'A status beside `ok: false`, an error’s name, or more names of a request; one of several attempts; an error that is nothing but its number.',
    matches: [
      ['{"ok":false,"code":429}', 'http/429'],
      ['{"topic":"orders","attempts":[{"code":500,"at":"05:00"},{"code":200,"at":"05:04"}]}', 'http/500'],
      ['{"action":"BLOCK","uri":"/a","responseCodeSent":403}', 'http/403'],
      ['{"labels":{"/http/status_code":"500","/http/method":"GET","/http/response/size":"404"}}', 'http/500'],
      ['{"error":{"code":"TooManyRequests","message":"Too many requests, slow down."}}', 'http/429'],
      ['{"success":false,"status":500}', 'http/500'],
      ['{"error":{"message":"no","cause":{"name":"AxiosError","status":401}}}', 'http/401'],
      ['{"elb":"app/a","request_verb":"GET","client_port":"404","target_status_code":"502"}', 'http/502'],
      ['{"job":"a","attempts":[{"at":"05:00","status":503},{"at":"05:04","status":200}]}', 'http/503'],
      ['{"target":"https://shop.example/404","status_code":"503"}', 'http/503'],
      ['{"datetime":1795852404,"reason":{"code":"503","detail":"Service Unavailable"}}', 'http/503'],
      ['{"step":"login","expected":200,"actual":401,"ms":503}', 'http/401'],
      ['{"errorSummary":"Invalid token provided","errorId":"oae404","status":401}', 'http/401'],
      ['{"level":"ERROR","statusMessage":"429 You exceeded your current quota"}', 'http/429'],
      ['{"error":{"status":"PARSING_ERROR","originalStatus":502}}', 'http/502'],
    ],
    nonMatches: [
      '{"ok":true,"code":429}',
      '[{"sha":"404abc","message":"Return 404 Not Found for unknown shelves"}]',
      '{"attempts":[{"name":"a","code":"404 rows"}]}',
      '{"code":"NotFound","label":"Not found"}',
      '{"code":"ShelfEmpty","message":"The shelf is empty."}',
      '{"success":500,"failed":404,"status":"done"}',
      '{"info":404,"warn":12,"error":500}',
      '{"attempts":404,"status":503}',
      '{"attempts":[{"score":404,"level":503}]}',
      '{"delivery-status":{"code":421,"message":"4.7.0 try later"},"severity":"temporary"}',
      '{"target":"shop/404","status_code":"503"}',
      '{"step":"count","expected":404,"actual":503}',
      '{"step":"wait","expected":200,"actual":"503 ms"}',
      '{"errorCount":404,"errorRate":"0.5","status":500}',
      '{"level":"INFO","message":"429 You say"}',
      '{"level":"ERROR","message":"404 Main Street"}',
    ],
  },
  {
    name: 'what a program printed',
    says: 'A text under a name such as `lastError`, `answer` or `stderr_lines`, or a list of lines, by the rules of logs where these leave no doubt; a code in a list of codes beside its text.',
    matches: [
      ['{"batch":42,"answer":"HTTP 412","etag":"404"}', 'http/412'],
      [
        '{"source":"network","description":"Failed to load a.js: the server responded with a status of 404"}',
        'http/404',
      ],
      ['{"lines":["04:05:03 sync stopped, upstream returned 429"]}', 'http/429'],
      ['{"stdout":"curl: (22) The requested URL returned error: 404\\n","rc":22}', 'http/404'],
      ['{"failedReason":"Request failed with status code 429","attemptsMade":3}', 'http/429'],
      [
        '{"exc":"tweepy.errors.Forbidden","api_codes":[187],"api_messages":["Status is a duplicate."]}',
        'x-api-v1.1/187',
      ],
    ],
    nonMatches: [
      '{"description":"the server returned 404","summary":"HTTP 503 when down"}',
      '{"lines":["row 404","503 items","total 429"]}',
      '{"title":"HTTP 500 rate","expr":"rate(x)"}',
      '{"retry":{"codes":[187,88],"error_codes":[187]}}',
    ],
  },
  {
    name: 'problem type',
    says: 'A `type` that is a known address, whatever its host’s spelling; an unknown one beside title and status or detail.',
    matches: [
      [
        '{"type":"https://api.twitter.com/2/problems/usage-capped","title":"UsageCapExceeded","period":"Monthly"}',
        'x-api-v2/usage-capped',
      ],
      [
        '{"errors":[{"type":"https://API.X.com/2/problems/resource-not-found/","title":"Not Found Error"}],"data":[]}',
        'x-api-v2/resource-not-found',
      ],
      [
        '{"type":"https://pay.example/problems/no-credit","title":"No credit","status":402,"detail":"Balance is 3."}',
        'http/402',
      ],
      [
        '{"type":"https://pay.example/problems/no-credit","title":"No credit","detail":"Balance is 3."}',
        'http/problem-details',
      ],
    ],
    nonMatches: [
      '{"type":"https://schema.org/Person","name":"Ada"}',
      '{"type":"about:blank","page":1}',
      '{"$schema":"https://json.example/2/problems"}',
    ],
  },
  {
    name: 'printed text',
    says: 'A message, title or detail that the API prints, as a whole or long enough to be nobody else’s.',
    matches: [
      [
        '{"title":"Forbidden","detail":"You are not allowed to create a Tweet with duplicate content.","type":"about:blank","status":403}',
        'x-api-v2/duplicate-content',
      ],
      ['{"message":"This user is not allowed to post a video longer than 2 minutes"}', 'postpeer/video-not-allowed'],
      ['{"request":"/1.1/media/upload.json","error":"media type unrecognized."}', 'x-api-v1.1/media-type-unrecognized'],
      ['{"status":429,"headers":{"x-user-limit-24hour-remaining":"0"}}', 'x-api-v2/daily-limit'],
    ],
    nonMatches: [
      '{"request":"/files/upload","error":"media type unrecognized."}',
      '{"message":"Internal error"}',
      '{"title":"Not Found"}',
      '{"help":"Rate limit exceeded means that you must wait"}',
    ],
  },
  {
    name: 'code that is a word',
    says: '`error` or `code` with a vendor’s word; an ordinary word needs the shape of the vendor’s body or its host or name nearby.',
    matches: [
      ['{"error":"x_daily_limit"}', 'xquik/x_daily_limit'],
      ['{"error":"rate_limit_exceeded","retryAfter":30}', 'xquik/rate_limit_exceeded'],
      ['{"url":"https://api.postpeer.dev/v1/posts","error":"duplicate"}', 'postpeer/duplicate'],
      ['{"provider":"xquik","failedReason":"no_credits"}', 'xquik/no_credits'],
    ],
    nonMatches: [
      '{"ok":false,"error":"user_not_found"}',
      '{"state":"frozen","type":"duplicate"}',
      '{"frozen":true,"duplicate":false}',
      '{"provider":"bank","failedReason":"duplicate"}',
    ],
  },
  {
    name: 'OAuth token error',
    says: '`error` beside `error_description`.',
    matches: [
      [
        '{"url":"https://api.x.com/2/oauth2/token","error":"invalid_request","error_description":"Value passed for the authorization code was invalid."}',
        'x-api-v2/oauth-invalid-request',
      ],
    ],
    nonMatches: [
      '{"grant":"invalid_request"}',
      '{"error_description":"none"}',
      '{"error":"invalid_client","error_description":"AADSTS7000215: a secret is wrong."}',
    ],
  },
];
