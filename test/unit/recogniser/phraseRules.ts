import type { RuleExamples } from './jsonRules';

/** What counts in lines of logs beside numbers and formats, by example. The documentation lists it. */
export const phraseRules: readonly RuleExamples[] = [
  {
    name: 'constant of a library',
    says: 'The name of a status as the HTTP libraries of languages have it, in a quoted line of a program; beside no number.',
    matches: [
      ['    assert answer.status_code == HTTPStatus.FORBIDDEN, "no pass"', 'http/403'],
      ['     Failure/Error: expect(answer).to be_a(Net::HTTPConflict)', 'http/409'],
      ['    16 |   if code == http.StatusBadGateway {', 'http/502'],
      ['  got: HttpStatusCode.NotFound', 'http/404'],
      ['    return Err(StatusCode::TOO_MANY_REQUESTS)', 'http/429'],
      ['    raise HTTPException(status.HTTP_404_NOT_FOUND)', 'http/404'],
      ['    raise exc.HTTPGone', 'http/410'],
    ],
    nonMatches: [
      'moored at HttpStatus.Pier',
      'BoatHTTPStatus.FORBIDDEN',
      'Net::HTTPBadGatewayPier is open',
      'http.StatusText is missing',
    ],
  },
  {
    name: 'reason phrase without its number',
    says: 'A phrase that only HTTP has, where a value or the text of an error stands; of phrases that other things have, where the line speaks of an answer.',
    matches: [
      ['upload failed: Bad Gateway', 'http/502'],
      ['2026-11-28 05:10:19 ERROR Internal Server Error', 'http/500'],
      ['got Too Many Requests from the API, waiting 512 ms', 'http/429'],
      ['level=error msg="Gateway Timeout" bytes=512', 'http/504'],
      ["client failed: reason='too many requests'", 'http/429'],
      ['Too fast: Too many requests, please try again later.', 'http/429'],
      ['posting tweet failed: Forbidden', 'http/403'],
      ['Login failed: Unauthorized', 'http/401'],
      ['server replied: Not Found', 'http/404'],
      ['job 4 failed: status=BAD_GATEWAY', 'http/502'],
      ['result: TooManyRequests', 'http/429'],
      ['Error response from daemon: toomanyrequests: You have reached your pull rate limit.', 'http/429'],
      ['toomanyrequests: retry-after: 985.86µs, allowed: 44000/minute', 'http/429'],
      ["  statusText: 'Unprocessable Entity',", 'http/422'],
      ['UnsupportedMediaType: Unsupported media type "" in request.', 'http/415'],
    ],
    nonMatches: [
      'fix: Bad Gateway on upload',
      '  ✓ replies with Bad Request to an empty body',
      'there were too many requests in the queue',
      'Error: Order Not Found',
      'lookup result: NotFound',
      'Forbidden planet: a film',
      'rooms: Forbidden',
      '// Bad Gateway',
      'docs: how Service Unavailable is told',
      'user clicked Payment Required',
      'tags: toomanyrequests, slow',
      'UnsupportedMediaTypes: None of them',
      'The class UnsupportedMediaType: A media type of its own',
    ],
  },
  {
    name: 'code that ends what is said',
    says: 'A number behind the word error at the end of a line or a bracket, where the line names the system.',
    matches: [
      ['tweepy: the import is stuck (limit, error 88)', 'x-api-v1.1/88'],
      ['twikit stopped with error 326', 'x-api-v1.1/326'],
    ],
    nonMatches: [
      'the import is stuck (limit, error 88)',
      'tweepy: the error 88 of 326',
      'tweepy: terror 88',
      'tweepy: the import is stuck (curl error 63)',
      'tweepy: the import is stuck (os error 32)',
      'twitter feed: Os { code: 32, kind: BrokenPipe, message: "Broken pipe" }',
    ],
  },
  {
    name: 'sentence that other systems print, too',
    says: 'A text of a code that others print as well, where the line names the system.',
    matches: [
      ["tweepy: You can't follow yourself.", 'x-api-v1.1/158'],
      ['ERROR: [twitter] 1526329765065539592: Bad guest token', 'x-api-v1.1/239'],
      ['twitter says: Missing required parameter: status.', 'x-api-v1.1/170'],
    ],
    nonMatches: [
      "WARN You can't follow yourself.",
      'ERROR Missing required parameter: status',
      'WARN One or more of the uploaded media is too large.',
      'ERROR Query parameters are missing.',
    ],
  },
  {
    name: 'status that hardly any server sends',
    says: 'A status whose number is that of other things as often, where its name, an answer or the name of a status is beside it.',
    matches: [
      ['HTTP/1.1 450 Blocked by Windows Parental Controls', 'http/450'],
      ['HTTP/1.1 425 Unordered Collection', 'http/425'],
      ['GET https://a.example/b failed with status code 450', 'http/450'],
    ],
    nonMatches: [
      "smtplib.SMTPResponseException: (450, b'4.1.8 Sender address rejected')",
      "smtplib.SMTPRecipientsRefused: {'a@example.org': (450, b'4.2.0 Greylisted')}",
      '<- 450 Requested mail action not taken: mailbox unavailable',
      'Server replied: 450 Recipient address rejected: Greylisted',
      'A set is an unordered collection.',
    ],
  },
  {
    name: 'exception of a client with a text of its own',
    says: 'An exception of a known client that is named after a status, whatever text it has.',
    matches: [
      ['X::Forbidden: You are not permitted', 'http/403'],
      ['job 4: RestClient::TooManyRequests: slow down', 'http/429'],
    ],
    nonMatches: ['Planet::Forbidden: You are not permitted', 'X::Forbidden planet'],
  },
  {
    name: 'exception by its class, with a text of its own',
    says: 'The class of an exception that is named after a status, in a module of errors, whatever text it has.',
    matches: [
      [
        "Fatal error: Uncaught exception 'Acme\\Ads\\Errors\\Forbidden' with message 'no' in /srv/a.php:404",
        'http/403',
      ],
      ['PHP Fatal error:  Uncaught Acme\\Exception\\UnauthorizedException: bad key in /srv/a.php:500', 'http/401'],
      ["raised 'acme.errors.NotFound': no such post, line 404", 'http/404'],
    ],
    nonMatches: [
      "Uncaught exception 'Acme\\Planets\\Forbidden' with message 'no' in /srv/a.php:404",
      "the exception 'Acme\\Errors\\Forbidden' withers",
    ],
  },
  {
    name: 'status as Kubernetes names it',
    says: 'What its server answers, in parentheses behind the server, also where HTTP has another name for it.',
    matches: [
      ['Error from server (InternalError): an error on the server', 'http/500'],
      ['Error from server (AlreadyExists): namespaces "a" already exists', 'http/409'],
    ],
    nonMatches: ['Error from the reader (InternalError): no', 'Error from server (Reader): no'],
  },
];
