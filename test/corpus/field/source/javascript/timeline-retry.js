var Twitter = require('twitter');
var t = new Twitter(require('./config'));

module.exports = function timeline(sn, cb) {
  var params = { screen_name: sn, count: 200 };
  t.get('statuses/user_timeline', params, function (err, tweets, response) {
    if (err && err[0] && err[0].code === 88) {
      return setTimeout(function () { timeline(sn, cb); }, 15 * 60 * 1000);
    }
    if (err && err[0].code == 34) return cb(null, []);
    if (response && response.statusCode === 401) return cb(new Error('protected: ' + sn));
    cb(err, tweets);
  });
};
