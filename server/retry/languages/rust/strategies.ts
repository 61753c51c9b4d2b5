import alreadyDone from '../../../handlers/rust/already_done.rs?raw';
import alreadyDoneAsync from '../../../handlers/rust/already_done_async.rs?raw';
import alreadyDoneUreq from '../../../handlers/rust/already_done_ureq.rs?raw';
import answer from '../../../handlers/rust/answer.rs?raw';
import answerAsync from '../../../handlers/rust/answer_async.rs?raw';
import answerUreq from '../../../handlers/rust/answer_ureq.rs?raw';
import apiFailure from '../../../handlers/rust/api_failure.rs?raw';
import apiFailureAsync from '../../../handlers/rust/api_failure_async.rs?raw';
import apiFailureUreq from '../../../handlers/rust/api_failure_ureq.rs?raw';
import verification from '../../../handlers/rust/verification.rs?raw';
import verificationAsync from '../../../handlers/rust/verification_async.rs?raw';
import verificationUreq from '../../../handlers/rust/verification_ureq.rs?raw';
import type { StrategyName } from '../../../../shared/catalog/catalog';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import { type HandlerFile, type HandlerOption, isRefusal, type Refusal, type StrategyHandlers } from '../../language';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles, type StrategyTexts } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { whyNoUreq } from './calls';
import { returnsAnyError } from './errors';
import { withoutBranch } from './branches';
import { rustStreams } from './reconnect';
import { rustRenewal } from './renewal';
import { closureEdits, handOver } from './wrap';

/** The modules of the handlers, with an ending for the sort of calls that they are for. */
function modules(ending: string): Record<'alreadyDone' | 'apiFailure' | 'verification', string> {
  return {
    alreadyDone: `already_done${ending}`,
    apiFailure: `api_failure${ending}`,
    verification: `verification${ending}`,
  };
}

/** The handlers of the strategies in Rust. */
export function rustStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const compose = (texts: StrategyTexts, ending: string): Pick<StrategyHandlers, 'files' | 'handlers'> =>
    strategyFiles(texts, split, { definitions: modules(ending), method: '::call' });
  const blocking = compose({ alreadyDone, answer, apiFailure, verification }, '');
  const awaited = compose(
    {
      alreadyDone: alreadyDoneAsync,
      answer: [answerAsync, answer],
      apiFailure: apiFailureAsync,
      verification: verificationAsync,
    },
    '_async',
  );
  const ureq = compose(
    {
      alreadyDone: alreadyDoneUreq,
      answer: [answerUreq, answer],
      apiFailure: apiFailureUreq,
      verification: verificationUreq,
    },
    '_ureq',
  );
  const names = Object.keys(blocking.handlers) as StrategyName[];
  const handlerFor = (name: StrategyName, call: HttpCall): HandlerFile | Refusal => {
    const { handlers } = call.client === 'ureq' ? ureq : call.async ? awaited : blocking;
    return whyNoUreq(call) ?? handlers[name]?.(call) ?? { refusal: 'There is no handler for this call yet.' };
  };
  const streams = rustStreams(split);
  return withRenewal(rustRenewal, {
    ...streams,
    files: [...blocking.files, ...awaited.files, ...ureq.files, ...streams.files],
    handlers: {
      ...Object.fromEntries(names.map((name) => [name, (call: HttpCall) => handlerFor(name, call)])),
      ...streams.handlers,
    },
    nothing: '// It is done already, which is a success.',
    withoutBranch,
    wrap,
  });
}

/** `client.get(url).send()` becomes `already_done::call("187", || client.get(url).send())`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  const node = call.args.parent ?? call.args;
  const edits = closureEdits(node, source);
  if (isRefusal(edits)) {
    return edits;
  }
  const isFailure = options.some(({ name }) => name === 'advice');
  if (isFailure && !returnsAnyError(call, source)) {
    return { refusal: 'The function of this call can return only errors of another type, not that of the handler.' };
  }
  return handOver(call, handler, options.map(writeOption), edits, source, isFailure ? '?' : '');
}

function writeOption({ value }: HandlerOption): string {
  if (value === 'unwritten') {
    return 'None';
  }
  return 'text' in value ? `"${value.text.replaceAll(/["\\]/g, '\\$&')}"` : value.reference;
}
