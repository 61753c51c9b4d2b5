import alreadyDone from '../../../handlers/shell/already_done.sh?raw';
import answer from '../../../handlers/shell/answer.sh?raw';
import apiFailure from '../../../handlers/shell/api_failure.sh?raw';
import reconnect from '../../../handlers/shell/reconnect.sh?raw';
import verification from '../../../handlers/shell/verification.sh?raw';
import type { Node } from '@vscode/tree-sitter-wasm';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { children, covers, field, nodesOfType, outward } from '../../nodes';
import { withRenewal } from '../../renewal';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { shellRenewal } from './renewal';
import { wordsOf } from './syntax';
import { clashOf } from './wrap';

const definitions = {
  alreadyDone: 'curl_accepting_done',
  apiFailure: 'curl_or_failure',
  verification: 'curl_with_verification',
};

const stream: HandlerFile = { name: 'curl_with_reconnect', text: reconnect, sign: /RECONNECT_HEALTHY/ };

/** The handlers of the strategies in the shell. */
export function shellStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const texts = { alreadyDone, answer, apiFailure, verification };
  const { files, handlers } = strategyFiles(texts, split, { definitions, method: '', head: '#!/bin/sh\n\n' });
  return withRenewal(shellRenewal, {
    files: [...files, stream],
    handlers: { ...handlers, reconnect: () => stream },
    streams: { opens: never, collects: never, reads: isReadInLoop, wrap: wrapStream },
    nothing: 'true # It is done already, which is a success.',
    wrap,
  });
}

/** No name stands for what a command prints. */
const never = /(?!)/;

/** Whether `while read` takes the lines of a command: behind it in a pipeline, or from a process substitution. */
function isReadInLoop({ args }: HttpCall): boolean {
  const around = [...outward(args)];
  const reads = (node: Node): boolean =>
    nodesOfType(node, 'while_statement').some((loop) => /\bread\b/.test(field(loop, 'condition')?.text ?? ''));
  const pipeline = around.find(({ type }) => type === 'pipeline');
  const behind = children(pipeline).filter((part) => part.startIndex >= args.endIndex);
  const substitution = around.find(({ type }) => type === 'process_substitution');
  const redirected = around.find(({ type }) => type === 'redirected_statement');
  const body = substitution && redirected && covers(redirected, substitution) ? field(redirected, 'body') : undefined;
  return behind.some(reads) || (body !== undefined && reads(body));
}

/** `curl -sSN "$url" |` becomes `RECONNECT_SILENCE=30 curl_with_reconnect -sSN "$url" |`. */
function wrapStream(call: HttpCall, handler: string, silence: number): TextEdit | Refusal {
  const clash = clashOf(call);
  if (clash) {
    return clash;
  }
  const told = wordsOf(call.args).find(({ text }) => /^(?:--write-out|--include|-[a-zA-Z]*[wi])/.test(text));
  if (told) {
    return { refusal: `With ${told.text} curl prints among the lines, once for each connection.` };
  }
  const name = field(call.args, 'name');
  return {
    range: { start: call.range.start, end: name?.endIndex ?? call.range.start },
    newText: `RECONNECT_SILENCE=${silence} ${handler}`,
  };
}

/** `curl -sS "$url"` becomes `curl_accepting_done 187 -sS "$url"`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[]): TextEdit | Refusal {
  if (!/^(?:\/usr\/bin\/)?curl$/.test(call.name)) {
    return { refusal: `${call.name} is around this call already.` };
  }
  const clash = clashOf(call);
  if (clash) {
    return clash;
  }
  const hidden = wordsOf(call.args).find(({ text }) => /^(?:--fail|-[a-zA-Z]*f[a-zA-Z]*)$/.test(text));
  if (hidden) {
    return { refusal: `With ${hidden.text} curl leaves out the answer, by which the handler tells a failure.` };
  }
  const name = field(call.args, 'name');
  return {
    range: { start: call.range.start, end: name?.endIndex ?? call.range.start },
    newText: [handler, ...options.map(writeOption)].join(' '),
  };
}

function writeOption({ value }: HandlerOption): string {
  const text = typeof value !== 'object' ? '' : 'text' in value ? value.text : value.reference;
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
