import alreadyDone from '../../../handlers/shell/already_done.sh?raw';
import answer from '../../../handlers/shell/answer.sh?raw';
import apiFailure from '../../../handlers/shell/api_failure.sh?raw';
import verification from '../../../handlers/shell/verification.sh?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { field } from '../../nodes';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
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

/** The handlers of the strategies in the shell. */
export function shellStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const texts = { alreadyDone, answer, apiFailure, verification };
  return withRenewal(shellRenewal, {
    ...strategyFiles(texts, split, { definitions, method: '', head: '#!/bin/sh\n\n' }),
    nothing: 'true # It is done already, which is a success.',
    wrap,
  });
}

/** `curl -sS "$url"` becomes `curl_accepting_done 187 -sS "$url"`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  if (!/^(?:\/usr\/bin\/)?curl$/.test(call.name)) {
    return { refusal: `${call.name} is around this call already.` };
  }
  const clash = clashOf(call, source);
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
