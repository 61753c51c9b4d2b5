import type { ServerWait } from '../../shared/finding';
import { candidate, type Candidate, type ErrorGroup } from './candidate';
import { type Field, field, type Scalar, type Structure, type Value } from './dump';
import type { Knowledge } from './knowledge';
import { waitOfField } from './wait';

/**
 * Recognises errors in printed data: the body of a response, an error object, a log record. Looks at the names of
 * fields and at their neighbours, never at a number alone.
 */

/** Names of an HTTP status that mean nothing else: `statusCode`, `http_status`, `upstream_status`, `EdgeResponseStatus`. */
const certainStatusKey =
  /^(?:http|response|resp|res|upstream|backend|origin|server|client|downstream|edge|elb|target|sc|proxy|reply)*(?:status|statuscode|httpcode|responsecode)$/;

function isStatusKey(key: string): boolean {
  return certainStatusKey.test(key.replace(/[^a-z]/g, ''));
}

const codeKeys = ['code', 'errorcode', 'error_code', 'err_code', 'twittererrorcode', 'api_code'];
const errorKeys = ['error', 'error_code', 'errorcode', 'code', 'type', 'reason', 'slug'];
const textKeys = new Set([
  'message', 'msg', 'detail', 'details', 'title', 'error', 'err', 'error_description', 'error_message', 'errormessage',
  'reason', 'exception', 'stack', 'log', 'event', 'cause', 'output', 'stderr',
]); // prettier-ignore
/** What an error has beside its status or code. */
const errorCompanions = [
  'error', 'errors', 'err', 'message', 'msg', 'statustext', 'status_text', 'error_description', 'exception', 'stack', 'error_message', 'errormessage', 'error_code', 'fault',
]; // prettier-ignore
/** What a log record of a request has beside the status. */
const requestCompanions = [
  'method', 'path', 'url', 'uri', 'request', 'req', 'request_id', 'requestid', 'endpoint', 'route', 'level', 'severity', 'headers',
  'duration', 'duration_ms', 'latency', 'latency_ms', 'elapsed', 'elapsed_ms', 'responsetime', 'response_time', 'bytes', 'user_agent',
  'remote_addr', 'remote_ip', 'client_ip', 'host', 'request_uri', 'data', 'body', 'response', 'config', 'ratelimit', 'upstream', 'service',
]; // prettier-ignore

/** Whether a line's own fields are read: `status=429 path=/x`. They need more around them than a bracketed object. */
export type Scope = 'object' | 'line';

/** Reads the words of a text field. Log lines read their words themselves, so they need none. */
export type ReadWords = (from: number, to: number) => readonly Candidate[];

interface Node {
  readonly structure: Structure;
  /** Name of the field that it is the value of, in lower case; of the list, for an item. */
  readonly key: string;
  readonly scope: Scope;
}

/**
 * The errors in a structure and everything below it. An object and the one error that it carries are one group.
 * @param text the whole document; the ranges of the structure refer to it
 * @param scope of the outermost structure
 */
export function recogniseStructure(
  text: string,
  root: Structure,
  knowledge: Knowledge,
  scope: Scope,
  readWords?: ReadWords,
): ErrorGroup[] {
  const below = new Map<Structure, ErrorGroup[]>();
  // Children come after their parents, so going backwards every structure finds its children done.
  for (const node of flatten(root, scope).reverse()) {
    const { structure } = node;
    const own = ownCandidates(text, node, knowledge, readWords);
    const ofFields = structure.fields.map((f) => groupsOf(f.value, below));
    const ofItems = structure.items.flatMap((item) => groupsOf(item, below));
    below.set(structure, [...join(own, waitIn(structure), ofFields), ...ofItems]);
  }
  return below.get(root) ?? [];
}

/** Every structure with its surroundings, parents first. Does not recurse, so that no nesting is too deep. */
function flatten(root: Structure, scope: Scope): Node[] {
  const nodes: Node[] = [{ structure: root, key: '', scope }];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    for (const { key, value } of node?.structure.fields ?? []) {
      if (value.type === 'structure') {
        nodes.push({ structure: value, key: key.toLowerCase(), scope: 'object' });
      }
    }
    for (const item of node?.structure.items ?? []) {
      if (item.type === 'structure') {
        nodes.push({ structure: item, key: node?.key ?? '', scope: 'object' });
      }
    }
  }
  return nodes;
}

