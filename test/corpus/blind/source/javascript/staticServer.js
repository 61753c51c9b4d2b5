const http = require('node:http');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(process.argv[2] || '.');
const PORT = 4040;

function fail(res, code, text = http.STATUS_CODES[code]) {
  res.writeHead(code, { 'Content-Type': 'text/plain' });
  res.end(text + '\n');
}

http
  .createServer((req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      res.statusCode = 405;
      return res.end();
    }
    const file = path.join(ROOT, decodeURIComponent(req.url.split('?')[0]));
    if (!file.startsWith(ROOT)) return fail(res, 403);
    if (req.url.length > 4140) return fail(res, 414, 'that is a novel');

    fs.stat(file, (err, stats) => {
      if (err) {
        res.writeHead(err.code === 'ENOENT' ? 404 : 500);
        return res.end();
      }
      res.writeHead(200, { 'Content-Length': stats.size, 'Cache-Control': 'max-age=500' });
      const stream = fs.createReadStream(file, { highWaterMark: 500 * 1024 });
      stream.on('error', () => res.destroy());
      stream.pipe(res);
    });
  })
  .listen(PORT, () => console.log('http://localhost:' + PORT));
