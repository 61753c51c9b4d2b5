import type { PrintFormat } from './printFormat';

/** How libraries with which programs call the web print a status. */
export const libraryFormats: readonly PrintFormat[] = [
  {
    name: 'AWS SDK for Ruby',
    pattern: /\[Aws::[\w:]{1,60}::Client (?<status>[45]\d\d) \d/dg,
    weight: 0.97,
    matches: ['INFO -- : [Aws::S3::Client 404 0.19 0 retries] get_object(bucket:"pier") Aws::S3::Errors::NoSuchKey'],
    nonMatches: ['[Aws::S3::Client 404 retries]', '[Boat::Client 404 0.19 0 retries]'],
  },
  {
    name: 'Mechanize',
    pattern: /(?<![\w.])(?<status>[45]\d\d) => Net::HTTP[A-Z]\w{1,40} for /dg,
    weight: 0.97,
    matches: ['502 => Net::HTTPBadGateway for https://a.example/ -- unhandled response'],
    nonMatches: ['502 => Net::Boat for https://a.example/', '502 => Net::HTTPBadGateway'],
  },
  {
    name: 'response of treq',
    pattern: /<[\w.]{0,40}Response (?<status>[45]\d\d) ['"]/dg,
    weight: 0.97,
    matches: ["<treq.response._Response 404 'text/html' 76 bytes>"],
    nonMatches: ['<Response 404 bytes>', "<Respond 404 'text/html'>"],
  },
  {
    name: 'error of aiohttp',
    pattern: /(?<![\w.])(?<status>[45]\d\d), message=(?:'[^'\n]{0,200}'|"[^"\n]{0,200}"), url=/dg,
    weight: 0.97,
    matches: ["jobs: 500, message='Internal Server Error', url=URL('https://a.example/jobs')"],
    nonMatches: ["jobs: 500, message='late'", "jobs: 2.500, message='late', url=1"],
  },
  {
    // The prefix of Python's logging ends right before the message.
    name: "message of Python's logging",
    pattern: /^(?:WARNING|ERROR|CRITICAL):[\w.]{1,60}:(?<status>[45]\d\d) (?=[A-Z][a-z]+(?<!s)(?: |$))/dgm,
    weight: 0.9,
    matches: ['WARNING:root:429 Too Many Requests', 'ERROR:boats.client:503 Service Unavailable'],
    nonMatches: ['WARNING:root:404 boats left', 'WARNING:root:404 Boats left', 'HOST:a.example:503 Up'],
  },
  {
    name: 'quota of Google',
    pattern: /(?:^|: )(?<status>[45]\d\d) Quota exceeded for quota metric\b/dgm,
    weight: 0.97,
    matches: ["403 Quota exceeded for quota metric 'Reads'", "failed: 429 Quota exceeded for quota metric 'Reads'"],
    nonMatches: ['403 Quota left', '4030 Quota exceeded for quota metric'],
  },
  {
    name: 'status and the class of its error',
    pattern:
      /^(?<status>[45]\d\d) (?=(?:[A-Z][\w.]{0,60}(?:Error|Exception)|[a-z_]{2,40}_(?:error|exception)|[A-Z]\w{1,40}::Errors?::[A-Z]\w{1,40})(?:[\s:(]|$))/dgm,
    weight: 0.8,
    matches: ['404 BerthInvalidRequestError no_such_berth', '400 parsing_exception', '409 Harbour::Error::Conflict'],
    nonMatches: ['404 Errors were found', '400 parsing', ' 404 x_error_count 3'],
  },
  {
    name: 'status that is told',
    pattern: /(?:^|[^\w-])[Ss]tatus (?:is|was): (?<status>[45]\d\d)(?=[.,;]?\s{0,4}$)/dgm,
    weight: 0.8,
    matches: ['Status is: 402', 'The status was: 503.'],
    nonMatches: ['Status is: 402 rows', 'Statue is: 402'],
  },
];