function groupsOf(value: Value, below: ReadonlyMap<Structure, ErrorGroup[]>): readonly ErrorGroup[] {
  return value.type === 'structure' ? (below.get(value) ?? []) : [];
}

/**
 * What an object says itself belongs to the error in its fields: the parts of one response lie in different fields
 * (`response.status`, `data.errors`). Of a list of errors only the first is joined.
 */
function join(
  own: readonly Candidate[],
  wait: ServerWait | undefined,
  ofFields: readonly (readonly ErrorGroup[])[],
): ErrorGroup[] {
  const single = ofFields.filter((groups) => groups.length === 1).flat();
  const lists = ofFields.filter((groups) => groups.length > 1);
  let joined: ErrorGroup = { candidates: own, ...(wait && { wait }) };
  for (const group of single) {
    joined = mergeGroups(joined, group);
  }
  const rest = lists.flat();
  const isPartial = joined.candidates.every((c) => c.role === 'status' || c.role === 'header' || c.role === 'field');
  if (isPartial && rest[0] && (joined.candidates.length > 0 || joined.wait)) {
    return [mergeGroups(joined, rest[0]), ...rest.slice(1)];
  }
  return joined.candidates.length > 0 || joined.wait ? [joined, ...rest] : rest;
}

/** One group of two. */
export function mergeGroups(a: ErrorGroup, b: ErrorGroup): ErrorGroup {
  const wait = a.wait ?? b.wait;
  return { candidates: [...a.candidates, ...b.candidates], ...(wait && { wait }) };
}

function waitIn(of: Structure): ServerWait | undefined {
  for (const { key, value } of of.fields) {
    const wait = value.type === 'scalar' ? waitOfField(key, value.text) : undefined;
    if (wait) {
      return wait;
    }
  }
  return undefined;
}

function ownCandidates(text: string, node: Node, knowledge: Knowledge, readWords: ReadWords | undefined): Candidate[] {
  return node.structure.fields.flatMap((f) =>
    f.value.type === 'scalar' ? fieldCandidates(text, node, f, f.value, knowledge, readWords) : [],
  );
}

function fieldCandidates(
  text: string,
  node: Node,
  f: Field,
  value: Scalar,
  knowledge: Knowledge,
  readWords: ReadWords | undefined,
): Candidate[] {
  const key = f.key.toLowerCase();
  const result: Candidate[] = [];
  if (/^[1-9]\d{2}\b/.test(value.text) && isStatusKey(key)) {
    result.push(...statusCandidates(node, f, value, knowledge));
  } else if (codeKeys.includes(key) && /^\d{1,4}$/.test(value.text)) {
    result.push(...numericCode(node, f, value, knowledge));
  } else if (errorKeys.includes(key) && /^[A-Za-z_][\w-]*$/.test(value.text)) {
    result.push(...symbolicCode(node, f, value, knowledge));
  }
  if (key === 'type' && /^https?:/i.test(value.text)) {
    result.push(...candidate(value.range, 'problem-type', knowledge.problemType(value.text), 0.97, 'problem type'));
  }
  if (key === 'type' && value.text === 'about:blank') {
    result.push(...candidate(value.range, 'field', knowledge.problemType(value.text), 0.3, 'type about:blank'));
  }
  if (value.quoted || node.scope === 'object') {
    result.push(
      ...candidate(value.range, 'field', knowledge.byField(key, value.text), 0.6, `field ${f.key}`),
      ...candidate(f.keyRange, 'header', knowledge.header(f.key), 0.5, `header ${f.key}`),
    );
  }
  // The texts of a line's own fields are found in the line itself.
  if (node.scope === 'object' && textKeys.has(key)) {
    result.push(...(readWords?.(value.range.start, value.range.end) ?? []));
    for (const match of knowledge.messages.find(text, value.range.start, value.range.end)) {
      result.push(...messageCandidates(match, value));
    }
  }
  return result;
}

function messageCandidates(match: ReturnType<Knowledge['messages']['find']>[number], value: Scalar): Candidate[] {
  const whole = match.range.start - value.range.start < 3 && value.range.end - match.range.end < 3;
  const weight = messageWeight(match.words, match.isTitle, whole);
  return candidate(
    match.range,
    match.isTitle ? 'title' : 'message',
    match.entries,
    weight,
    match.isTitle ? 'its title' : 'its message',
  );
}

