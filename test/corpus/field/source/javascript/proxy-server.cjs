const http = require('http');

const server = http.createServer((req, res) => {
  if (req.method !== 'GET') {
    res.statusCode = 405;
    return res.end();
  }
  const upstream = http.get({ host: '10.0.4.29', port: 8404, path: req.url }, (answer) => {
    if (answer.statusCode === 304) return res.writeHead(304).end();
    res.writeHead(answer.statusCode === 499 ? 502 : answer.statusCode);
    answer.pipe(res);
  });
  upstream.on('error', () => res.writeHead(504).end());
});

server.listen(5030);
