import { flows } from '../controlFlow';
import type { RuleLanguage } from '../language';
import type { ClientCalls } from '../requests';
import { limitCommand } from '../timeLimits';

const clients: readonly ClientCalls[] = [
  {
    client: 'wget',
    callee: /^(?:\/usr\/bin\/)?wget$/,
    method(_, text) {
      const own = text.slice(text.lastIndexOf('wget'));
      const named = /--method[= ]["']?([A-Za-z]+)/.exec(own)?.[1]?.toUpperCase();
      return named ?? (/--(?:post|body)-(?:data|file)\b/.test(own) ? 'POST' : 'GET');
    },
  },
];

/** A name that holds how a command ended. */
const ending = String.raw`"?\$?\{?(?:\?|\w*(?:rc|ret|res|exit|status|code|err)\w*)\}?"?`;

function asksForEnding(operator: string): RegExp {
  return new RegExp(String.raw`^(?:\[{1,2}|\(\(|test)\s*${ending}\s*(?:${operator})\s*"?0"?\s*(?:\]{1,2}|\)\))?$`, 'i');
}

/** What may stand between a command and a look at how it ended. */
const beside = [
  String.raw`[)"'\`;\s]`,
  String.raw`[0-9&]?>[^\n;]*`,
  String.raw`(?:\|\|\s*)?(?:local\s+|declare\s+)?\w+=\$\?`,
  String.raw`set\s+[-+]\w+`,
  String.raw`(?:el)?if\s`,
].join('|');

/** Waits for something of this machine or of its network to start, as such loops say themselves. */
export const startup =
  /\bwait(?:ing)?[ _-]+(?:for|until|on)\b(?! (?:\$|\d|rate|the (?:rate|limit)))|\bto (?:start|boot|come up|respond|be(?:come)? (?:ready|available|up|online|healthy|reachable))\b|\bnot (?:yet )?(?:ready|up|available|online|running)\b|\bis (?:now )?(?:up|ready|online|alive)\b|\bstart(?:ing|ed)? up\b/i;

export const shell: RuleLanguage = {
  countedLoop: {
    start: (counter) => `${counter}=0`,
    round: ({ counter, rounds, message, indent, isFunction }) => [
      `${counter}=$((${counter} + 1))`,
      `if [ "$${counter}" -gt ${rounds} ]; then`,
      `${indent}echo "${message}" >&2`,
      `${indent}${isFunction ? 'return' : 'exit'} 1`,
      'fi',
    ],
  },
  languageIds: ['shellscript'],
  without: {
    'library-default': 'curl repeats nothing unless it is told to, and wget only what never reached a server',
  },
  flow: flows([
    ['if_statement', { is: 'branch', condition: '>if', then: '>then', otherwise: ':elif_clause|:else_clause' }],
    ['elif_clause', { is: 'branch', condition: '>elif', then: '>then' }],
    ['else_clause', { is: 'else', body: '>else' }],
    ['list', { is: 'branch', condition: 0, then: -1, token: '&&' }],
    ['list', { is: 'branch', condition: 0, then: -1, token: '||', denies: true }],
    ['while_statement', { is: 'loop', condition: '>until', body: 'body', token: 'until', denies: true }],
    ['while_statement', { is: 'loop', condition: '>while', body: 'body' }],
    ['for_statement', { is: 'loop', variable: 'variable', list: 'value', body: 'body' }],
    ['c_style_for_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['case_statement', { is: 'switch', breaks: false }],
    ['compound_statement do_group subshell case_item program statements', { is: 'block' }],
    ['command', { is: 'throw', when: /^(?:exit|die|fail|fatal|abort|bail|panic|error_exit|err_exit|exec)\b(?!-)/ }],
    ['command', { is: 'break', when: /^break\b/ }],
    ['command', { is: 'continue', when: /^continue\b/ }],
    ['command', { is: 'return', when: /^return\b/ }],
    ['function_definition', { is: 'function' }],
  ]),
  sleeps: { names: /^sleep$/, objects: /^(?!)/ },
  pure: { calls: /^(?!)/ },
  arithmetic: /^(?:arithmetic_expansion|string_content)$/,
  items: /(?:^|\s)read\b/,
  counting: /^(?:\d+|\{\d+\.\.[^}]*\}|["']?(?:\$\(|`)\s*seq\b[^]*)$/,
  counter: /^for\s*\(\(\s*(\w+)/,
  own: /^(?!)/,
  awaits: startup,
  catchesAll: /^/,
  looksAtError: /\$\?|\$\{?(?:rc|ret|exit_?code|curl_exit)\b/,
  quietClients: { names: /^curl$/, raises: /\s-[a-zA-Z#]*f[a-zA-Z]*\b|--fail/ },
  failures: {
    failed: asksForEnding('-ne|-gt|!='),
    succeeded: asksForEnding('-eq|={1,2}'),
    ofItself: { failed: /^!\s+(?!\[|test\b|grep\b)[^|]*$/, succeeded: /^(?!!|\[|\(\(|test\b|e?grep\b|echo\b)[^|]*$/ },
    anew: new RegExp(String.raw`^(?!(?:${beside})*$)`),
  },
  lost: new RegExp(String.raw`${ending}\s*(?:-eq|={1,2})\s*"?28\b`, 'i'),
  clients,
  limitless: [{ callee: /curl$/, isRepeated: true, limit: limitCommand('--max-time 10') }],
  limitsUnread: true,
  // A file of options, options in a variable, a stream, or a download that may take its time.
  limits:
    /^(?=[^]*\s--retry\s)(?=[^]*\s(?:-[a-zA-Z]*o|--output)[\s=]+(?!["']?\/dev\/null))|--max-time|--speed-(?:time|limit)|\s-[a-zA-Z#]*[myY](?=[\s\d"$])|--config\b|\s-[a-zA-Z]*[KNO]\b|--no-buffer|--remote-name|\[[@*]\]|\$[@*]|\s\$\{?\w*(?:[oO]pt|OPT|[aA]rg|ARG|[fF]lag|FLAG|[pP]aram|PARAM)|\s\$\{?(?!\w*(?:[uU][rR][lL]|[uU][rR][iI]|[hH]ook|HOOK|[eE]ndpoint|ENDPOINT|API|[hH]ost|HOST))\w{2,}|\.(?:tar|t[gx]z|gz|xz|bz2|zip|deb|rpm|apk|jar|iso|img|dmg|exe|bin|whl|AppImage)\b/,
  limitsAll: /\bcurl\s*\(\)\s*\{|\balias\s+curl=|\bTMOUT=|\.curlrc\b/,
  conversions: {
    callees: /^sleep$/,
    header: /\[?r?R?r?\]?etry[-_.]\[?a?A?a?\]?fter/i,
    failure: 'sleep refuses it, so that the next attempt follows at once or the script ends',
    unchecked: /^(?![^]*(?::-|:=|\|\||\bmax\b))/,
    copes:
      /=~\s*\S{0,3}(?:\[|\^)|\[!?0-9\]|\[\[:digit:\]\]|\s-[nz]\s+"?\$|:[-=]\d|-(?:gt|ge)\s+"?\d|\bdate\s+(?:-u\s+)?(?:-d|--date|-j)|\bcase\s|\[\s+"?\$\{?\w+\}?"?\s+\]|\(\(\s*\w+\s*[<>]|\+\s*0\b|\bint\(/,
  },
  libraries: [
    {
      module: /--retry-all-errors/,
      callee: /curl$/,
      repeats: 'itself',
      option: /^(?=[^]*--retry-all-errors)(?=[^]*(?:\s-[a-zA-Z#]*f[a-zA-Z]*\b|--fail))/,
      from: 400,
    },
    { module: /--retry\b/, callee: /curl$/, repeats: 'itself', option: /--retry[\s=]+(?!["']?0\b)/, from: 500 },
    { module: /--retry-on-http-error/, callee: /^wget$/, repeats: 'itself', option: /--retry-on-http-error/ },
  ],
  mistakes: [],
  miswritten: [
    {
      condition: /^\[\s+"?\$\{?\w*(?:status|code)\w*\}?"?\s+[<>]=?\s*"?\d{3}"?\s+\]$/i,
      message:
        'Inside [ ] this sign sends the output to a file or reads from one, and compares nothing. Write -gt or -lt, or (( … )).',
    },
    {
      condition: /^\[{1,2}\s+"?\$\{?\w+\}?"?\s+-(?:eq|ne)\s+["']?[a-z]+(?:[_-][a-z]+)+["']?\s+\]{1,2}$/,
      message: 'This compares numbers, and a code that is a word is none: write = or !=.',
    },
  ],
  takesData: { callee: /^(?:jq|gojq|jaq)$/, argument: /(?:^|[\s"'(|])\.data\b(?!\.meta)/ },
};
