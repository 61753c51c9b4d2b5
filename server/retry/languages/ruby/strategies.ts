import alreadyDone from '../../../handlers/ruby/already_done.rb?raw';
import answer from '../../../handlers/ruby/answer.rb?raw';
import apiFailure from '../../../handlers/ruby/api_failure.rb?raw';
import verification from '../../../handlers/ruby/verification.rb?raw';
import type { HandlerParts } from '../../handlerText';
import type { HandlerOption, StrategyHandlers } from '../../language';
import { withRenewal } from '../../renewal';
import { strategyFiles } from '../../strategyFiles';
import { rubyRenewal } from './renewal';
import { putIntoBlock } from './wrap';

/** The handlers of the strategies in Ruby. */
export function rubyStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  return withRenewal(rubyRenewal, {
    ...strategyFiles({ alreadyDone, answer, apiFailure, verification }, split, { method: '.call' }),
    nothing: '# It is done already, which is a success.',
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
