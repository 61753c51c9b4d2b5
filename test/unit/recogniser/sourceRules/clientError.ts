import type { SourceRule } from './sourceRule';

const catching = 'fun post() { try { send() } catch (e: PenicillinTwitterApiException) { when (e.error) {';

export const clientError: SourceRule = {
  name: 'error of an API by the name that a client gives it',
  says:
    'Members of types of errors, constants and classes that are named after an API, with the words of one of its errors: ' +
    'of its message, its title, or its name in another client.',
  matches: [
    ['kotlin', `${catching} TwitterApiError.DuplicateStatus -> skip() } } }`, ['x-api-v1.1/187']],
    [
      'kotlin',
      `${catching} TwitterApiError.SuspendedUser -> skip(); TwitterApiError.AccountLocked -> stop() } } }`,
      ['x-api-v1.1/63', 'x-api-v1.1/326'],
    ],
    [
      'go',
      'package a\nfunc f(code int) bool { return code == anaconda.TwitterErrorCouldNotAuthenticate || code == anaconda.TwitterErrorInvalidToken }',
      ['x-api-v1.1/32', 'x-api-v1.1/89'],
    ],
    [
      'go',
      'package a\nvar e = anaconda.TwitterError{Code: anaconda.TwitterErrorStatusIsADuplicate}',
      ['x-api-v1.1/187'],
    ],
    [
      'rust',
      'fn f(e: egg_mode::error::Error) -> bool { matches!(e, egg_mode::error::Error::RateLimit(_)) }',
      ['x-api-v1.1/88'],
    ],
    [
      'java',
      'class A { boolean f(TwitterException e) { return e.getErrorCode() == TwitterErrorCode.BAD_AUTH_DATA.getCode() || e.getErrorCode() == ErrorInfo.STATUS_NOT_FOUND; } }',
      ['x-api-v1.1/215', 'x-api-v1.1/144'],
    ],
    ['java', 'class A { boolean f(int code) { return code == TWITTER_ERROR_ALREADY_FAVORITED; } }', ['x-api-v1.1/139']],
    ['csharp', 'class A { void F() { throw new TwitterRateLimitException("slow down"); } }', ['http/429']],
    [
      'csharp',
      'class A { void F() { try { Post(); } catch (TwitterDuplicateStatusException) { } } }',
      ['x-api-v1.1/187'],
    ],
    [
      'swift',
      'func f() throws { if busy { throw XAPIError.rateLimited }; throw TwitterError.userSuspended }',
      ['http/429', 'x-api-v1.1/63'],
    ],
  ],
  nonMatches: [
    [
      'swift',
      'func f() throws { throw TwitterError.invalidURL }\nfunc g() throws { throw TwitterError.decodingFailed }',
    ],
    ['kotlin', 'fun f(e: Exception) { if (e == BoatError.DuplicateStatus) skip() }'],
    [
      'java',
      'class A { TwitterErrorHandler handler; TwitterError.Builder builder; void f() { TwitterErrorParser.parse(body); } }',
    ],
    [
      'rust',
      'use egg_mode::tweet;\nfn f(e: std::io::ErrorKind) -> bool { matches!(e, ErrorKind::AlreadyExists | ErrorKind::NotFound) }',
    ],
    ['go', 'package a\nconst TwitterErrorColour = "red"\nvar x = twitterErrorLog'],
    ['rust', 'fn f(e: TwitterError) -> bool { matches!(e, TwitterError::Locked) }'],
    ['csharp', 'class TwitterRateLimitException : Exception { }'],
  ],
};
