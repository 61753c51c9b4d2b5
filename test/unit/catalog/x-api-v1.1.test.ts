import { Validator, type Schema } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import type { CatalogEntry, CatalogFile } from '../../../shared/catalog/catalog';
import schema from '../../../shared/catalog/catalog.schema.json';
import catalog from '../../../shared/catalog/data/x-api-v1.1.json';

const file = catalog as unknown as CatalogFile;
const newer = 'x-api-errors';
const older = 'twitter-response-codes';
const fieldReports = 'field-reports';

/** Code, HTTP status (null where the document names none), text as the document prints it. */
type CodeRow = readonly [code: number, http: number | null, text: string];

const newerCodes: readonly CodeRow[] = [
  [3, 400, 'Invalid coordinates.'],
  [13, 404, 'No location associated with the specified IP address.'],
  [17, 404, 'No user matches for specified terms.'],
  [32, 401, 'Could not authenticate you.'],
  [34, 404, 'Sorry, that page does not exist.'],
  [36, 403, 'You cannot report yourself for spam.'],
  [38, 403, '<named> parameter is missing.'],
  [44, 400, 'attachment_url parameter is invalid.'],
  [50, 404, 'User not found.'],
  [63, 403, 'User has been suspended.'],
  [64, 403, 'Your account is suspended and is not permitted to access this feature.'],
  [68, 410, "Some actions on this user's Post have been disabled by X. The X REST API v1 is no longer active."],
  [87, 403, 'Client is not permitted to perform this action.'],
  [88, 429, 'Rate limit exceeded.'],
  [89, 403, 'Invalid or expired token.'],
  [92, 403, 'SSL is required.'],
  [93, 403, 'This App is not allowed to access or delete your Direct Messages.'],
  [99, 403, 'Unable to verify your credentials.'],
  [109, 404, 'The specified user is not found in this list.'],
  [110, 400, 'The user you are trying to remove from this list is not a member.'],
  [120, 403, 'Account update failed: value is too long (maximum is nn characters).'],
  [130, 503, 'Over capacity.'],
  [131, 500, 'Internal error.'],
  [135, 401, 'Could not authenticate you.'],
  [139, 403, 'You have already favorited this status.'],
  [144, 404, 'No status found with that ID.'],
  [150, 403, 'You cannot send messages to users who are not following you.'],
  [151, 403, 'There was an error sending your message: reason.'],
  [160, 403, "You've already requested to follow the user."],
  [161, 403, 'You are unable to follow more people at this time.'],
  [179, 403, 'Sorry, you are not authorized to see this status.'],
  [185, 403, 'User is over daily status update limit.'],
  [186, 403, 'Post needs to be a bit shorter.'],
  [187, 403, 'Status is a duplicate.'],
  [195, 403, 'Missing or invalid url parameter.'],
  [205, 403, 'You are over the limit for spam reports.'],
  [214, 403, 'Owner must allow dms from anyone.'],
  [215, 400, 'Bad authentication data.'],
  [220, 403, 'Your credentials do not allow access to this resource.'],
  [
    226,
    403,
    'This request looks like it might be automated. To protect our users from spam and other malicious activity, we can’t complete this action right now.',
  ],
  [251, 410, 'This endpoint has been retired and should not be used.'],
  [261, 403, 'Your App cannot perform write actions.'],
  [271, 403, 'You can’t mute yourself.'],
  [272, 403, 'You are not muting the specified user.'],
  [323, 400, 'Animated GIFs are not allowed when uploading multiple images.'],
  [324, 400, 'The validation of media ids failed.'],
  [325, 400, 'A media id was not found.'],
  [326, 403, 'To protect our users from spam and other malicious activity, this account is temporarily locked.'],
  [327, 403, 'You have already reposted this Post.'],
  [349, 403, 'You cannot send messages to this user.'],
  [354, 403, 'The text of your direct message is over the max character limit.'],
  [355, 409, 'Subscription already exists.'],
  [385, 403, 'You attempted to reply to a Post that is deleted or not visible to you.'],
  [386, 403, 'The Post exceeds the number of allowed attachment types.'],
  [407, 400, 'The given URL is invalid.'],
  [
    415,
    403,
    "Callback URL not approved for this client App. Approved callback URLs can be adjusted in your App's settings.",
  ],
  [416, 401, 'Invalid / suspended App.'],
  [417, 401, "Desktop applications only support the oauth_callback value 'oob'."],
  [421, 404, 'This Post is no longer available.'],
  [422, 404, 'This Post is no longer available because it violated the X Rules.'],
  [425, 403, "Some actions on this user's Post have been disabled by X."],
  [433, 403, 'The original Post author restricted who can reply to this Post.'],
];

