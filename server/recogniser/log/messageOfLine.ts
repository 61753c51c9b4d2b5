import type { OffsetRange } from '../../../shared/finding';

/**
 * Finds what a program says in a line that a logger wrote: without the time, the level, the name and the process before it, and what
 * some loggers print behind it. What a line begins and ends with is then the same whoever wrote it.
 */

const date = String.raw`(?:\d{2,4}[-/]\d\d[-/]\d{2,4}|\d\d-\d\d(?= )|\d\d/[A-Z][a-z]{2}/\d{4}|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} {1,2}\d{1,2}(?:,? \d{4},?)?)`;
const clock = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[.,:]\d{1,9})?(?: ?[AP]M)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?`;
const level =
  '(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRIT(?:ICAL)?|SEVERE|ERR|WRN|INF|DBG|FTL|[Ww]arn(?:ing)?|[Ii]nfo|[Dd]ebug|[Ee]rror|err)';

/** `Error 404` is no level. */
const unnumbered = String.raw`(?!(?<=[Ee]rr(?:or)?|ERR(?:OR)?)[:,|]? {1,3}(?:code|status|response|http)?[ :=]{0,2}\d{3}\b)`;

/** What may stand before a message by itself, one after the other. */
const parts: readonly RegExp[] = [
  // A time: in brackets, before a pipe.
  String.raw`\[?(?:${date}[T ,]{0,3})?${clock}\]?(?: \||[:,|])?`,
  // What a container, a workflow or a build puts before all its lines.
  String.raw`std(?:out|err) [FP](?= )|##\[\w{1,20}\]|::(?:error|warning|notice|debug)[^\n:]{0,100}::`,
  // How bad it is: by its name, in brackets, before a pipe.
  String.raw`[\[<(|]?${level}${unnumbered} {0,4}[\])>|]?(?:\[\d{1,9}\])?[:,|]?(?=[ \t[])|(?:WARNING|ERROR|CRITICAL|INFO|DEBUG):[\w.]{1,60}:`,
  // What is in brackets: a name, a process, a thread.
  String.raw`\[[^\[\]\n]{1,90}\]:?(?=\s)`,
  // The head of syslog's own format, and of PHP.
  String.raw`<\d{1,3}>1 \S{10,40} \S{1,80} \S{1,60} \S{1,40} \S{1,40} (?:-|\[[^\]\n]{1,200}\])(?= )|PHP (?:message: )?(?:Warning|Notice|Deprecated|(?:Fatal|Parse) error): `,
  // Android, Google and Ruby.
  String.raw`[VDIWEF]/[\w.-]{1,40} ?\( {0,6}\d{1,7}\):|[IWEF]\d{4} [\d:.]{8,20} {1,8}\d{1,8} [\w.-]{1,60}:\d{1,6}\]|[DIWEF], (?=\[)|[TDIWEF](?= \[)`,
  // A place in a program, and a point of a list.
  String.raw`[\w-]{1,40}\.(?:js|mjs|ts|jsx|tsx|vue|svelte|py|go|rb|php):\d{1,6}(?::\d{1,6})?(?=\s)|[-*\u2022](?= )`,
  // A sign, such as one of a warning.
  String.raw`[\u2190-\u2bff\ud83c-\udbff\udc00-\udfff]{1,2}\ufe0f?(?=\s)`,
].map((source) => new RegExp(`(?:${source})[ \\t]{0,12}`, 'y'));

/** What may stand behind one of these only: who says it. */
const behind: readonly RegExp[] = [
  String.raw`(?:[\w.-]{1,40} )?[\w./-]{1,40}\[[\w.:-]{1,40}\]:?(?=\s)|\([\w./-]{1,40}\):|[\w./-]{1,60} on [\w.-]{1,40}:`,
  String.raw`[\w.]{1,40} \d{1,7} \d{5,16}(?= )|\d{1,8} {1,3}-(?= )|-- [\w.-]{1,40}:(?= )`,
  String.raw`(?:(?:pid|tid|class|jid|bid|queue|module|line|file|function|mfa|application|request_id)=\S{1,60} {1,4}){1,8}`,
  String.raw`\d{1,8} {1,8}\d{1,8} [VDIWEF] [\w.$/-]{1,60} {0,20}:`,
  String.raw`\d{1,8} ---|---|--(?: :)?|-(?= )|:(?= )|\||›|[\w.$]{1,80} \[\(null\)\] -`,
  String.raw`[\w.$<>/-]{1,80}(?:(?:[:.#]{1,2}[\w$<>]{1,40}){0,3}(?:\(\))?(?: ?- | -- | ?\| | : |\|))`,
  String.raw`(?:[a-z]\w{0,20}(?:\.|::)){1,6}[\w$<>.]{1,60}(?:\(\))?:?(?:(?=\s)| [a-z]\w{1,30}(?= [A-Z]{4,8} ))`,
  String.raw`[a-z][\w-]{1,20}(?::[\w-]{1,20}){1,4}(?= )`,
  String.raw`/?(?:[\w.-]{1,40}/){0,6}[\w-]{1,40}\.[a-z]{1,5}:\d{1,6}:?(?=\s)`,
].map((source) => new RegExp(`(?:${source})[ \\t]{0,12}`, 'y'));

