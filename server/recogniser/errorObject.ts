import { field, type Structure } from './dump';
import type { Knowledge } from './knowledge';
import { isSaid } from './statusFields';

/** What tells that an object of printed data is an error, or is about a request: its name and what else is in it. */

/** Whether a line's own fields are read: `status=429 path=/x`. They need more around them than a bracketed object. */
export type Scope = 'object' | 'line';

/** A structure with its surroundings. */
export interface Node {
  readonly structure: Structure;
  /** Name of the field that it is the value of, in lower case; of the list, for an item. */
  readonly key: string;
  readonly scope: Scope;
  readonly parent: Node | undefined;
}

/** Fields whose object is an error, or an answer. */
const errorParents = new Set([
  'error', 'errors', 'response', 'res', 'err', 'exception', 'extensions', 'http', 'disconnect', 'fault', 'requestcontext',
  'httprequest', 'httpresponse', 'answer', 'reply', 'innererror', 'inner_error', 'failure', 'lasterror', 'last_error',
  'errordetails', 'error_details', 'errorinfo', 'error_info', 'errordata', 'error_data',
]); // prettier-ignore
/** What an error has beside its status or code. */
const errorCompanions = [
  'error', 'errors', 'err', 'message', 'msg', 'statustext', 'status_text', 'error_description', 'exception', 'stack', 'error_message', 'errormessage', 'error_code', 'fault', 'reason', 'errortype', 'error_type', 'errordetail', 'error_detail', 'error_msg', 'errormsg',
  'errormessages', 'error_messages',
]; // prettier-ignore
/** What a log record of a request has beside the status. */
const requestCompanions = [
  'method', 'path', 'url', 'uri', 'request', 'req', 'request_id', 'requestid', 'endpoint', 'route', 'level', 'severity', 'headers',
  'duration', 'duration_ms', 'latency', 'latency_ms', 'elapsed', 'elapsed_ms', 'responsetime', 'response_time', 'bytes', 'user_agent',
  'remote_addr', 'remote_ip', 'client_ip', 'host', 'request_uri', 'data', 'body', 'response', 'config', 'ratelimit', 'upstream', 'service', 'requestmethod',
  'requesturl', 'content_length', 'contentlength', 'href',
]; // prettier-ignore

/** Whether an object is a log record of a request. */
export function isOfRequest(of: Structure): boolean {
  return requestCompanions.some((name) => field(of, name));
}

/** Whether the neighbours of a status or code are those of an error. A title alone may be anything's. */
export function isError(
  { structure, key: parentKey, parent }: Node,
  digits: string,
  key: string,
  knowledge: Knowledge,
): boolean {
  const text = (name: string) => {
    const value = field(structure, name)?.value;
    return value?.type === 'scalar' ? value.text : '';
  };
  const isCompanion = (name: string) => {
    const value = name === key ? undefined : field(structure, name)?.value;
    return value !== undefined && isSaid(value);
  };
  return (
    errorCompanions.some(isCompanion) ||
    /^err/.test(key) ||
    errorParents.has(parentKey) ||
    // What an error carries: `error: { code, data: { status } }`.
    (parentKey === 'data' &&
      parent !== undefined &&
      (errorParents.has(parent.key) ||
        (field(parent.structure, 'code') && field(parent.structure, 'message')) !== undefined)) ||
    /^(?:https?:|about:blank|urn:|tag:)/.test(text('type')) ||
    ['title', 'reason', 'status', 'name', 'result'].some(
      (name) => name !== key && knowledge.isReasonPhrase(digits, text(name)),
    ) ||
    // A problem document needs neither type nor title.
    (key === 'status' && text('detail').includes(' ')) ||
    (key === 'status' && text('title') !== '' && (text('detail') !== '' || /error|problem|fault/i.test(text('type'))))
  );
}