const olderCodes: readonly CodeRow[] = [
  [3, 400, 'Invalid coordinates.'],
  [13, 404, 'No location associated with the specified IP address.'],
  [17, 404, 'No user matches for specified terms.'],
  [32, 401, 'Could not authenticate you'],
  [34, 404, 'Sorry, that page does not exist'],
  [36, 403, 'You cannot report yourself for spam.'],
  [38, 403, '<named> parameter is missing.'],
  [44, 400, 'attachment_url parameter is invalid'],
  [50, 404, 'User not found.'],
  [63, 403, 'User has been suspended.'],
  [64, 403, 'Your account is suspended and is not permitted to access this feature'],
  [68, null, 'The Twitter REST API v1 is no longer active. Please migrate to API v1.1.'],
  [87, 403, 'Client is not permitted to perform this action.'],
  [88, null, 'Rate limit exceeded'],
  [89, null, 'Invalid or expired token'],
  [92, null, 'SSL is required'],
  [93, 403, 'This application is not allowed to access or delete your direct messages'],
  [99, 403, 'Unable to verify your credentials.'],
  [120, 403, 'Account update failed: value is too long (maximum is nn characters).'],
  [130, 503, 'Over capacity'],
  [131, 500, 'Internal error'],
  [135, 401, 'Could not authenticate you'],
  [139, 403, 'You have already favorited this status.'],
  [144, 404, 'No status found with that ID.'],
  [150, 403, 'You cannot send messages to users who are not following you.'],
  [151, 403, 'There was an error sending your message: reason'],
  [160, 403, "You've already requested to follow user."],
  [161, 403, 'You are unable to follow more people at this time'],
  [179, 403, 'Sorry, you are not authorized to see this status'],
  [185, 403, 'User is over daily status update limit'],
  [186, 403, 'Tweet needs to be a bit shorter.'],
  [187, null, 'Status is a duplicate'],
  [195, 403, 'Missing or invalid url parameter'],
  [205, 403, 'You are over the limit for spam reports.'],
  [214, 403, 'Owner must allow dms from anyone.'],
  [215, 400, 'Bad authentication data'],
  [220, 403, 'Your credentials do not allow access to this resource.'],
  [
    226,
    null,
    'This request looks like it might be automated. To protect our users from spam and other malicious activity, we can’t complete this action right now.',
  ],
  [231, null, 'User must verify login'],
  [251, null, 'This endpoint has been retired and should not be used.'],
  [261, 403, 'Application cannot perform write actions.'],
  [271, 403, 'You can’t mute yourself.'],
  [272, 403, 'You are not muting the specified user.'],
  [323, 400, 'Animated GIFs are not allowed when uploading multiple images.'],
  [324, 400, 'The validation of media ids failed.'],
  [325, 400, 'A media id was not found.'],
  [326, 403, 'To protect our users from spam and other malicious activity, this account is temporarily locked.'],
  [327, 403, 'You have already retweeted this Tweet.'],
  [349, 403, 'You cannot send messages to this user.'],
  [354, 403, 'The text of your direct message is over the max character limit.'],
  [355, 409, 'Subscription already exists.'],
  [385, 403, 'You attempted to reply to a Tweet that is deleted or not visible to you.'],
  [386, 403, 'The Tweet exceeds the number of allowed attachment types.'],
  [407, 400, 'The given URL is invalid.'],
  [
    415,
    403,
    'Callback URL not approved for this client application. Approved callback URLs can be adjusted in your application settings',
  ],
  [416, 401, 'Invalid / suspended application'],
  [417, 401, "Desktop applications only support the oauth_callback value 'oob'"],
];

