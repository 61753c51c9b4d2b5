/**
 * What programs of the web speak of, each topic in the words that have it. Any of them is a word of other programs, too, but
 * those hardly have several.
 */
const topics: readonly string[] = [
  'account',
  'api',
  'async await',
  'auth authorization authenticated authentication oauth',
  'bearer token tokens jwt',
  'body',
  'client',
  'email',
  'endpoint endpoints',
  'header headers',
  'http https',
  'json',
  'login signin',
  'mock mocks mocked',
  'params',
  'password',
  'payload',
  'post',
  'query',
  'req request requests',
  'route routes',
  'server',
  'session',
  'timeout',
  'upload download',
  'uri url urls',
  'user users',
];

/** So many topics make a text one of the web. */
export const fewestTopics = 4;

/** A pattern for each topic: its words alone or in a name of any style, `user`, `getUser`, `user_id`, `USER_ID`. */
export const topicsOfWeb: readonly RegExp[] = topics.map(
  (words) =>
    new RegExp(
      words
        .split(' ')
        .flatMap((word) => {
          const first = word.charAt(0);
          return [
            `(?:(?<![A-Za-z])${first}|${first.toUpperCase()})${word.slice(1)}(?![a-z])`,
            `(?<![A-Z])${word.toUpperCase()}(?![A-Z])`,
          ];
        })
        .join('|'),
    ),
);
