import type { SourceRule } from './sourceRule';

const x = "import { TwitterApi } from 'twitter-api-v2';\n";

export const vendorCode: SourceRule = {
  name: 'vendor code',
  says: 'A vendor’s code compared with an error’s code in a file that is about the vendor; a vendor’s word as a string.',
  matches: [
    [
      'typescript',
      "const r = await client.post('friendships/create', { user_id });\nif (error.code === 326) stop();",
      ['x-api-v1.1/326'],
    ],
    [
      'typescript',
      `fetch('https://api.x.com/2/users');\nthrow new HarbourError('internal-error', text);`,
      ['x-api-v2/internal-error'],
    ],
    [
      'python',
      '# Codes of the Twitter API\nACCOUNT_LOCKED_ERROR_CODES = [64, 326]\nFOLLOW_ERROR_CODE = 161\nLEFT_OUT_TWITTER_ERRORS = {179}\n',
      ['x-api-v1.1/64', 'x-api-v1.1/326', 'x-api-v1.1/161', 'x-api-v1.1/179'],
    ],
    [
      'php',
      `<?php\nfunction log_in_again($answer, $id) {\n${'    // What follows is long enough for its words to count.\n'.repeat(12)}    if ($answer->errors[0]->code == 89 || $answer->errors[0]->code == 135) {\n        $this->db->update(TWITTER_USERS, array('on' => 0), $id);\n    }\n}\n`,
      ['x-api-v1.1/89', 'x-api-v1.1/135'],
    ],
    [
      'java',
      'import twitter4j.*;\nclass A { static { messages.put(88, "wait"); messages.put(226, "robot"); } }',
      ['x-api-v1.1/88', 'x-api-v1.1/226'],
    ],
    [
      'swift',
      '    32: "Could not authenticate you",\n    187: "Status is a duplicate",\n',
      ['x-api-v1.1/32', 'x-api-v1.1/32', 'x-api-v1.1/187', 'x-api-v1.1/187'],
    ],
    [
      'typescript',
      'class TwitterApiError extends Error {\n  get isDuplicate() { return this.code === 187; }\n}',
      ['x-api-v1.1/187'],
    ],
    [
      'python',
      'class XApiError(Exception): ...\nfirst = answer.json()["errors"][0]\nif first["code"] == 326:\n    unlock()\n' +
        'for one in answer.json().get("errors", []):\n    number = one.get("code")\n    if number == 64:\n        stop()\n',
      ['x-api-v1.1/326', 'x-api-v1.1/64'],
    ],
    [
      'typescript',
      `${x}if (e.data.errors.some((one) => one.code === 186)) shorten();\nconst AUTH_CODES = new Set([32, 89]);\nif (AUTH_CODES.has(e.code)) login();`,
      ['x-api-v1.1/186', 'x-api-v1.1/32', 'x-api-v1.1/89'],
    ],
    ['python', 'import tweepy\nFATAL_CODES = [64, 326, 503]\n', ['x-api-v1.1/64', 'x-api-v1.1/326', 'http/503']],
    ['python', 'TWITTER_PAGE_GONE_ERROR = 34\nTWITTER_DAILY_LIMIT_ERROR = 185\n', ['x-api-v1.1/34', 'x-api-v1.1/185']],
    [
      'javascript',
      "client.post('statuses/update', s, (err) => { if (err[0].code === 88) later(); });",
      ['x-api-v1.1/88'],
    ],
    [
      'javascript',
      "// what a Tweet can meet\nmodule.exports = { 32: 'log in', 34: 'gone', 50: 'nobody', 88: 'wait', 187: 'said before' };",
      ['x-api-v1.1/32', 'x-api-v1.1/34', 'x-api-v1.1/50', 'x-api-v1.1/88', 'x-api-v1.1/187'],
    ],
    [
      'javascript',
      "bird.post('statuses/update', { status }, (err) => {\n  if (err && err.code === 187) skip();\n});",
      ['x-api-v1.1/187'],
    ],
    [
      'javascript',
      'try { await queueTweet(text); } catch (e) {\n  if (e.code === 186) shorten();\n}',
      ['x-api-v1.1/186'],
    ],
    ['java', 'class A { void f(Fault e) { if (e.getErrorCode() == 88) { pauseRetweets(); } } }', ['x-api-v1.1/88']],
    ['swift', 'func share(tweet: Note) { if error.code == 187 { drop(tweet) } }', ['x-api-v1.1/187']],
    [
      'python',
      "import tweepy\ntry:\n    go()\nexcept Exception as e:\n    if '453' in str(e):\n        stop()\n",
      ['x-api-v1.1/453'],
    ],
    [
      'csharp',
      'class A { void F() { throw new FaultException("32: Could not authenticate you - sorry", e); } }',
      ['x-api-v1.1/32', 'x-api-v1.1/32'],
    ],
    ['php', '<?php\nclass TwitterException { const TWITTER_404_ERROR_CODE = 34; }', ['x-api-v1.1/34']],
    ['typescript', `${x}if (e.hasErrorCode(187)) return;`, ['x-api-v1.1/187']],
    ['typescript', `${x}if (problem.detail?.includes('duplicate content')) skip();`, ['x-api-v2/duplicate-content']],
    ['python', 'import tweepy\nif "duplicate content" in str(error):\n    pass\n', ['x-api-v2/duplicate-content']],
    ['python', 'import tweepy\nif 88 in e.api_codes:\n    pass\n', ['x-api-v1.1/88']],
    [
      'typescript',
      `${x}for (const item of error.errors ?? []) {\n  if ('code' in item && item.code === 453) stop();\n}`,
      ['x-api-v1.1/453'],
    ],
    ['typescript', `${x}if (e.data?.title === 'ConnectionException') wait();`, ['x-api-v2/streaming-connection']],
    [
      'typescript',
      `${x}if (e.data?.connection_issue === 'TooManyConnections') wait();`,
      ['x-api-v2/streaming-connection'],
    ],
    [
      'kotlin',
      'import twitter4j.TwitterException\nfun f(e: TwitterException) = e.errorCode == 187',
      ['x-api-v1.1/187'],
    ],
    ['typescript', "if (body.error === 'x_write_unconfirmed') check();", ['xquik/x_write_unconfirmed']],
    [
      'typescript',
      "const BASE = 'https://xquik.com/api/v1';\nconst HINTS = { no_credits: 'Buy some.', x_content_too_long: 'Shorten it.' };",
      ['xquik/no_credits', 'xquik/x_content_too_long'],
    ],
    [
      'typescript',
      "if (problem.type === 'https://api.x.com/2/problems/usage-capped') stop();",
      ['x-api-v2/usage-capped'],
    ],
    [
      'python',
      'URL = \'https://ads-api.x.com/12\'\nif \'"code":"CAMPAIGN_NOT_FOUND"\' in text:\n    pass\n',
      ['x-ads/CAMPAIGN_NOT_FOUND'],
    ],
    [
      'shellscript',
      'curl -s https://api.x.com/2/tweets\ncase "$type" in\n  */problems/usage-capped) exit 1 ;;\nesac',
      ['x-api-v2/usage-capped'],
    ],
    [
      'kotlin',
      'val url = "https://ads-api.x.com/12"\nval transient = setOf("OVER_CAPACITY", "LOCK_ACQUISITION_TIMEOUT", "CAMPAIGN_NOT_FOUND")',
      ['x-ads/OVER_CAPACITY', 'x-ads/LOCK_ACQUISITION_TIMEOUT', 'x-ads/CAMPAIGN_NOT_FOUND'],
    ],
    [
      'typescript',
      "expect(kindOf({ status: 200, body: { reason: 'client-not-enrolled' } })).toBe('setup');",
      ['x-api-v2/client-forbidden'],
    ],
    [
      'php',
      `<?php\nif ($c->getLastHttpCode() !== 200 && $result->errors[0]->code == 88) { wait(); }`,
      ['x-api-v1.1/88'],
    ],
  ],
  nonMatches: [
    ['typescript', "const r = await client.post('boats/create', { id });\nif (error.code === 326) stop();"],
    [
      'typescript',
      `fetch(pier);\nthrow new HarbourError('internal-error', text);\nexport const CODES = { code: 'internal-error', errorCode: 'invalid-request' };`,
    ],
    ['php', `<?php\nif ($result->errors[0]->kind == 88) { wait(); }`],
    ['typescript', "const cap = { period: 'Monthly', detail: 'Too Many Requests', reason: 'client-not-here' };"],
    ['python', '# Codes of the Twitter API\nMY_SQL_ERROR_CODE = 64\nLAST_EXIT_ERROR_CODES = [63, 326]\n'],
    [
      'kotlin',
      'import okhttp3.*\ndata class Lamp(val id: Int, val code: Int)\nval lamps = listOf(Lamp(404, 500), Lamp(id = 429, code = 503))',
    ],
    ['typescript', "import axios from 'axios';\nclass Crate { isLight() { return this.code === 32; } }"],
    ['python', '# tweets from the ladder\nAUTH_CODES = [32, 89]\nif pin in AUTH_CODES:\n    pass\n'],
    ['python', 'TWITTER_PAGE_SIZE = 34\nTWITTER_ERROR_WAIT = 185\n'],
    ['javascript', "client.post('statuses/update', s, () => { if (rows[0].code === 88) later(); });"],
    ['javascript', "module.exports = { 32: 'pump', 34: 'valve', 50: 'pipe', 88: 'tank', 187: 'lid' };"],
    [
      'javascript',
      "const tweets = { 32: 'a', 34: 'b', 51: 'c', 88: 'd', 187: 'e' };\nconst tweet = { 32: 'a', 34: 'b' };",
    ],
    [
      'javascript',
      '// tweets from where you are\nnavigator.geolocation.watchPosition(ok, (error) => { if (error.code === 3) wait(); });',
    ],
    ['javascript', 'if (row.code === 187) tweet(row);'],
    ['javascript', 'const seats = { tweets: 187, code: 34 };\nif (tweets === 187) celebrate();'],
    ['javascript', 'if (bittern.sweet && err.code === 187) skip();'],
    ['python', "import tweepy\nif '453' in shelf_name:\n    pass\nif '12' in str(error):\n    pass\n"],
    ['csharp', 'class A { string F() => "32: Could not find the ladder"; }'],
    ['php', '<?php\nclass TwitterWidth { const TWITTER_404_COLUMN = 34; }'],
    ['kotlin', 'val url = "https://ads-api.x.com/12"\nval names = setOf("OVER_CAPACITY", "AUTUMN", "SPRING")'],
    ['python', 'if \'"code":"CAMPAIGN_NOT_FOUND"\' in text:\n    pass\n'],
    ['typescript', "enum APIErrorCode { Bad = 'invalid_request' }\nclass APIResponseError extends Error {}"],
    ['rust', 'fn f() -> R { bail!("could not find `serde` in registry `{}` with version `{}`", r, v) }'],
    ['typescript', 'if (row.code === 187) skip();'],
    ['typescript', `${x}for (const item of cart.items ?? []) {\n  if (item.code === 453) stop();\n}`],
    ['typescript', `${x}if (page.title === 'Forbidden' || row.issue === 'Monthly') stop();`],
    ['typescript', "if (e.title === 'ConnectionException') stop();"],
    ['typescript', "if (problem.detail?.includes('duplicate content')) skip();"],
    ['typescript', `${x}const message = 'duplicate content'; if (page.body.includes('duplicate content')) skip();`],
    [
      'typescript',
      `${x}if (error.message.includes('not allowed') || error.message.includes('try again later') || error.message.includes('create a Tweet')) skip();`,
    ],
    ['python', 'if user_id == 88:\n    pass\n'],
    ['typescript', "if (state === 'frozen' || kind === 'duplicate') thaw();"],
    ['typescript', "const HINTS = { no_credits: 'Buy some.', no_media: 'None.' };"],
    [
      'typescript',
      "const BASE = 'https://xquik.com/api/v1';\nconst flags = { no_media: true, width: 404, height: 500 };",
    ],
    ['python', 'BASE = "https://xquik.com/api/v1"\nSTATES = ["frozen", "not_found"]\nif state == "frozen": thaw()'],
    ['shellscript', "printf '[harbour] Error: Invalid or expired token\\n' >&2; exit 1"],
  ],
};
