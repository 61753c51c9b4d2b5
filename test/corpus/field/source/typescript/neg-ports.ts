import net from 'node:net';
export const PORTS = { web: 8404, admin: 4290, metrics: 503 };
export const server = net.createServer((s) => s.end('ok'));
server.listen(PORTS.metrics, '127.0.0.1', 404);
