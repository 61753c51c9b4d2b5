import type { SourceRule } from './sourceRule';

const codes = ['x-api-v1.1/32', 'x-api-v1.1/88', 'x-api-v1.1/187'];

export const codeList: SourceRule = {
  name: 'list of codes',
  says: 'Names that are given numbers one after another: codes of one vendor, or statuses that are named after themselves.',
  matches: [
    [
      'typescript',
      'const ERRORS = {\n  FORBIDDEN: 403,\n  BAD_REFERENCE: 400,\n  KEY_TAKEN: 409,\n};',
      ['http/403', 'http/400', 'http/409'],
    ],
    [
      'csharp',
      'class TwitterApi { }\nenum TwitterErrorCode { Auth = 32, Limit = 88, Twice = 187 }\nenum ApiStatus { Ok = 200, BadRequest = 400, NotFound = 404 }',
      ['x-api-v1.1/32', 'x-api-v1.1/88', 'x-api-v1.1/187', 'http/400', 'http/404'],
    ],
    [
      'csharp',
      'public enum TwitterErrorKind\n{\n    BadLogin = 32,\n    // slow down\n    TooFast = 88,\n    SaidBefore = 187,',
      codes,
    ],
    [
      'java',
      'package a.tweets;\npublic enum RefusalCode {\n  LOGIN(32, Kind.A),\n  FAST(88, Kind.B),\n  TWICE(187, Kind.C);\n  RefusalCode(int n, Kind k) {}\n}',
      codes,
    ],
    ['kotlin', 'package a.twitter\nenum class Faults(val number: Int) { LOGIN(32), FAST(88), TWICE(187) }', codes],
    ['typescript', 'export enum TweetFault {\n  Login = 32,\n  Fast = 88,\n  Twice = 187,\n}', codes],
    ['swift', 'enum TweetError: Int {\n  case login = 32\n  case fast = 88\n  case twice = 187\n}', codes],
    ['rust', 'pub enum TweetError {\n    Login = 32,\n    Fast = 88,\n    Twice = 187,\n}', codes],
    [
      'rust',
      '// what a tweet can meet\npub const BAD_LOGIN: u16 = 32;\npub const GONE: u16 = 34;\npub const NOBODY: u16 = 63;\npub const OLD: u16 = 89;\npub const TWICE: u16 = 187;',
      ['x-api-v1.1/32', 'x-api-v1.1/34', 'x-api-v1.1/63', 'x-api-v1.1/89', 'x-api-v1.1/187'],
    ],
    ['php', '<?php\nclass XApiErrors {\n  const LOGIN = 32;\n  const FAST = 88;\n  const TWICE = 187;\n}', codes],
    [
      'go',
      'package tweets\n\ntype ErrNumber int\n\nconst (\n\tLogin ErrNumber = 32\n\tFast ErrNumber = 88\n\tTwice ErrNumber = 187\n)',
      codes,
    ],
    ['python', 'class TwitterFault(IntEnum):\n    LOGIN = 32\n    FAST = 88\n    TWICE = 187\n', codes],
    ['ruby', 'TWEET_ERRORS = {\n  login: 32,\n  fast: 88,\n  twice: 187\n}', codes],
    ['java', 'enum TwitterErrorCode {\n  LOGIN(32);\n}', ['x-api-v1.1/32']],
    [
      'java',
      'package a;\nclass TwitterConstants {\n  static final int LENGTH = 140;\n  static class Errors {\n    static final int LIKED = 139;\n    static final int OLD = 89;\n    static final int NONE = 0;\n  }\n}',
      ['x-api-v1.1/139', 'x-api-v1.1/89'],
    ],
    [
      'php',
      '<?php\nclass Codes {\n  const TWITTER_LOGIN = 32;\n  const TWITTER_FAST = 88;\n  const TWITTER_TWICE = 187;\n}',
      codes,
    ],
    ['python', 'TwitterErrorDenied = 401\nTwitterErrorLocked = 326\nTwitterErrorUnknown = 999\n', ['x-api-v1.1/326']],
    [
      'java',
      'class A {\n  public static final int PRECONDITION_FAILED = 412;\n  public static final int UNPROCESSABLE_ENTITY = 422;\n}',
      ['http/412', 'http/422'],
    ],
    ['kotlin', 'class TwiceSaid : AnyTweetError(187, "said before")', ['x-api-v1.1/187']],
    [
      'java',
      'class TwiceSaid extends TweetException { TwiceSaid() { super(187, "said before"); } }',
      ['x-api-v1.1/187'],
    ],
    [
      'csharp',
      'enum MessageCode\n{\n    Success = 200,\n    BadRequest = 400,\n    NotFound = 404,\n    ServerError = 500\n}',
      ['http/400', 'http/404', 'http/500'],
    ],
    [
      'python',
      "ERROR_404 = '404'  # Not found\nERROR_409 = '409'\nERROR_502 = '502'  # Bad gateway\n",
      ['http/404', 'http/409', 'http/502'],
    ],
  ],
  nonMatches: [
    ['java', 'enum TwitterSize {\n  LARGE(32);\n}'],
    ['java', 'class A {\n  public static final int ROOMS_LEFT = 412;\n  public static final int ROOMS_TAKEN = 422;\n}'],
    ['typescript', 'const SIZES = {\n  SMALL: 400,\n  LARGE: 500,\n  HUGE: 503,\n};'],
    ['typescript', 'enum TweetWidth {\n  Thin = 32,\n  Plain = 88,\n  Wide = 187,\n}'],
    ['typescript', 'const tweetKeyCodes = {\n  space: 32,\n  down: 34,\n  home: 36,\n  up: 38,\n};'],
    ['csharp', 'public enum PumpErrorKind\n{\n    Dry = 32,\n    Fast = 88,\n    Stuck = 187,\n}'],
    ['javascript', 'const tweetSizes = {\n  xs: 32,\n  s: 64,\n  m: 88,\n  l: 120,\n  xl: 160,\n};'],
    ['java', 'class TwiceSaid extends PumpException { TwiceSaid() { super(187, "said before"); } }'],
    ['csharp', 'enum Rooms\n{\n    Lab = 400,\n    Kitchen = 404,\n    Attic = 500\n}'],
    ['python', 'SHELF_401 = 401\nSHELF_402 = 402\nSHELF_403 = 403\n'],
    ['python', 'FONT_400 = 400\nFONT_500 = 500\nFONT_600 = 600\n'],
  ],
};
