import type { Scene } from './scene';

/** A record of a log in which nothing went wrong, as programs print it. Without the line's end. */
export type Line = (scene: Scene) => string;

const nginx: Line = (s) =>
  `${s.address()} - ${s.random.chance(0.1) ? 'alice' : '-'} [${s.accessTime()}] "${s.method()} ${s.path()} HTTP/1.1" ${s.okStatus()} ${s.random.integer(88, 99_999)} "${s.random.chance(0.4) ? `https://example.com/p/${s.random.integer(1, 9999)}` : '-'}" "${s.agent()}"`;

const apache: Line = (s) =>
  `www.example.com:443 ${s.address()} - - [${s.accessTime()}] "${s.method()} ${s.path()} HTTP/2.0" ${s.okStatus()} ${s.random.integer(400, 599)} "-" "${s.agent()}"`;

const haproxy: Line = (s) =>
  `${s.syslogTime()} lb1 haproxy[${s.random.integer(300, 65_535)}]: ${s.address()}:${s.random.integer(1024, 65_535)} [${s.accessTime().slice(0, -6)}.${s.random.integer(100, 999)}] https~ app/app${s.random.integer(1, 4)} 0/0/${s.random.integer(0, 9)}/${s.random.integer(1, 503)}/${s.random.integer(1, 504)} ${s.okStatus()} ${s.random.integer(88, 9999)} - - ---- ${s.random.integer(1, 429)}/${s.random.integer(1, 99)}/0/0/0 0/0 "${s.method()} ${s.path()} HTTP/1.1"`;

const envoy: Line = (s) =>
  `[${s.iso()}] "${s.method()} ${s.path()} HTTP/1.1" ${s.okStatus()} - 0 ${s.random.integer(88, 9999)} ${s.random.integer(1, 503)} ${s.random.integer(1, 404)} "-" "${s.agent()}" "${uuid(s)}" "example.com" "${s.address()}:8080"`;

const pino: Line = (s) =>
  `{"level":30,"time":${s.now().getTime()},"pid":${s.random.integer(300, 65_535)},"hostname":"${s.service()}-${s.random.hex(5)}","req":{"id":${s.random.integer(1, 504)},"method":"${s.method()}","url":"${s.path()}","remotePort":${s.random.integer(3000, 65_535)}},"res":{"statusCode":${s.okStatus()}},"responseTime":${s.random.integer(1, 4290)},"msg":"${s.event()}"}`;

const winston: Line = (s) =>
  `{"level":"${s.random.pick(['info', 'info', 'debug', 'warn'])}","message":"${s.event()}","service":"${s.service()}","port":${s.random.integer(3000, 9443)},"timestamp":"${s.iso()}","traceId":"${s.random.hex(32)}","user":{"id":"${s.random.integer(1e8, 2e9)}","name":"user_${s.random.integer(1, 99_999)}"}}`;

const structlog: Line = (s) =>
  `{"event": "${s.event()}", "logger": "app.${s.service()}", "level": "info", "timestamp": "${s.iso()}", "lineno": ${s.random.integer(1, 599)}, "duration_ms": ${s.random.integer(1, 503)}, "items": ${s.random.integer(1, 4290)}}`;

const docker: Line = (s) =>
  `{"log":"${s.iso()} INFO ${s.event()} on port ${s.random.integer(3000, 9443)}\\n","stream":"stdout","time":"${s.iso().slice(0, -1)}${s.random.integer(100_000, 999_999)}Z"}`;

const logfmt: Line = (s) =>
  `ts=${s.iso()} level=${s.random.pick(['info', 'debug', 'warn'])} caller=server.go:${s.random.integer(10, 900)} component=${s.service()} msg="${s.event()}" took=${s.random.integer(1, 999)}ms size=${s.random.integer(100, 99_999)} port=${s.random.integer(3000, 9443)} status=${s.okStatus()} addr=${s.address()}:${s.random.integer(1024, 65_535)}`;

const syslog: Line = (s) =>
  `${s.syslogTime()} ${s.service()} systemd[1]: Started session ${s.random.integer(1, 504)} of user deploy (pid ${s.random.integer(300, 65_535)}).`;

const plain: Line = (s) =>
  `${s.iso()} INFO  [${s.service()}] ${s.event()} in ${s.random.integer(1, 503)} ms, ${s.random.integer(1, 429)} left — naïve ✓`;

const python: Line = (s) =>
  [
    'Traceback (most recent call last):',
    ...frames(
      s,
      (file, line, name) =>
        `  File "/srv/app/${file}.py", line ${line}, in ${name}\n    return self.${name}(item, limit=${s.random.integer(1, 503)})`,
    ),
    s.random.pick([
      `KeyError: 'data'`,
      `ValueError: invalid literal for int() with base 10: '404x'`,
      'RuntimeError: worker 429 did not start',
    ]),
  ].join('\n');

const java: Line = (s) =>
  [
    `${s.iso()} WARN  [worker-${s.random.integer(1, 504)}] c.e.app.Worker - skipped`,
    'java.lang.IllegalStateException: queue is empty',
    ...frames(s, (file, line, name) => `\tat com.example.app.${file}.${name}(${file}.java:${line})`),
  ].join('\n');

const nodejs: Line = (s) =>
  [
    `TypeError: Cannot read properties of undefined (reading 'id')`,
    ...frames(s, (file, line, name) => `    at ${name} (/srv/app/dist/${file}.js:${line}:${s.random.integer(1, 80)})`),
  ].join('\n');

const go: Line = (s) =>
  [
    `goroutine ${s.random.integer(1, 504)} [running]:`,
    ...frames(
      s,
      (file, line, name) => `main.${name}(0x${s.random.hex(8)})\n\t/srv/app/${file}.go:${line} +0x${s.random.hex(3)}`,
    ),
  ].join('\n');

/** The lines with their shares, of 100. */
export const ordinaryLines: readonly (readonly [share: number, line: Line])[] = [
  [16, nginx], [8, apache], [6, haproxy], [6, envoy], [12, pino], [10, winston], [6, structlog], [5, docker],
  [20, logfmt], [4, syslog], [4, plain], [1, python], [0.7, java], [0.7, nodejs], [0.6, go],
]; // prettier-ignore

function frames(s: Scene, print: (file: string, line: number, name: string) => string): string[] {
  return Array.from({ length: s.random.integer(2, 6) }, () =>
    print(
      s.random.pick(['Client', 'Models', 'Worker', 'Http', 'Tasks']),
      s.random.integer(1, 900),
      s.random.pick(['call', 'request', 'send', 'run', 'handle']),
    ),
  );
}

function uuid(s: Scene): string {
  const hex = s.random.hex(32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
