import { ETwitterStreamEvent, TwitterApi } from 'twitter-api-v2';

const client = new TwitterApi(process.env.BEARER);
const MAX_WAIT = 5 * 60_000;
let wait = 500;

async function open() {
  try {
    const stream = await client.v2.searchStream({ 'tweet.fields': ['created_at'] });
    stream.on(ETwitterStreamEvent.Data, ({ data }) => console.log(data.text));
    stream.on(ETwitterStreamEvent.DataError, (e) => {
      if (e.errors?.some((x) => x.type === 'https://api.twitter.com/2/problems/operational-disconnect')) {
        stream.reconnect();
      }
    });
    wait = 500;
  } catch (e) {
    if (e.code === 429 && e.data?.connection_issue === 'TooManyConnections') {
      console.error('another process has the stream');
      process.exit(3);
    }
    if (e.code === 429) {
      wait = Math.max(wait, e.rateLimit.reset * 1000 - Date.now());
    } else if (e.code >= 500) {
      wait = Math.min(wait * 2, MAX_WAIT);
    } else if (e.data?.title === 'ConnectionException') {
      wait = 60_000;
    } else {
      throw e;
    }
    setTimeout(open, wait);
  }
}

await open();
