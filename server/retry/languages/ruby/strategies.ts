import alreadyDone from '../../../handlers/ruby/already_done.rb?raw';
import answer from '../../../handlers/ruby/answer.rb?raw';
import apiFailure from '../../../handlers/ruby/api_failure.rb?raw';
import reconnect from '../../../handlers/ruby/reconnect.rb?raw';
import verification from '../../../handlers/ruby/verification.rb?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { children, field, nodesOfType } from '../../nodes';
import type { TextEdit } from '../../textEdits';
import { withRenewal } from '../../renewal';
import { strategyFiles } from '../../strategyFiles';
import { withoutBranch } from './branches';
import { rubyRenewal } from './renewal';
import { putIntoBlock } from './wrap';

const stream: HandlerFile = {
  name: 'Reconnect.request',
  definition: 'Reconnect',
  text: reconnect,
  sign: /\bhealthy\b/,
};

/** The handlers of the strategies in Ruby. */
export function rubyStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const { files, handlers } = strategyFiles({ alreadyDone, answer, apiFailure, verification }, split, {
    method: '.call',
  });
  return withRenewal(rubyRenewal, {
    files: [...files, stream],
    handlers: { ...handlers, reconnect: (call) => (takesData(call) ? noStatus : stream) },
    streams: { opens: never, collects: never, reads: readsBody, wrap: wrapStream },
    nothing: '# It is done already, which is a success.',
    withoutBranch,
    /** Puts the call into a block: `AlreadyDone.call(code: '187') { call }`. */
    wrap: (call, handler, options, source) => putIntoBlock(call, handler, options.map(writeOption), source),
  });
}

function writeOption({ name, value }: HandlerOption): string {
  if (value === 'unwritten') {
    return `${name}: nil`;
  }
  return `${name}: ${'text' in value ? `'${value.text.replaceAll(/[\\']/g, '\\$&')}'` : `method(:${value.reference})`}`;
}

/** Net::HTTP gives a body in pieces to a block only. */
const never = /(?!)/;

/** Whether a call of Faraday gives its body in pieces: `request.options.on_data = proc { ... }`. */
function takesData({ args }: HttpCall): boolean {
  return /\bon_data\b/.test(args.parent?.text ?? '');
}

const noStatus: Refusal = {
  refusal:
    'on_data gets the pieces of a refusal, too, before Faraday 2 without its status, so no handler can keep them out of ' +
    'the stream; request of Net::HTTP with read_body can be connected anew.',
};

/** Whether the block of a call has `response.read_body { |piece| ... }`. */
function readsBody({ args }: HttpCall): boolean {
  const block = field(args.parent, 'block');
  const calls = block ? nodesOfType(block, 'call') : [];
  return calls.some((call) => field(call, 'method')?.text === 'read_body' && field(call, 'block') !== undefined);
}

/** `http.request(request) do` becomes `Reconnect.request(http, request, silence: 30) do`. */
function wrapStream(call: HttpCall, handler: string, silence: number): TextEdit | Refusal {
  const receiver = field(call.args.parent, 'receiver');
  const [request, ...others] = children(call.args);
  if (!receiver || !request || others.length > 0 || !call.name.endsWith('.request')) {
    return { refusal: `There is no handler that connects ${call.name} anew, only for request of Net::HTTP.` };
  }
  return {
    range: { start: call.range.start, end: call.args.endIndex },
    newText: `${handler}(${receiver.text}, ${request.text}, silence: ${silence})`,
  };
}
