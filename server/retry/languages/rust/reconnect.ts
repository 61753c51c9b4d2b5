import answerUreq from '../../../handlers/rust/answer_ureq.rs?raw';
import backoff from '../../../handlers/rust/backoff.rs?raw';
import reconnect from '../../../handlers/rust/reconnect.rs?raw';
import reconnectAsync from '../../../handlers/rust/reconnect_async.rs?raw';
import reconnectUreq from '../../../handlers/rust/reconnect_ureq.rs?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import { type HandlerFile, isRefusal, type Refusal, type StrategyHandlers } from '../../language';
import { children, covers, field, outward, scopesOf } from '../../nodes';
import { resultNames } from '../../retryLoops';
import type { Source } from '../../source';
import type { TextEdit, TextEdits } from '../../textEdits';
import { whyNoUreq } from './calls';
import { returnsAnyError, returnType } from './errors';
import { composeHandler } from './libraries';
import { closureEdits, handOver, limitReads } from './wrap';

/** The handlers of streams, and how a call is handed to one. */
export function rustStreams(
  split: (text: string) => HandlerParts,
): Pick<StrategyHandlers, 'files' | 'handlers' | 'streams'> {
  const compose = (
    name: string,
    own: string,
    others: readonly string[],
    { unused = /^$/, shared = '' } = {},
  ): HandlerFile => ({
    ...composeHandler(name, own, others, split, (use) => !unused.test(use), shared),
    sign: /\bdrop_delay\b/,
  });
  const plain = compose('reconnect', reconnect, [backoff]);
  const awaited = compose('reconnect_async', reconnectAsync, [reconnect, backoff], {
    unused: /mpsc|blocking|\{ResponseBuilderExt|\bRead\b/,
  });
  const ureq = compose('reconnect_ureq', reconnectUreq, [reconnect, backoff], {
    unused: /reqwest/,
    shared: answerUreq,
  });
  const handlerFor = (call: HttpCall): HandlerFile | Refusal =>
    whyNoUreq(call) ?? (call.client === 'ureq' ? ureq : call.async ? awaited : plain);
  return {
    files: [plain, awaited, ureq],
    handlers: { reconnect: handlerFor },
    streams: {
      opens: /^\??\s*\.(?:chunk|bytes_stream|read|into_reader)\(|^\??\)\s*\.(?:lines|split)\(/,
      readers: /\bBufReader::(?:new|with_capacity\(\s*[\w.]+\s*,)\(?\s*(?:&mut )?$/,
      collects: /\.(?:text|bytes|json|into_string|into_json|read_to_(?:end|string))\(/,
      blockNames: (call) => armsOf(call, okay).map((name) => ({ name, end: call.range.end })),
      wrap: wrapStream,
    },
  };
}

/** The pattern of an arm for a response. */
const okay = /^Ok\(\s*(?:mut )?(\w+)\s*\)$/;

/** The names in the patterns of a `match` on a call, by the group of a pattern that fits. */
function armsOf({ args, range }: HttpCall, pattern: RegExp): string[] {
  const whole = [...outward(args)].find(({ type }) => type === 'match_expression');
  const value = field(whole, 'value');
  const behind = value?.tree.rootNode.text.slice(range.end, value.endIndex).trim();
  const arms =
    value && covers(value, args) && /^(?:\.await)?$/.test(behind ?? '?') ? children(field(whole, 'body')) : [];
  return arms.flatMap((arm) => pattern.exec(field(arm, 'pattern')?.text ?? '')?.[1] ?? []);
}

/** `client.get(url).send()` becomes `reconnect::call(reconnect::Options::default(), || client.get(url).send())`. */
function wrapStream(call: HttpCall, handler: string, silence: number, source: Source): TextEdits | Refusal {
  const node = call.args.parent ?? call.args;
  const why = whyNotStream(call, source);
  const edits = why ? { refusal: why } : closureEdits(node, source);
  if (isRefusal(edits)) {
    return edits;
  }
  const limits = call.client === 'ureq' ? limitReads(node, call, silence) : [];
  const options = handler.replace(/\w+$/, 'Options::default()');
  if (isRefusal(limits)) {
    return limits;
  }
  const isOwn = ({ range }: TextEdit): boolean => call.range.start <= range.start && range.end <= call.range.end;
  const wrapped = handOver(call, handler, [options], [...edits, ...limits.filter(isOwn)], source);
  return [...limits.filter((edit) => !isOwn(edit)), wrapped];
}

/** What the streams of the handlers lack, and a response has. */
const wholes = /^\s*\.\s*(?:json|bytes|copy_to|bytes_stream|into_string|into_json|headers_mut|extensions_mut)\b/;

/** Why the handler cannot take the place of a response; undefined when it can. */
function whyNotStream(call: HttpCall, source: Source): string | undefined {
  const { syntax } = source.language;
  const scope = scopesOf(call.args, syntax)[0] ?? source.root;
  const own = source.text.slice(call.range.start, call.range.end);
  if (/\.timeout\(/.test(own)) {
    return 'The timeout of this request would end a healthy stream, too; leave it to the client how long a read may take.';
  }
  const names = new Set([...resultNames(call.args, syntax), ...armsOf(call, okay)]);
  const later = source.text.slice(call.range.end, scope.endIndex);
  const uses = [...later.matchAll(/\b([a-z_]\w*)\b/g)].filter(([, name = '']) => names.has(name));
  if (uses.some(({ index, 0: name }) => wholes.test(later.slice(index + name.length)))) {
    return 'The response is also read in a way that a stream does not have; take its text(), or its pieces by chunk().';
  }
  const isFree = !/\?/.test(later) || returnsAnyError(call, source) || /\bio::/.test(returnType(call, source));
  const namesError = armsOf(call, /^Err\(\s*(?:ref )?([a-z]\w*)/).length > 0;
  return call.async && (!isFree || namesError)
    ? 'What follows this call is for errors of another type, not for the io::Error of the handler.'
    : undefined;
}
