import { flows } from '../controlFlow';
import type { RuleLanguage } from '../language';

/** TypeScript and JavaScript. */
export const script: RuleLanguage = {
  languageIds: ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['else_clause', { is: 'else', body: 0 }],
    ['while_statement do_statement for_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['for_in_statement', { is: 'loop', variable: 'left', list: 'right', body: 'body' }],
    ['try_statement', { is: 'try', body: 'body' }],
    ['catch_clause', { is: 'catch', error: 'parameter', body: 'body' }],
    ['switch_statement', { is: 'switch' }],
    ['statement_block', { is: 'block' }],
    ['throw_statement', { is: 'throw' }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    [
      'function_declaration function_expression generator_function_declaration generator_function arrow_function method_definition',
      { is: 'function' },
    ],
  ]),
  sleeps: {
    names: /^(?:sleep|sleepMs|sleepFor|delay|wait(?:For)?(?:Ms|Seconds)?|pause|setTimeout)$/,
    objects: /^(?:timers|timersPromises|window|globalThis|self|this|utils?|page)$/,
  },
  pure: { calls: /^Math\.(?:pow|min|max|random|floor|ceil|round|trunc|abs|exp)$/ },
  arithmetic: /^(?:unary_expression|update_expression|augmented_assignment_expression)$/,
  counting: /^(?!)/,
  counter: /^for\s*\(\s*(?:let|var)\s+(\w+)/,
  own: /^this$/,
  catchesAll: /^/,
  looksAtError: /\b(?:if|switch|throw|case|instanceof)\b/,
  quietClients: { names: /^fetch$/, raises: /\bthrow\b/ },
  limitless: /^fetch$/,
  limits: /\.\.\.\w|^\([^,]+,\s*[\w.]+\s*\)$/,
  conversions: {
    callees: /^(?:parseInt|parseFloat|Number|Number\.parse(?:Int|Float))$/,
    operator: { type: 'unary_expression', begins: '+' },
    failure: 'the result is NaN, and a timer with NaN fires at once',
  },
  strictEquality: /^[=!]==$/,
  defaults: [
    {
      module: /(?:from|require\(|import\(?)\s*["']axios-retry["']/,
      callee: /^axiosRetry$/,
      option: /\bretryDelay\b|\bretries\s*:\s*0\b/,
      message: 'axios-retry repeats at once unless it is told to wait: set retryDelay.',
    },
    {
      module: /["']cockatiel["']/,
      callee: /^retry$/,
      option: /\bmaxAttempts\b/,
      message: 'cockatiel repeats for ever unless it is given maxAttempts.',
    },
  ],
};
