const Twitter = require('twitter-lite');

const client = new Twitter({
  subdomain: 'api',
  version: '1.1',
  consumer_key: process.env.KEY,
  consumer_secret: process.env.SECRET,
  access_token_key: process.env.TOKEN,
  access_token_secret: process.env.TOKEN_SECRET,
});

// 160 and 161 are not our fault
const IGNORED_CODES = [160, 161, 162];
const GONE = new Set([50, 63, 108]);

module.exports.follow = async function follow(screenName) {
  try {
    await client.post('friendships/create', { screen_name: screenName });
    return 'followed';
  } catch (e) {
    if (!('errors' in e)) throw e;
    const [{ code, message }] = e.errors;
    if (code === 88) {
      const reset = e._headers.get('x-rate-limit-reset');
      return `wait until ${new Date(reset * 1000)}`;
    }
    if (GONE.has(code)) return 'gone';
    if (IGNORED_CODES.includes(code)) return 'later';
    if (code === 32 || code === 89) {
      throw new Error(`sign in again: ${message}`);
    }
    throw new Error(message);
  }
};
