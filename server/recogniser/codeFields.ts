import type { Entry } from '../../shared/catalog/catalog';
import { candidate, type Candidate } from './candidate';
import { type Field, field, type Scalar, type Structure } from './dump';
import { isError, isFailure, type Node } from './errorObject';
import { type Knowledge, separateWords } from './knowledge';
import { isStatusKey } from './statusFields';
import type { Systems } from './systems';

/** Reads the fields of printed data that hold the code of an error. */

/** The fields of a body whose `error` is a vendor's code. */
const xquikFields = new Set(['error', 'message', 'limit', 'retryafter', 'retry_after', 'code', 'status', 'details']);

/** A number that is the code of an error. */
export function numericCode(node: Node, f: Field, value: Scalar, knowledge: Knowledge): Candidate[] {
  const inErrors = node.key === 'errors';
  // What a linter says of a line of a file.
  if (field(node.structure, 'line', 'column', 'row') && field(node.structure, 'path', 'file', 'filename')) {
    return [];
  }
  // `{ "type": "Feature", "properties": { "code": 404 }, "geometry": … }`
  if (node.parent && field(node.parent.structure, 'geometry')) {
    return [];
  }
  // JSON:API has codes of anybody's, beside the status that says it.
  if (value.quoted && ['status', 'title'].every((name) => field(node.structure, name)?.value.type === 'scalar')) {
    return [];
  }
  if (isOfRecord(node, f, value) || isOfOperatingSystem(node)) {
    return [];
  }
  const message = field(node.structure, 'message', 'msg', 'detail')?.value;
  // A database of graphs has codes of its own in `"status": { "message": …, "code": 500, "attributes": {} }`.
  const isOfGraph = node.key === 'status' && field(node.structure, 'attributes') !== undefined;
  if (isOfMail(node) || isOfGraph) {
    return [];
  }
  if (isCodeOfStatus(node, value.text)) {
    return candidate(value.range, 'status', knowledge.status(value.text), 0.95, `${f.key} of ${node.key}`);
  }
  const key = f.key.toLowerCase();
  if (ofSystemCall.test(key)) {
    // Of a system call that failed it is no status: its text says so.
    const isSaidOfAnswer = isError(node, value.text, '', knowledge);
    return candidate(
      value.range,
      'status',
      isSaidOfAnswer ? knowledge.status(value.text) : [],
      0.92,
      `key ${f.key} beside an error text`,
    );
  }
  const isDump =
    ['headers', 'ratelimit', 'data', 'config', 'allerrors'].some((name) => field(node.structure, name)) ||
    field(node.structure, 'response')?.value.type === 'structure';
  if (!inErrors && !isDump && !isError(node, value.text, key, knowledge)) {
    // What only says that it failed has the status of that, and no code of a vendor's.
    const isOfFailure = key === 'code' && isFailure(node.structure) && isSaidInWords(node.structure);
    return candidate(
      value.range,
      'status',
      isOfFailure ? knowledge.status(value.text) : [],
      0.7,
      `key ${f.key} of what failed`,
    );
  }
  const printed =
    message?.type === 'scalar' && message.text.length <= longestMessage ? separateWords(message.text) : '';
  // `{ "code": 200, "message": "OK" }` is a status with its phrase.
  const known = knowledge.isReasonPhrase(value.text, printed) ? [] : knowledge.code(value.text);
  const exact = known.filter((entry) => entry.messages?.some((text) => separateWords(text) === printed));
  const evidence = `key ${f.key}${inErrors ? ' in errors' : ' beside an error text'}`;
  // A number that HTTP has a name for is that, unless something speaks for the vendor.
  const isStatus = exact.length === 0 && knowledge.status(value.text).length > 0;
  // `errors: [{ code, message }]` and nothing else is how few others but X answer.
  const isAlone = node.structure.fields.every(({ key }) => ['code', 'message', 'label'].includes(key.toLowerCase()));
  // A name that says whose code it is: `twitterErrorCode`.
  const isNamed = f.key.toLowerCase().startsWith('twitter');
  // Programs have numbers of their own for what fails: `errorCode=22` of aria2, beside whatever text.
  const codes = known.filter((entry) => !entry.common || inErrors || isNamed || says(printed, entry));
  const result = [
    ...candidate(
      value.range,
      'code',
      codes,
      isNamed ? 0.9 : inErrors ? (isAlone && printed !== '' ? 0.55 : 0.45) : isStatus ? 0.2 : 0.35,
      evidence,
    ),
    ...candidate(value.range, 'message', exact, 0.75, 'exactly its message'),
  ];
  const number = Number(value.text);
  if (number >= 400 && number < 600) {
    const weight = codes.length === 0 ? (inErrors ? 0.85 : 0.92) : inErrors ? 0 : 0.6;
    result.push(
      ...candidate(value.range, 'status', weight === 0 ? [] : knowledge.status(value.text), weight, evidence),
    );
  }
  return result;
}

