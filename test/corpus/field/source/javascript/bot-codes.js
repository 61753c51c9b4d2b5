const Twit = require('twit');
const T = new Twit(require('./keys'));

T.post('statuses/update', { status: 'hello' }, (err, data) => {
  if (!err) return console.log('posted', data.id_str);
  switch (err.code) {
    case 32: // Could not authenticate, delete from DB
    case 326: // locked
      clearInterval(timer);
      break;
    case 88: // rate limit
      break;
    case 130: // over capacity
    case 131: // internal error
      console.warn('Twitter has problems at the moment, skipping');
      break;
    case 185:
    case 187:
      return;
    default:
      console.error(err);
  }
});

const timer = setInterval(() => {}, 30 * 60 * 1000);
