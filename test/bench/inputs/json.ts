import { Random } from './random';

/** A response of an API as a text, and two places in the middle of it, as offsets in UTF-16 units. */
export interface LargeResponse {
  readonly text: string;
  /** In the status of an error. */
  readonly status: number;
  /** Behind it, in the text of the same error. */
  readonly detail: number;
}

/**
 * A search response of X with many posts, the errors of those that are gone between posts and includes.
 * @param length of the text, about, in UTF-16 units
 * @param seed another one gives another text
 */
export function largeResponse(length: number, form: 'pretty' | 'one line', seed = 7): LargeResponse {
  const random = new Random(seed);
  const posts: object[] = [];
  const errors: object[] = [];
  const indent = form === 'pretty' ? 2 : 0;
  const sizeOf = (value: object) => JSON.stringify(value, undefined, indent).length;
  for (let left = length; left > 0;) {
    const made = random.chance(0.02) ? failed(random) : post(random);
    ('title' in made ? errors : posts).push(made);
    // Pretty text is indented further where it lies in lists.
    left -= sizeOf(made) + (indent > 0 ? Object.keys(made).length * 8 : 0);
  }
  errors.push(failed(random));
  const half = Math.floor(posts.length / 2);
  const response = { data: posts.slice(0, half), errors, includes: { tweets: posts.slice(half) } };
  const text = JSON.stringify(response, undefined, indent);
  const status = text.indexOf('404', text.indexOf('"errors"'));
  return { text, status, detail: text.indexOf('Could not find', status) };
}

function post(random: Random): object {
  return {
    id: String(random.integer(1e9, 2e9)),
    author_id: String(random.integer(1e6, 2e9)),
    created_at: new Date(Date.UTC(2026, 10, 21) + random.integer(1, 9e7)).toISOString(),
    text: `${random.pick(['Error 404: weekend not found', 'Shipping today', 'code 429 on my door lock', 'status: tired'])} ${random.hex(40)}`,
    public_metrics: {
      retweet_count: random.integer(0, 503),
      like_count: random.integer(0, 4290),
      code: random.integer(1, 500),
    },
  };
}

function failed(random: Random): object {
  const id = String(random.integer(1e9, 2e9));
  return {
    title: 'Not Found Error',
    status: 404,
    type: 'https://api.twitter.com/2/problems/resource-not-found',
    detail: `Could not find tweet with ids: [${id}].`,
    resource_id: id,
    parameter: 'ids',
    resource_type: 'tweet',
    section: 'data',
    value: id,
  };
}
