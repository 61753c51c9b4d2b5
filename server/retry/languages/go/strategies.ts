import alreadyDone from '../../../handlers/go/already_done.go?raw';
import answer from '../../../handlers/go/answer.go?raw';
import apiError from '../../../handlers/go/api_error.go?raw';
import backoff from '../../../handlers/go/backoff.go?raw';
import reconnect from '../../../handlers/go/reconnect.go?raw';
import verification from '../../../handlers/go/verification.go?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { composeParts } from '../../libraries/compose';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { rewriteCall } from '../../wrapping';
import { goFile, usedImports } from './module';
import { goRenewal } from './renewal';
import { wrapGoCall } from './wrap';

/** The handlers of the strategies of net/http. */
export function goStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const pool = [split(answer)];
  const file = (name: string, text: string, ...parameters: string[]): HandlerFile => ({
    name,
    text: goFile('package backoff', composeParts(split(text), pool, usedImports)),
    parameters: ['send', ...parameters],
    sign: new RegExp(`\\bsend func\\b.*\\b${parameters.at(-1) ?? ''}\\b`),
  });
  const done = file('acceptDone', alreadyDone, 'code');
  const error = file('orAPIError', apiError, 'code', 'advice');
  const verified = file('verifyFirst', verification, 'find');
  const stream: HandlerFile = {
    name: 'withReconnect',
    text: goFile('package backoff', composeParts(split(reconnect), [split(backoff)], usedImports)),
    parameters: ['client', 'settings'],
    sign: /\bhealthy\b/,
  };
  return withRenewal(goRenewal, {
    files: [done, error, verified, stream],
    handlers: {
      'already-done': (call) => unlessResty(call, done),
      'wait-for-quota': (call) => unlessResty(call, error),
      none: (call) => unlessResty(call, error),
      // A request that was made above is sent with an empty body the second time.
      'verify-first': (call) =>
        call.name.endsWith('.Do')
          ? { refusal: 'A request sends its body once only; use a call that makes the request.' }
          : unlessResty(call, verified),
      reconnect: (call) => unlessResty(call, stream),
    },
    streams: {
      opens: /^\.Body\b(?!\.)/,
      collects: /\b(?:ReadAll|Unmarshal|Decode|Dump\w*)\(/,
      wrap: (call, handler, _, source) => wrapGoCall(call, handler, [], source),
    },
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

function unlessResty({ client }: HttpCall, handler: HandlerFile): HandlerFile | Refusal {
  return client === 'resty' ? { refusal: 'There is no handler for this call yet, only for net/http.' } : handler;
}

/** `http.Get(url)` becomes `acceptDone(func() (*http.Response, error) { return http.Get(url) }, "187")`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  const written = options.map(({ value }) =>
    value === 'unwritten' ? 'nil' : 'text' in value ? JSON.stringify(value.text) : value.reference,
  );
  const http = /^(.*)\.\w+$/.exec(call.client === 'http' ? call.name : '')?.[1] ?? 'http';
  const body = rewriteCall(call, [], source, 0);
  return {
    range: call.range,
    newText: `${handler}(func() (*${http}.Response, error) { return ${body} }, ${written.join(', ')})`,
  };
}