/** The webhook section of the newer document: slug, code, text. */
const webhookRows: readonly (readonly [slug: string, code: number, text: string])[] = [
  ['32#webhook', 32, 'Could not authenticate you'],
  ['200#webhook', 200, 'Forbidden'],
  ['214#webhook-uri', 214, 'Webhook URI does not meet the requirements.'],
  ['214#webhook-latency', 214, 'High latency on CRC GET request. Your webhook should respond in less than 3 seconds.'],
  ['214#webhook-non-200', 214, 'Non-200 response code during CRC GET request (i.e. 404, 500, etc).'],
  ['214#webhook-limit', 214, 'Too many resources already created.'],
  ['261#webhook', 261, 'App cannot perform write actions.'],
];

type StatusRow = readonly [status: number, reason: string];

const newerStatuses: readonly StatusRow[] = [
  [200, 'OK'],
  [304, 'Not Modified'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [406, 'Not Acceptable'],
  [409, 'Connection Exception'],
  [410, 'Gone'],
  [422, 'Unprocessable Entity'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
];

const olderStatuses: readonly StatusRow[] = [
  [200, 'OK'],
  [304, 'Not Modified'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [406, 'Not Acceptable'],
  [410, 'Gone'],
  [420, 'Enhance Your Calm'],
  [422, 'Unprocessable Entity'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway timeout'],
];

/** Codes and texts that no document lists. */
const metInTheWild: readonly (readonly [slug: string, text: string])[] = [
  ['7', 'admin logout'],
  ['22', 'Not authorized to view the specified user.'],
  ['25', 'Query parameters are missing.'],
  ['29', 'Timeout: Unspecified'],
  ['37', 'Denied by access control: unspecified reason'],
  ['37', 'Denied by access control: Requires a writable access token'],
  ['44', 'media_ids parameter is invalid.'],
  ['108', 'Cannot find specified user.'],
  ['136', 'You have been blocked from the author of this tweet.'],
  ['158', "You can't follow yourself."],
  ['162', 'You have been blocked from following this account at the request of the user.'],
  ['163', 'Could not determine source user.'],
  ['170', 'Missing required parameter: status'],
  ['183', "You may not delete another user's status."],
  ['189', 'Error creating status.'],
  ['193', 'One or more of the uploaded media is too large.'],
  ['200', 'Forbidden.'],
  ['214#webhook-uri', 'Webhook URL does not meet the requirements. Invalid CRC token or json response format.'],
  ['239', 'Bad guest token'],
  ['324', 'Invalid media id 1670000000000000000'],
  ['336', 'The following features cannot be null: rweb_video_timestamps_enabled'],
  ['344', 'You have reached your daily limit for sending Tweets and messages. Please try again later.'],
  ['348', "Client application is not permitted to access this user's webhook subscriptions."],
  ['348#invalidate-token', 'Client application is not permitted to to invalidate this token.'],
  ['353', 'This request requires a matching csrf cookie and header.'],
  ['366', 'flow name LoginFlow is currently not accessible'],
  ['366', 'Invalid ATT for the flow'],
  ['399', 'Incorrect. Please try again.'],
  ['399', 'Could not log you in now. Please try again later.'],
  ['453', 'You currently have Essential access which includes access to Twitter API v2 endpoints only.'],
  [
    '453',
    'You currently have access to Twitter API v2 endpoints and limited v1.1 endpoints only. If you need access to this endpoint, you may need a different access level.',
  ],
  [
    '453',
    'You currently have access to a subset of Twitter API v2 endpoints and limited v1.1 endpoints (e.g. media post, oauth) only. If you need access to this endpoint, you may need a different access level. You can learn more here: https://developer.twitter.com/en/portal/product',
  ],
  [
    '453',
    'You currently have access to a subset of X API V2 endpoints and limited v1.1 endpoints (e.g. media post, oauth) only.',
  ],
  ['media-type-unrecognized', 'media type unrecognized.'],
];

const bySlug = new Map(file.entries.map((entry) => [entry.slug, entry]));

function entryOf(slug: string): CatalogEntry {
  const entry = bySlug.get(slug);
  if (!entry) throw new Error(`The catalog has no entry ${slug}.`);
  return entry;
}

function normal(text: string): string {
  return text.toLowerCase().replace(/\.$/, '');
}

/** Whether one of the texts equals `printed`, where a part written `<name>` stands for anything. */
function prints(texts: readonly string[] | undefined, printed: string): boolean {
  return (texts ?? []).some((text) => {
    const parts = normal(text)
      .split(/<[a-z]+>/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`).test(normal(printed));
  });
}

describe('the newer page', () => {
  it('has 62 codes', () => {
    expect(new Set(newerCodes.map(([code]) => code)).size).toBe(62);
  });

  it.each(newerCodes)('%i', (code, http, text) => {
    const entry = entryOf(String(code));
    expect(entry).toMatchObject({ kind: 'code', value: String(code), http, documented: true });
    expect(entry.sources).toContain(newer);
    expect(prints(entry.messages, text)).toBe(true);
  });

  it.each(webhookRows)('%s', (slug, code, text) => {
    const entry = entryOf(slug);
    expect(entry).toMatchObject({ kind: 'code', value: String(code), documented: true });
    expect(entry.sources).toContain(newer);
    expect(prints(entry.messages, text)).toBe(true);
  });

  it.each(newerStatuses)('HTTP %i %s', (status, reason) => {
    const entry = entryOf(`http-${status}`);
    expect(entry).toMatchObject({ kind: 'status', value: String(status), http: status, documented: true });
    expect(entry.sources).toContain(newer);
    expect(prints(entry.titles, reason)).toBe(true);
  });
});

describe('the older page', () => {
  it('has 57 codes', () => {
    expect(new Set(olderCodes.map(([code]) => code)).size).toBe(57);
  });

  it.each(olderCodes)('%i', (code, http, text) => {
    const entry = entryOf(String(code));
    expect(entry.value).toBe(String(code));
    expect(entry.sources).toContain(older);
    expect(prints(entry.messages, text)).toBe(true);
    if (http === null) expect(entry.note).toMatch(/[Oo]lder documentation/);
    else expect([entry.http, ...(entry.alsoHttp ?? [])]).toContain(http);
  });

  it.each(olderStatuses)('HTTP %i %s', (status, reason) => {
    const entry = entryOf(`http-${status}`);
    expect(entry).toMatchObject({ kind: 'status', value: String(status), http: status, documented: true });
    expect(entry.sources).toContain(older);
    expect(prints(entry.titles, reason)).toBe(true);
  });
});

describe('the two pages together', () => {
  it('names as sources exactly the pages that list a code', () => {
    const inNewer = new Set(newerCodes.map(([code]) => String(code)));
    const inOlder = new Set(olderCodes.map(([code]) => String(code)));
    for (const { slug, kind, sources } of file.entries) {
      if (kind !== 'code' || slug.includes('#')) continue;
      expect([slug, sources.includes(newer)]).toEqual([slug, inNewer.has(slug)]);
      expect([slug, sources.includes(older)]).toEqual([slug, inOlder.has(slug)]);
    }
  });

  it('gives code 231 no HTTP status: no page states one', () => {
    expect(entryOf('231').http).toBeUndefined();
  });
});

describe('what was met in the wild', () => {
  it.each(metInTheWild)('%s: %s', (slug, text) => {
    const entry = entryOf(slug);
    expect(entry.sources).toContain(fieldReports);
    expect(prints(entry.messages, text)).toBe(true);
  });

  it.each([
    ...[
      '7',
      '22',
      '25',
      '29',
      '37',
      '108',
      '136',
      '158',
      '162',
      '163',
      '170',
      '183',
      '189',
      '193',
      '200',
      '239',
      '336',
    ],
    ...['344', '348#invalidate-token', '353', '366', '399', '453', 'media-type-unrecognized'],
  ])('%s is undocumented', (slug) => {
    expect(entryOf(slug)).toMatchObject({ documented: false, sources: [fieldReports] });
  });

  it('has the page that lists code 348, which neither of the two does', () => {
    expect(entryOf('348')).toMatchObject({ documented: true, http: 401, sources: ['account-activity', fieldReports] });
  });
});

describe('strategies', () => {
  it.each([
    ['7', 'reconnect'],
    ['29', 'backoff'],
    ['32', 'none'],
    ['88', 'wait-for-reset'],
    ['89', 'refresh-credentials'],
    ['130', 'backoff'],
    ['131', 'backoff'],
    ['135', 'none'],
    ['139', 'already-done'],
    ['160', 'already-done'],
    ['161', 'wait-for-quota'],
    ['185', 'wait-for-quota'],
    ['187', 'already-done'],
    ['205', 'wait-for-quota'],
    ['226', 'none'],
    ['239', 'refresh-credentials'],
    ['326', 'none'],
    ['327', 'already-done'],
    ['344', 'wait-for-quota'],
    ['355', 'already-done'],
    ['453', 'none'],
  ])('%s: %s', (slug, strategy) => {
    expect(entryOf(slug).strategy.name).toBe(strategy);
  });

  it('gives numbers of a backoff only where something is retried', () => {
    const numbers = ['baseDelay', 'cap', 'jitter', 'attempts'];
    for (const { slug, strategy } of file.entries) {
      const given = Object.keys(strategy).filter((name) => numbers.includes(name));
      const expected = ['backoff', 'reconnect'].includes(strategy.name) ? numbers : [];
      expect([slug, given]).toEqual([slug, expected]);
    }
  });

  it('names the period of every wait', () => {
    for (const { slug, strategy } of file.entries) {
      expect([slug, 'period' in strategy]).toEqual([slug, strategy.name.startsWith('wait-for-')]);
    }
  });
});

describe('the file', () => {
  it('fits the schema', () => {
    expect(new Validator(schema as Schema, '7').validate(catalog).errors).toEqual([]);
  });

  it('has each slug once', () => {
    expect(bySlug.size).toBe(file.entries.length);
  });

  it.each(file.entries)('$slug is complete', (entry) => {
    expect(entry.meaning).not.toBe('');
    expect(entry.causes.length).toBeGreaterThan(0);
    expect(entry.fix.length).toBeGreaterThan(0);
    expect(entry.strategy.name).not.toBe('');
    expect(entry.sources.filter((key) => !(key in file.sources))).toEqual([]);
    const success = entry.kind === 'status' && Number(entry.value) < 400;
    expect((entry.samples ?? []).length > 0).toBe(!success);
  });

  it('names only entries that exist as confused with its own', () => {
    for (const { slug, confusedWith = [] } of file.entries) {
      for (const { entry } of confusedWith) {
        const [owner, other = ''] = entry.split('/');
        if (owner === file.id) expect([slug, bySlug.has(other)]).toEqual([slug, true]);
        expect(entry).not.toBe(`${file.id}/${slug}`);
      }
    }
  });

  it('lists a text once in an entry', () => {
    for (const { slug, messages = [] } of file.entries) {
      expect([slug, new Set(messages.map(normal)).size]).toEqual([slug, messages.length]);
    }
  });
});