/** How sure a text of a catalog makes it: a long text is nobody else's, a short one may be. */
export function messageWeight(words: number, isTitle: boolean, whole = false): number {
  if (isTitle) {
    return words >= 2 ? 0.45 : 0.35;
  }
  return words >= 6 ? 0.92 : words === 5 ? 0.75 : words === 4 ? (whole ? 0.7 : 0.6) : words === 3 ? 0.4 : 0.2;
}

function statusCandidates(node: Node, f: Field, value: Scalar, knowledge: Knowledge): Candidate[] {
  const digits = value.text.slice(0, 3);
  const entries = knowledge.status(digits);
  const rest = value.text.slice(3).trim();
  if (rest !== '' && !knowledge.isReasonPhrase(digits, rest)) {
    return [];
  }
  const key = f.key.toLowerCase();
  const certain = key !== 'status' || rest !== '';
  const hasError = errorCompanions.some((name) => name !== key && field(node.structure, name));
  const hasRequest = requestCompanions.some((name) => field(node.structure, name));
  const inError =
    node.key === 'error' ||
    node.key === 'errors' ||
    node.key === 'response' ||
    node.key === 'res' ||
    node.key === 'err';
  const supported = hasError || hasRequest || inError;
  const weight = certain ? (supported ? 0.97 : 0.7) : supported ? 0.95 : 0.3;
  const range = { start: value.range.start, end: value.range.start + 3 };
  return candidate(range, 'status', entries, weight, `key ${f.key}${supported ? ' in an error or a request' : ''}`);
}

function numericCode(node: Node, f: Field, value: Scalar, knowledge: Knowledge): Candidate[] {
  const inErrors = node.key === 'errors';
  const hasError =
    errorCompanions.some((name) => field(node.structure, name)) || node.key === 'error' || node.key === 'extensions';
  const isDump = ['headers', 'ratelimit', 'data', 'config'].some((name) => field(node.structure, name));
  if (!hasError && !inErrors && !isDump) {
    return [];
  }
  const result: Candidate[] = [];
  const codes = knowledge.code(value.text);
  result.push(
    ...candidate(
      value.range,
      'code',
      codes,
      inErrors ? 0.45 : 0.35,
      `key ${f.key}${inErrors ? ' in errors' : ' beside an error text'}`,
    ),
  );
  const asStatus = Number(value.text);
  if (asStatus >= 400 && asStatus < 600 && !inErrors) {
    result.push(
      ...candidate(
        value.range,
        'status',
        knowledge.status(value.text),
        codes.length > 0 ? 0.6 : 0.92,
        `key ${f.key} beside an error`,
      ),
    );
  } else if (asStatus >= 400 && asStatus < 600 && codes.length === 0) {
    result.push(...candidate(value.range, 'status', knowledge.status(value.text), 0.85, `key ${f.key} in errors`));
  }
  return result;
}

function symbolicCode(node: Node, f: Field, value: Scalar, knowledge: Knowledge): Candidate[] {
  const key = f.key.toLowerCase();
  const entries = knowledge.code(value.text);
  if (entries.length === 0 || (node.scope === 'line' && key === 'type')) {
    return [];
  }
  const isOAuth = field(node.structure, 'error_description') !== undefined;
  const oauth = entries.filter((entry) => entry.slug.startsWith('oauth-'));
  if (isOAuth) {
    return candidate(value.range, 'code', oauth, 0.7, 'error beside error_description');
  }
  const others = entries.filter((entry) => !oauth.includes(entry));
  if (node.key === 'errors' && key === 'code') {
    return candidate(value.range, 'code', others, 0.92, 'code in errors');
  }
  const distinctive = others.some((entry) => !entry.common);
  const small = node.structure.fields.length <= 6 && node.scope === 'object';
  const waits = field(node.structure, 'retryafter', 'retry_after') !== undefined;
  const weight = distinctive ? 0.92 : key === 'error' && small ? (waits ? 0.95 : 0.7) : 0.4;
  return candidate(value.range, 'code', others, weight, `${f.key}: ${value.text}${waits ? ' beside retryAfter' : ''}`);
}