/**
 * Names of the number of an error, which a system call or a program gives as well. No API of a catalog has its codes under
 * these.
 */
const ofSystemCall = /^(?:err(?:or)?_?(?:no|number)|error_?id|ret(?:urn)?_?code|ret)$/;

/** Whether a text has one that an API prints with a code, whatever stands before or behind it. */
function says(printed: string, { messages = [] }: Entry): boolean {
  return messages.some((text) => printed.includes(separateWords(text.replace(/<[^>]*>/g, '')).trim()));
}

/** Whether an object is what Rust prints of a failed system call: `Os { code: 32, kind: BrokenPipe, message: "…" }`. */
function isOfOperatingSystem({ structure }: Node): boolean {
  const kind = field(structure, 'kind')?.value;
  const names = structure.fields.map(({ key }) => key);
  return kind?.type === 'scalar' && !kind.quoted && names.join() === 'code,kind,message';
}

/** Whether an object has a text of two letters or more beside its numbers. */
function isSaidInWords({ fields }: Structure): boolean {
  return fields.some(
    ({ key, value }) => texts.has(key.toLowerCase()) && value.type === 'scalar' && /[a-z]{2}/i.test(value.text),
  );
}

const texts = new Set(['text', 'why', 'info', 'description', 'detail', 'details', 'hint', 'cause', 'because', 'note']);

/** Names of fields that say which of many records one is. */
const identities = ['number', 'no', 'nr', 'num', 'id', 'room', 'name', 'label', 'sku'];
/** So many records at least tell that their codes are only numbers of theirs. */
const leastRecords = 4;

/**
 * Whether a code is the number of a record: it stands in another field, too, or it is one of a list in which each has
 * another, some of which are no status.
 */
function isOfRecord({ structure, key, parent }: Node, { key: name }: Field, { text }: Scalar): boolean {
  const identity = field(structure, ...identities)?.value;
  if (identity?.type === 'scalar' && identity.text === text) {
    return true;
  }
  if (!parent || parent.key !== key || /err|fail|result|response|attempt|tr(?:y|ies)/.test(key)) {
    return false;
  }
  const codes = parent.structure.items.slice(0, 2 * leastRecords).flatMap((item) => {
    const code = item.type === 'structure' ? field(item, name)?.value : undefined;
    return code?.type === 'scalar' ? [code.text] : [];
  });
  return (
    codes.length >= leastRecords &&
    new Set(codes).size === codes.length &&
    codes.every((code) => /^\d+$/.test(code)) &&
    codes.filter((code) => !/^[2-5]\d\d$/.test(code)).length > 1
  );
}

/** Names of fields with the address of what answered. */
const addressKeys = ['url', 'uri', 'endpoint', 'host', 'hostname', 'target', 'token_url', 'tokenurl', 'token_endpoint'];
/** How far up an object is asked for such an address. */
const furthestAddress = 3;

