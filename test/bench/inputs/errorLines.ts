import type { CatalogEntry, CatalogFile } from '../../../shared/catalog/catalog';
import type { Line } from './ordinaryLines';
import type { Scene } from './scene';

/** Entries of the catalogs by what a log prints of them. */
interface Errors {
  readonly statuses: readonly CatalogEntry[];
  readonly numbered: readonly CatalogEntry[];
  readonly named: readonly CatalogEntry[];
  readonly problems: readonly CatalogEntry[];
}

/** Records of a log in which a call failed, with errors of the catalogs in the formats of servers and clients. */
export function errorLines(catalogs: readonly CatalogFile[]): readonly Line[] {
  const entries = catalogs.flatMap((catalog) => catalog.entries);
  const hasMessage = (entry: CatalogEntry) => (entry.messages?.length ?? 0) > 0;
  const errors: Errors = {
    statuses: entries.filter((e) => e.kind === 'status' && Number(e.value) >= 400 && (e.titles?.length ?? 0) > 0),
    numbered: entries.filter((e) => e.kind === 'code' && /^\d+$/.test(e.value) && hasMessage(e)),
    named: entries.filter((e) => e.kind === 'code' && !/^\d+$/.test(e.value)),
    problems: entries.filter((e) => e.kind === 'problem-type' && e.value.startsWith('https:')),
  };
  const status = (s: Scene) => s.random.pick(errors.statuses);
  const messageOf = (s: Scene, entry: CatalogEntry) =>
    s.random
      .pick(entry.messages ?? entry.titles ?? [entry.title])
      .replace(/<[^>]*>/g, '42')
      .replace(/["\\]/g, '');
  const titleOf = (entry: CatalogEntry) => entry.titles?.[0] ?? entry.title;
  const url = (s: Scene) => `https://api.x.com${s.path()}`;
  return [
    (s) => `${s.address()} - - [${s.accessTime()}] "POST ${s.path()} HTTP/1.1" ${status(s).value} ${s.random.integer(88, 999)} "-" "${s.agent()}"`,
    (s) => `[${s.iso()}] "POST ${s.path()} HTTP/1.1" ${status(s).value} URX 0 91 ${s.random.integer(1, 503)} - "-" "${s.agent()}" "${s.random.hex(32)}" "api.x.com" "-"`,
    (s) => `{"level":50,"time":${s.now().getTime()},"pid":${s.random.integer(300, 65_535)},"err":{"type":"ApiResponseError","message":"Request failed with code ${status(s).value}"},"res":{"statusCode":${status(s).value}},"msg":"post failed"}`,
    (s) => {
      const entry = s.random.pick(errors.numbered);
      return `${s.iso()} WARN twitter response body={"errors":[{"code":${entry.value},"message":"${messageOf(s, entry)}"}]} elapsed=${s.random.integer(10, 900)}ms`;
    },
    (s) => {
      const entry = s.random.pick(errors.problems);
      return `{"level":"error","message":"request failed","timestamp":"${s.iso()}","body":{"title":"${titleOf(entry)}","detail":"${messageOf(s, entry)}","type":"${entry.value}","status":${entry.http ?? 400}}}`;
    },
    (s) => {
      const entry = s.random.pick(errors.named);
      return `ts=${s.iso()} level=error component=post-worker msg="post failed" status=${entry.http ?? 400} error=${entry.value} host=xquik.com took=${s.random.integer(1, 999)}ms`;
    },
    (s) => {
      const entry = status(s);
      return `${s.iso()} INFO httpx HTTP Request: POST ${url(s)} "HTTP/1.1 ${entry.value} ${titleOf(entry)}"`;
    },
    (s) => {
      const entry = s.random.pick(errors.numbered);
      return `Traceback (most recent call last):\n  File "/srv/app/post.py", line ${s.random.integer(1, 900)}, in send\n    client.create_tweet(text=text)\ntweepy.errors.Forbidden: 403 Forbidden\n${entry.value} - ${messageOf(s, entry)}`;
    },
    (s) => {
      const entry = status(s);
      return `requests.exceptions.HTTPError: ${entry.value} Client Error: ${titleOf(entry)} for url: ${url(s)}`;
    },
    (s) => `AxiosError: Request failed with status code ${status(s).value}\n    at settle (/srv/app/node_modules/axios/lib/core/settle.js:19:12)`,
    (s) => {
      const entry = status(s);
      return `${s.iso().replace('T', ' ').slice(0, 19)} post failed: unexpected status: ${entry.value} ${titleOf(entry)} x-rate-limit-reset: ${Math.floor(s.now().getTime() / 1000) + 900}`;
    },
    (s) => `${s.syslogTime()} ${s.service()} app[${s.random.integer(300, 65_535)}]: upstream responded with status=${status(s).value} after ${s.random.integer(1, 503)} ms`,
  ]; // prettier-ignore
}
