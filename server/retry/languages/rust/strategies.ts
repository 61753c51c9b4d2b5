import alreadyDone from '../../../handlers/rust/already_done.rs?raw';
import alreadyDoneAsync from '../../../handlers/rust/already_done_async.rs?raw';
import answer from '../../../handlers/rust/answer.rs?raw';
import answerAsync from '../../../handlers/rust/answer_async.rs?raw';
import apiFailure from '../../../handlers/rust/api_failure.rs?raw';
import apiFailureAsync from '../../../handlers/rust/api_failure_async.rs?raw';
import verification from '../../../handlers/rust/verification.rs?raw';
import verificationAsync from '../../../handlers/rust/verification_async.rs?raw';
import type { StrategyName } from '../../../../shared/catalog/catalog';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import { type HandlerFile, type HandlerOption, isRefusal, type Refusal, type StrategyHandlers } from '../../language';
import { field, scopesOf } from '../../nodes';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { rustRenewal } from './renewal';
import { closureEdits, handOver } from './wrap';

const definitions = { alreadyDone: 'already_done', apiFailure: 'api_failure', verification: 'verification' };
const awaitedDefinitions = {
  alreadyDone: 'already_done_async',
  apiFailure: 'api_failure_async',
  verification: 'verification_async',
};

/** The handlers of the strategies in Rust. */
export function rustStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const blocking = strategyFiles({ alreadyDone, answer, apiFailure, verification }, split, {
    definitions,
    method: '::call',
  });
  const awaited = strategyFiles(
    {
      alreadyDone: alreadyDoneAsync,
      answer: `${answerAsync}\n${answer}`,
      apiFailure: apiFailureAsync,
      verification: verificationAsync,
    },
    split,
    { definitions: awaitedDefinitions, method: '::call' },
  );
  const names = Object.keys(blocking.handlers) as StrategyName[];
  const handlerFor = (name: StrategyName, call: HttpCall): HandlerFile | Refusal =>
    (call.client !== 'reqwest' ? {} : (call.async ? awaited : blocking).handlers)[name]?.(call) ?? {
      refusal: 'There is no handler for this call yet.',
    };
  return withRenewal(rustRenewal, {
    files: [...blocking.files, ...awaited.files],
    handlers: Object.fromEntries(names.map((name) => [name, (call: HttpCall) => handlerFor(name, call)])),
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

/** Types of errors that any other error becomes by `?`, and crates whose `Result` has such a type. */
const anyError = /\bBox\s*<\s*dyn\b[^>]*\bError\b|\b(?:anyhow|eyre)::/;
const anyResult = /^use (?:anyhow|eyre|color_eyre)::[^;]*\bResult\b/m;

/** `client.get(url).send()` becomes `already_done::call("187", || client.get(url).send())`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  const node = call.args.parent ?? call.args;
  const edits = closureEdits(node, source);
  if (isRefusal(edits)) {
    return edits;
  }
  const isFailure = options.some(({ name }) => name === 'advice');
  const returned = field(scopesOf(node, source.language.syntax)[0], 'return_type')?.text ?? '';
  const isAny = anyError.test(returned) || (/^Result\b/.test(returned) && anyResult.test(source.text));
  if (isFailure && !isAny) {
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