/**
 * The systems of what answered, where the record that an object lies in has its address.
 * @returns undefined where it has none
 */
export function systemsOfRecord(node: Node, { systems }: Knowledge): Systems | undefined {
  let of: Node | undefined = node;
  for (let above = 0; of?.scope === 'object' && above < furthestAddress; above++) {
    const address = field(of.structure, ...addressKeys)?.value;
    if (address?.type === 'scalar' && /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(address.text)) {
      return systems.withKin(systems.find(address.text));
    }
    of = of.parent;
  }
  return undefined;
}

/** Whether an object is what a mail server says, or another one that is none of the web. */
function isOfMail({ structure, key }: Node): boolean {
  const reply = field(structure, 'message', 'msg', 'detail', 'reply', 'text', 'response', 'description')?.value;
  return (
    /smtp|imap|ftp|^sip$|^delivery-status$/.test(key) ||
    field(structure, 'mx-host', 'enhanced-code') !== undefined ||
    (reply?.type === 'scalar' && enhancedStatus.test(reply.text.slice(0, longestMessage)))
  );
}

/** The code of a mail server, with its class: `4.7.0 try later`. */
const enhancedStatus = /(?<![\d.])[45]\.\d\.\d{1,3}(?![\d.])/;

/** Whether a code is that of a status with its phrase: `"status": { "code": 404, "text": "Not Found" }`. */
function isCodeOfStatus({ structure, key }: Node, code: string): boolean {
  const isAlone = structure.fields.length === 1;
  return (
    isStatusKey(key) &&
    /^[45]\d\d$/.test(code) &&
    (isAlone || field(structure, 'text', 'message', 'reason', 'phrase', 'description', 'explanation') !== undefined)
  );
}

/** A longer text is no message of a catalog, which has at most 500 UTF-16 units, word for word. */
const longestMessage = 1_000;

/** A word that is the code of an error. */
export function symbolicCode(node: Node, f: Field, value: Scalar, knowledge: Knowledge): Candidate[] {
  const key = f.key.toLowerCase();
  // Some write the word of a vendor as one of their own: `Unauthorized`.
  const isName = node.scope === 'object' && /^[A-Z][a-z]+$/.test(value.text);
  const entries = knowledge.code(isName ? value.text.toLowerCase() : value.text);
  if (entries.length === 0 || (node.scope === 'line' && key === 'type')) {
    return [];
  }
  const isOAuth = field(node.structure, 'error_description') !== undefined;
  const oauth = entries.filter((entry) => entry.slug.startsWith('oauth-'));
  if (isOAuth) {
    // Every token endpoint answers so: whose it is must show elsewhere.
    return candidate(value.range, 'code', oauth, 0.6, 'error beside error_description');
  }
  const others = entries.filter((entry) => !oauth.includes(entry));
  // JSON:API has codes of anybody's, beside the status that says it.
  if (key === 'code' && ['status', 'title'].every((name) => field(node.structure, name)?.value.type === 'scalar')) {
    return [];
  }
  // The Ads API has `operation_errors`, too.
  if (/(?:^|_)errors$/.test(node.key) && key === 'code') {
    return candidate(value.range, 'code', others, 0.92, 'code in errors');
  }
  const distinctive = others.some((entry) => !entry.common);
  const small = node.scope === 'object' && node.structure.fields.every((f) => xquikFields.has(f.key.toLowerCase()));
  const waits = field(node.structure, 'retryafter', 'retry_after') !== undefined;
  // Who writes codes in capitals does not write them into `error`.
  const isSlug = key === 'error' && small && /[a-z]/.test(value.text);
  const weight = distinctive ? 0.92 : isSlug ? (waits ? 0.95 : 0.7) : 0.4;
  return candidate(value.range, 'code', others, weight, `${f.key}: ${value.text}${waits ? ' beside retryAfter' : ''}`);
}
