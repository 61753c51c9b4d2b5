import alreadyDone from '../../../handlers/java/AlreadyDone.java?raw';
import answer from '../../../handlers/java/Answer.java?raw';
import apiFailure from '../../../handlers/java/ApiFailure.java?raw';
import reconnect from '../../../handlers/java/Reconnect.java?raw';
import verification from '../../../handlers/java/Verification.java?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { fits, indentationAt, rewriteCall } from '../../wrapping';
import { javaRenewal } from './renewal';
import { assignedTwice, wrapJavaCall } from './wrap';

const stream: HandlerFile = { name: 'Reconnect.send', definition: 'Reconnect', text: reconnect, sign: /\bhealthy\b/ };
const noHandler: Refusal = { refusal: 'There is no handler for this call yet, only for send of java.net.http.' };

/** The handlers of the strategies in Java. */
export function javaStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const { files, handlers } = strategyFiles({ alreadyDone, answer, apiFailure, verification }, split, {
    method: '.send',
  });
  return withRenewal(javaRenewal, {
    files: [...files, stream],
    handlers: {
      ...handlers,
      reconnect: (call) => (call.async || call.client !== 'java.net.http' ? noHandler : stream),
    },
    streams: {
      opens: /^\.body\(\)/,
      collects: /\b(?:toList|collect|toArray|readAllBytes)\(/,
      wrap(call, handler, _, source) {
        return /\bofLines\(\s*\)/.test(call.args.text)
          ? wrapJavaCall(call, handler, [], source)
          : { refusal: 'Only BodyHandlers.ofLines() gives lines that can go on over several connections.' };
      },
    },
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

/** `client.send(request, handler)` becomes `AlreadyDone.send(() -> client.send(request, handler), "187")`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  if (call.async || call.client !== 'java.net.http') {
    return noHandler;
  }
  const changed = assignedTwice(call, source);
  if (changed) {
    return changed;
  }
  const written = options.map(({ value }) =>
    value === 'unwritten' ? 'null' : 'text' in value ? JSON.stringify(value.text) : value.reference,
  );
  const flat = rewriteCall(call, [], source, 0);
  const line = `${handler}(() -> ${flat}, ${written.join(', ')})`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const { eol, indent } = source.style;
  const lead = eol + indentationAt(source.text, call.range.start) + indent.repeat(2);
  const items = [`() -> ${rewriteCall(call, [], source, 2)}`, ...written];
  return { range: call.range, newText: `${handler}(${items.map((item) => lead + item).join(',')})` };
}
