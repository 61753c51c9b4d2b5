import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';

/** The statuses that a log tells, in order. */
async function statusesIn(text: string): Promise<string[]> {
  const { findings } = await testService().recognise(testDocument('log', text));
  return reported(findings)
    .filter(({ lead }) => lead)
    .map((finding) => finding.text);
}

/** Messages of developers with the status that each tells. */
const telling: ReadonlyArray<readonly [message: string, status: string]> = [
  ['tide look-up failed 503', '503'],
  ['retry #1 after 502', '502'],
  ['quota exceeded: 429', '429'],
  ['the pier returned 401 -> rowing home', '401'],
  ['the pier gateway said no: 503', '503'],
  ['kunde inte lasta båten: 401', '401'],
  ['axios 403', '403'],
  ['chunk 12/40 -> 413, rowing slower', '413'],
];
const silent = ['moored 404 boats', 'boat 503 moored', 'sold 429 crates in 500 ms', 'pier 404: all calm'];

const json = (value: unknown) => JSON.stringify(value);
/** What loggers and those who collect logs make of a message. */
const loggers: Readonly<Record<string, (message: string) => string>> = {
  syslog: (message) => `Nov 30 04:10:11 box-7 pier[123]: ${message}`,
  'syslog, RFC 5424': (message) => `<4>1 2026-11-30T04:10:11Z box-7 pier 123 - - ${message}`,
  log4js: (message) => `[2026-11-30T04:10:11.201] [WARN] pier.sync - ${message}`,
  log4net: (message) => `2026-11-30 04:10:11,201 [1] WARN Pier.Sync [(null)] - ${message}`,
  Logback: (message) => `2026-11-30T04:10:11.201Z  WARN 1 --- [main] c.e.pier.Sync : ${message}`,
  logging: (message) => `2026-11-30 04:10:11,201 - pier.sync - WARNING - ${message}`,
  loguru: (message) => `2026-11-30 04:10:11.201 | WARNING  | pier.sync:run:41 - ${message}`,
  structlog: (message) => `2026-11-30 04:10:11 [warning  ] ${message}   pier=4 name="old pier"`,
  Monolog: (message) => `[2026-11-30T04:10:11+00:00] pier.WARNING: ${message} {"pier":4} []`,
  PHP: (message) => `PHP Warning:  ${message} in /srv/pier.php on line 12`,
  'zap for people': (message) => `2026-11-30T04:10:11.201Z\tWARN\tsync/pier.go:31\t${message}\t{"pier": 4}`,
  slog: (message) => `time=2026-11-30T04:10:11Z level=WARN msg=${json(message)} pier=4`,
  klog: (message) => `W1130 04:10:11.201000       1 pier.go:41] ${message}`,
  tracing: (message) => `2026-11-30T04:10:11.201Z  WARN pier::sync: ${message}`,
  'Ruby Logger': (message) => `W, [2026-11-30T04:10:11.201 #123]  WARN -- : ${message}`,
  Serilog: (message) => `[04:10:11 WRN] ${message}`,
  logcat: (message) => `11-30 04:10:11.201  1234  1260 W PierSync: ${message}`,
  pino: (message) => json({ level: 40, time: 1796007403140, pid: 7, hostname: 'box', msg: message }),
  winston: (message) => json({ level: 'warn', message, pier: 4 }),
  'an error in JSON': (message) => json({ level: 'error', msg: 'mooring went wrong', error: message }),
  Docker: (message) => json({ log: `${message}\n`, stream: 'stderr', time: '2026-11-30T04:10:11Z' }),
  'Docker Compose': (message) => `pier_1  | ${message}`,
  'Google Cloud': (message) => json({ severity: 'WARNING', textPayload: message }),
  'GitHub Actions': (message) => `2026-11-30T04:10:11.2010000Z ##[warning]${message}`,
};

describe.each(Object.entries(loggers))('a message that %s wrote says what it says by itself', (_, write) => {
  it.each(telling)('%s', async (message, status) => {
    expect(await statusesIn(write(message))).toEqual([status]);
  });
  it.each(silent)('nothing: %s', async (message) => {
    expect(await statusesIn(write(message))).toEqual([]);
  });
});