/** What names a container and its output before all else. */
const container = /[a-z][\w.-]{1,60} {0,12}\| /y;
/** A name with its value. A blank parts each from the next: without one a text could be taken apart in very many ways. */
const pair = String.raw`[\w.-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"']\S{0,199})`;
/**
 * What is printed behind a message: a context, the time since the last line, names with their values that blanks or a tab set off, a
 * place in a program.
 */
const tail = new RegExp(
  [
    String.raw`(?: (?:\{"[^\n]{0,600}\}|\[\]) \[\]`,
    String.raw`| \+\d{1,6}(?:ms|s|m|h)|\t\{[^\n]{0,600}\}`,
    String.raw`|(?: {3}|\t) {0,20}${pair}(?: {1,4}${pair}){0,11}`,
    String.raw`| in \/[\w./-]{1,200}(?: on line |:)\d{1,6}`,
    String.raw`|\s{1,20})$`,
  ].join(''),
);
const mostParts = 10;

/** The message of a line, in its offsets, or undefined where a line is no more than that. */
export function messageOfLine(line: string): OffsetRange | undefined {
  const tailed = tail.exec(line);
  let start = endOf(container, line, 0);
  // A level may be set off from the edge of a terminal, and the names of `debug` are.
  const isSetOff = start === 0 && line.startsWith(' ');
  if (isSetOff) {
    start = line.length - line.trimStart().length;
  }
  let hasPart = start > 0 && (!isSetOff || tailed?.[0].startsWith(' +') === true);
  for (let count = 0; count < mostParts; count++) {
    const end = [...parts, ...(hasPart ? behind : [])].reduce(
      (last, part) => Math.max(last, endOf(part, line, start)),
      start,
    );
    if (end === start) {
      break;
    }
    start = end;
    hasPart = true;
  }
  // What is set off by blanks alone may be a row.
  start = hasPart ? start : 0;
  const end = tailed?.index ?? line.length;
  return (start > 0 || end < line.length) && start < end ? { start, end } : undefined;
}

/** The names that loggers of data give what a program says. */
const said =
  '@?m|@mt|@message|msg|text_?payload|payload|line|output|stderr|stdout|(?:short_|full_|error_?|err_?|status_?)?message|event|log|text|body|error|err|(?:failed_?)?reason|cause|details?|description|note|summary|last_?error';
/** Such a field of JSON, of printed data, and of names with values. */
const fields = [
  new RegExp(String.raw`(["'])(?:${said})\1\s?:\s?(["'])(?=[^\n]*[45]\d\d)((?:(?!\2)[^\\\n]|\\.){1,600})\2`, 'dgi'),
  new RegExp(
    String.raw`(?<![\w.-])(?:${said})(?:=|: )()(["'])(?=[^\n]*[45]\d\d)((?:(?!\2)[^\\\n]|\\.){1,600})\2`,
    'dgi',
  ),
];

/** A line end that a container's text ends with. */
const endOfText = /(?:\\[nr]|\s){1,4}$/;

/** What a program says in a line, as its logger wrote it and in the fields of data. */
export function messagesOfLine(line: string): OffsetRange[] {
  const message = messageOfLine(line);
  const inFields = fields.flatMap((pattern) =>
    [...line.matchAll(pattern)].flatMap(({ indices }) => {
      const place = indices?.[3];
      const text = place ? line.slice(...place).replace(endOfText, '') : '';
      return place && /[45]\d\d/.test(text) ? [{ start: place[0], end: place[0] + text.length }] : [];
    }),
  );
  return [...(message ? [message] : []), ...inFields];
}

function endOf(pattern: RegExp, line: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(line) ? pattern.lastIndex : start;
}
