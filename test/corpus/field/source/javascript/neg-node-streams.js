const { Readable } = require('stream');
const r = new Readable({ highWaterMark: 404, read() { this.push(Buffer.alloc(503)); } });
r.on('error', (e) => { if (e.code === 'ENOENT' || e.errno === -2) process.exitCode = 4; });
module.exports = { CHUNK: 429, r };
