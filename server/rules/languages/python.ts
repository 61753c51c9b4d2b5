import { flows } from '../controlFlow';
import type { RuleLanguage } from '../language';

export const python: RuleLanguage = {
  languageIds: ['python'],
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['elif_clause', { is: 'branch', condition: 'condition', then: 'consequence' }],
    ['else_clause', { is: 'else', body: 'body' }],
    ['while_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['for_statement', { is: 'loop', variable: 'left', list: 'right', body: 'body' }],
    ['try_statement', { is: 'try', body: 'body' }],
    ['except_clause', { is: 'catch', error: ':as_pattern', body: ':block' }],
    ['match_statement', { is: 'switch', breaks: false }],
    ['block', { is: 'block' }],
    ['with_statement', { is: 'else', body: 'body' }],
    ['raise_statement', { is: 'throw' }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    ['function_definition lambda', { is: 'function' }],
  ]),
  sleeps: {
    names: /^(?:sleep|sleep_?(?:ms|for|async|seconds)|delay|wait(?:_for)?_?(?:ms|seconds)|pause)$/,
    objects: /^(?:time|asyncio|anyio|trio|gevent|eventlet|utils?|self)$/,
  },
  pure: {
    calls:
      /^(?:(?:random\.)?(?:random|uniform|randint|randrange)|min|max|pow|int|float|round|math\.(?:pow|ceil|floor|exp))$/,
  },
  arithmetic: /^(?:unary_operator|float)$/,
  counting: /^(?:range|enumerate|count|itertools)\b/,
  own: /^(?:self|cls)$/,
  catchesAll: /^except\s*(?::|\(?\s*(?:Base)?Exception\b)/,
  looksAtError: /\b(?:if|match|raise|isinstance)\b/,
  quietClients: { names: /^(?:requests|httpx|aiohttp)$/, raises: /raise_for_status|\braise\b/ },
  limitless: /^(?:requests\.\w+|(?:urllib\.)?(?:request\.)?urlopen)$/,
  limits: /\*\*\w/,
  limitsAll: /setdefaulttimeout/,
  conversions: {
    callees: /^(?:int|float)$/,
    failure: 'int() and float() raise an error',
    caught: /except\s*(?::|\(?[\w., ]*(?:ValueError|TypeError|Exception))/,
  },
  strictEquality: /^(?:[=!]=|is)$/,
  defaults: [
    {
      module: /\burllib3\b|\brequests\.packages\b/,
      callee: /^Retry$/,
      option: /\bbackoff_factor\b|^(?:total\s*=\s*)?(?:0|False)$/,
      message: 'urllib3 repeats at once unless it is given a backoff_factor.',
    },
    {
      module: /\btenacity\b/,
      callee: /^(?:retry|Retrying|AsyncRetrying)$/,
      option: /\bstop\b/,
      message: 'tenacity repeats for ever unless it is told when to stop.',
    },
    {
      module: /^\s*(?:import|from)\s+backoff\b/m,
      callee: /^on_(?:exception|predicate)$/,
      option: /\bmax_(?:tries|time)\b/,
      message: 'backoff repeats for ever unless it is given max_tries or max_time.',
    },
  ],
};
