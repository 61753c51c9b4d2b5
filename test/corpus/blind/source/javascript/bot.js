const Twit = require('twit');
const quotes = require('./quotes.json');

const T = new Twit({
  consumer_key: process.env.CONSUMER_KEY,
  consumer_secret: process.env.CONSUMER_SECRET,
  access_token: process.env.ACCESS_TOKEN,
  access_token_secret: process.env.ACCESS_TOKEN_SECRET,
  timeout_ms: 60 * 1000,
});

const HOUR = 60 * 60 * 1000;

function post(tries) {
  const status = quotes[Math.floor(Math.random() * quotes.length)].slice(0, 280);
  T.post('statuses/update', { status }, (err, data) => {
    if (!err) return console.log('posted', data.id_str);

    switch (err.code) {
      case 187: // said it already, take another one
        if (tries < 5) post(tries + 1);
        break;
      case 88:
      case 185:
        console.warn('limit, next round');
        break;
      case 226:
      case 326:
        console.error('X wants a human, bye');
        process.exit(2);
        break;
      default:
        if (err.code === 131 || err.code === 130) {
          return setTimeout(post, 500, tries + 1);
        }
        if (err.statusCode === 401) throw err;
        console.error(err.message);
    }
  });
}

setInterval(post, 4 * HOUR, 0);
post(0);
