import { flows } from '../controlFlow';
import type { RuleLanguage } from '../language';
import type { ClientCalls } from '../requests';
import { limitCommand } from '../timeLimits';
import { startup } from './shell';

const cmdlet = /^(?:Invoke-RestMethod|Invoke-WebRequest|irm|iwr)$/i;

/** The method that a cmdlet is given, also by a table that is set before it. */
function methodOf(name: string, text: string): string {
  const own = text.slice(text.lastIndexOf(name));
  const table = /\s@(\w+)/.exec(own)?.[1];
  const set = table && new RegExp(String.raw`\$${table}\s*=\s*@\{[^]*?\bMethod['"]?\s*=\s*['"]?(\w+)`, 'i').exec(text);
  const named = set?.[1] ?? /-(?:Custom)?Method[\s:]+['"]?([\w$]+)/i.exec(own)?.[1];
  return named === undefined ? (table ? 'unknown' : 'GET') : named.startsWith('$') ? 'unknown' : named.toUpperCase();
}

const clients: readonly ClientCalls[] = [{ client: 'cmdlet', callee: cmdlet, method: methodOf, hasLimit: false }];

export const powershell: RuleLanguage = {
  countedLoop: {
    start: (counter) => `$${counter} = 0`,
    round: ({ counter, rounds, message }) => [`if (++$${counter} -gt ${rounds}) { throw '${message}' }`],
  },
  languageIds: ['powershell'],
  without: {
    'library-default': 'the cmdlets repeat nothing unless they are told to',
  },
  flow: flows([
    [
      'if_statement',
      {
        is: 'branch',
        condition: 'condition',
        then: ':statement_block',
        otherwise: 'elseif_clauses/:elseif_clause|:else_clause',
      },
    ],
    ['elseif_clause', { is: 'branch', condition: 'condition', then: ':statement_block' }],
    ['else_clause', { is: 'else', body: ':statement_block' }],
    ['while_statement', { is: 'loop', condition: 'condition', body: ':statement_block' }],
    ['do_statement', { is: 'loop', condition: 'condition', body: ':statement_block', token: 'until', denies: true }],
    ['do_statement', { is: 'loop', condition: 'condition', body: ':statement_block' }],
    ['for_statement', { is: 'loop', condition: ':for_condition', body: ':statement_block' }],
    ['foreach_statement', { is: 'loop', variable: 0, list: 1, body: ':statement_block' }],
    ['try_statement', { is: 'try', body: ':statement_block' }],
    ['catch_clause', { is: 'catch', type: ':catch_type_list', body: ':statement_block' }],
    ['switch_statement', { is: 'switch' }],
    ['statement_block statement_list script_block script_block_body program', { is: 'block' }],
    ['flow_control_statement', { is: 'throw', when: /^(?:throw|exit)\b/i }],
    ['flow_control_statement', { is: 'break', when: /^break\b/i }],
    ['flow_control_statement', { is: 'continue', when: /^continue\b/i }],
    ['flow_control_statement', { is: 'return', when: /^return\b/i }],
    ['function_statement', { is: 'function' }],
  ]),
  sleeps: { names: /^(?:Start-Sleep|sleep)$/i, objects: /^(?!)/ },
  pure: { calls: /^\[(?:System\.)?Math\]\.\w+$/i },
  arithmetic: /^(?:argument_expression_list|real_literal|post_increment_expression|pre_increment_expression)$/,
  counting: /^\(?\s*\d+\s*\.\.|^@?\(?\s*\d+(?:\s*,\s*\d+)*\s*\)?$/,
  counter: /^for\s*\(\s*\$(\w+)/i,
  own: /^\$this$/i,
  awaits: startup,
  catchesAll: /^catch\s*(?:\{|\[(?:System\.)?Exception\])/i,
  errorName: '_',
  looksAtError: /\b(?:if|switch|throw)\b/i,
  quietClients: { names: /^(?!)/, raises: /^(?!)/ },
  lost: /\bWebExceptionStatus\]::Timeout\b|\bTaskCanceledException\b|\bOperationCanceledException\b|\bTimeoutException\b|\.Status\s+-eq\s+['"](?:Timeout|ReceiveFailure|ConnectionClosed)['"]/i,
  clients,
  // Without -TimeoutSec, or with 0, every version of the cmdlets waits for ever.
  limitless: [{ callee: cmdlet, isRepeated: true, limit: limitCommand('-TimeoutSec 10') }],
  // A download may take its time.
  limits: /-OutFile\b|-(?:TimeoutSec|ConnectionTimeoutSeconds|OperationTimeoutSeconds)\b|(?:^|\s)@\w/i,
  limitsAll: /PSDefaultParameterValues[^\n]*TimeoutSec/i,
  conversions: {
    callees: /^\[(?:int(?:32|64)?|long|double|decimal)\]\.Parse$/i,
    operators: [{ type: 'cast_expression', before: /^\[(?:int(?:32|64)?|long|double|decimal)\]\s*$/i }],
    failure: 'nothing becomes 0, so that the next attempt follows at once, and a date is an error',
    caught: /\bcatch\b/i,
    copes: /-match\b|TryParse|-as\s+\[|\?\?|\[datetime/i,
  },
  libraries: [
    // It repeats after every 4xx as well, which a few attempts at a download can afford: what counts are writes.
    {
      module: /-MaximumRetryCount/i,
      callee: cmdlet,
      repeats: 'itself',
      option: /-MaximumRetryCount\s+(?!0\b)/i,
      from: 500,
    },
  ],
  mistakes: [],
  miswritten: [
    {
      condition: /^\$\w*(?:status|code)\w*\s*=\s*\d{3}$/i,
      message: 'This gives the name a value, and is always true. Write -eq.',
    },
    {
      condition: /^\$\w*(?:status|code)\w*\s*[<>]=?\s*\d{3}$/i,
      message: 'In PowerShell this sign writes to a file and compares nothing. Write -gt or -lt.',
    },
  ],
};
