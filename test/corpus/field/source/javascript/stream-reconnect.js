const needle = require('needle');
const URL = 'https://api.twitter.com/2/tweets/search/stream';

function connect(attempt) {
  const stream = needle.get(URL, { headers: { 'User-Agent': 'v2Filter' }, timeout: 20000 });
  stream.on('data', (chunk) => {
    const json = JSON.parse(chunk);
    if (json.connection_issue === 'TooManyConnections') {
      stream.request.abort();
    } else if (json.title === 'operational-disconnect') {
      setTimeout(() => connect(attempt + 1), 2 ** attempt);
    } else if (json.status === 429) {
      setTimeout(() => connect(attempt + 1), 60000);
    }
  });
}

connect(0);
