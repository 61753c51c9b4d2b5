import alreadyDone from '../../../handlers/go/already_done.go?raw';
import alreadyDoneResty from '../../../handlers/go/already_done_resty.go?raw';
import answer from '../../../handlers/go/answer.go?raw';
import answerResty from '../../../handlers/go/answer_resty.go?raw';
import apiError from '../../../handlers/go/api_error.go?raw';
import apiErrorResty from '../../../handlers/go/api_error_resty.go?raw';
import backoff from '../../../handlers/go/backoff.go?raw';
import reconnect from '../../../handlers/go/reconnect.go?raw';
import reconnectResty from '../../../handlers/go/reconnect_resty.go?raw';
import verification from '../../../handlers/go/verification.go?raw';
import verificationResty from '../../../handlers/go/verification_resty.go?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { composeParts } from '../../libraries/compose';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { goFile, usedImports } from './module';
import { goRenewal } from './renewal';
import { handOver, whyRestyRetries, wrapGoCall } from './wrap';

/** The handlers of the strategies of net/http, and of resty, whose responses are made of those. */
export function goStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const file = (name: string, text: string, ...parameters: string[]): HandlerFile => {
    const isOfResty = text.includes('resty.Response');
    const pool = (isOfResty ? [answerResty, answer, apiError, verification] : [answer]).map(split);
    // Nothing calls the method by which a type is an error.
    const roots = isOfResty && text.includes('apiError') ? ['apiError.Error'] : [];
    return {
      name,
      text: goFile('package backoff', composeParts(split(text), pool, usedImports, roots)),
      parameters: ['send', ...parameters],
      sign: new RegExp(`\\bsend func\\b.*\\b${parameters.at(-1) ?? ''}\\b`),
    };
  };
  const done = file('acceptDone', alreadyDone, 'code');
  const error = file('orAPIError', apiError, 'code', 'advice');
  const verified = file('verifyFirst', verification, 'find');
  const ofResty = {
    done: file('acceptRestyDone', alreadyDoneResty, 'code'),
    error: file('orRestyError', apiErrorResty, 'code', 'advice'),
    verified: file('verifyRestyFirst', verificationResty, 'find'),
  };
  const stream: HandlerFile = {
    name: 'withReconnect',
    text: goFile('package backoff', composeParts(split(reconnect), [split(backoff)], usedImports)),
    parameters: ['client', 'settings'],
    sign: /\bhealthy\b/,
  };
  const restyStream: HandlerFile = {
    name: 'withRestyReconnect',
    text: goFile(
      'package backoff',
      composeParts(split(reconnectResty), [reconnect, backoff].map(split), usedImports, ['streamBody.Read']),
    ),
    parameters: ['req', 'settings'],
    sign: /\*reconnect\b/,
  };
  return withRenewal(goRenewal, {
    files: [done, error, verified, stream, restyStream, ...Object.values(ofResty)],
    handlers: {
      'already-done': (call) => unlessResty(call, done, ofResty.done),
      'wait-for-quota': (call) => unlessResty(call, error, ofResty.error),
      none: (call) => unlessResty(call, error, ofResty.error),
      // A request that was made above is sent with an empty body the second time.
      'verify-first': (call) =>
        call.name.endsWith('.Do') || (call.client === 'resty' && !/\.R\(\)/.test(call.args.parent?.text ?? ''))
          ? { refusal: 'A request sends its body once only; use a call that makes the request.' }
          : unlessResty(call, verified, ofResty.verified),
      reconnect: (call) => (call.client === 'resty' ? (whyNoRestyStream(call) ?? restyStream) : stream),
    },
    streams: {
      opens: /^\.Body\b(?!\.)/,
      ofClient: { resty: { opens: /^\.(?:RawBody\(\)|RawResponse\.Body\b)(?!\.)/ } },
      collects: /\b(?:ReadAll|Unmarshal|Decode|Dump\w*)\(/,
      wrap: (call, handler, _, source) => wrapGoCall(call, handler, [], source),
    },
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

/** Why a stream of resty is left alone. */
function whyNoRestyStream(call: HttpCall): Refusal | undefined {
  return call.hasLimit
    ? { refusal: 'The SetTimeout of this client is one of the stream as a whole, and would end a healthy one.' }
    : whyRestyRetries(call);
}

/** The handler of a call, which for resty is another one, unless resty leaves the body of the response unread. */
function unlessResty(
  { client, args }: HttpCall,
  handler: HandlerFile,
  ofResty: HandlerFile | Refusal,
): HandlerFile | Refusal {
  if (client !== 'resty') {
    return handler;
  }
  return /\bSetDoNotParseResponse\(/.test(args.tree.rootNode.text)
    ? { refusal: 'The body of this response is a stream, which the handler would read.' }
    : ofResty;
}

/** `http.Get(url)` becomes `acceptDone(func() (*http.Response, error) { return http.Get(url) }, "187")`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  const written = options.map(({ value }) =>
    value === 'unwritten' ? 'nil' : 'text' in value ? JSON.stringify(value.text) : value.reference,
  );
  return handOver(call, handler, written, source);
}
