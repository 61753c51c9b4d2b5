import type { Node } from '@vscode/tree-sitter-wasm';
import { isAnd } from '../recogniser/source/operators';
import { operatorBeside } from './conditions';
import type { Program } from './program';

/** Failed statuses that a condition asks for by a range: `status >= 500`, `!res.ok`. */
export interface StatusRange {
  readonly node: Node;
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

const longestCondition = 600;
const holder = String.raw`(?:[\w$.?!(){[\]"'>-]{0,120}?(?:status|Status|\bcode|StatusCode|ResponseCode|getCode|http_?code)[\w$]{0,24}(?:\(\))?!?(?:\.(?:value(?:__)?|rawValue|as_u16\(\)))?[}"']{0,2})`;
/** Which is written as a sign or, in shells, as a word. */
const order = String.raw`(?:>=?|<=?|-g[et]\b|-l[et]\b)`;
const signs: ReadonlyMap<string, string> = new Map([
  ['-gt', '>'],
  ['-ge', '>='],
  ['-lt', '<'],
  ['-le', '<='],
]);
const notOk =
  /(?:!|\bnot\s+)\s*[\w$.?!()>-]{1,120}?(?:\.|->)(?:ok\b|isOk\b|isSuccess(?:ful)?\b|is_success\b|successful\b|is2xxSuccessful\b|IsSuccess(?:StatusCode)?\b|success\?)(?:\(\))?/g;
const hasFailed =
  /\b[\w$.?!()>-]{1,120}?(?:\.|->)(?:(?<all>is_?error\b|IsError\b|failed\b)|(?<client>is_?(?:4xx_?)?client_?error\b)|(?<server>is_?(?:5xx_?)?server_?error\b|server_?error\b)|(?<limit>(?:is_?)?rate_?limit_?error\b|is_?rate_?limited\b))(?:\(\)|\?)?/gi;
const ordered = new RegExp(
  String.raw`${holder}\s*(?<operator>${order})\s*["']?(?<number>\d{3})\b|\b(?<first>\d{3})\s*(?<reversed>>=?|<=?)\s*${holder}`,
  'g',
);
const hundreds = new RegExp(
  String.raw`${holder}\s*\)*\s*/{1,2}\s*100\s*\)*\s*(?<operator>={2,3}|!={1,2}|>=?)\s*(?<digit>[2345])\b`,
  'g',
);
const unequal = new RegExp(
  String.raw`${holder}\s*(?:!={1,2}|<>|-ne)\s*["']?(?:2(?:\d\d\b|\*)|[\w.:]*\b(?:Status)?(?:OK|Ok|HTTP_OK|SC_OK|Created|CREATED)\b)`,
  'g',
);
/** What stands in all that a pattern matches, and is quickly seen to be missing. */
const needed: ReadonlyMap<RegExp, RegExp> = new Map([
  [notOk, /!|\bnot\s/],
  [ordered, /[<>]|-[gl][et]\b/],
  [hundreds, /\/\s*100/],
  [unequal, /!=|<>|-ne/],
]);
const most = 599;

function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  return needed.get(pattern)?.test(text) === false ? [] : [...text.matchAll(pattern)];
}

/** The ranges of failed statuses for which a condition is true. */
export function statusRangesIn(program: Program, condition: Node): StatusRange[] {
  const text = program.file.textOf(condition, longestCondition);
  return [...found(text)].flatMap(({ start, end, from, to }) => {
    const node = condition.descendantForIndex(condition.startIndex + start, condition.startIndex + end - 1);
    return node && from <= to && from >= 400 && isSure(program, node, condition) ? [{ node, from, to }] : [];
  });
}

function* found(text: string): Generator<{ start: number; end: number; from: number; to: number }> {
  const bounds = matchesOf(text, ordered).map((match) => {
    const { operator = '', number = '', first = '', reversed = '' } = match.groups ?? {};
    const sign =
      (signs.get(operator) ?? operator) ||
      (reversed.startsWith('<') ? reversed.replace('<', '>') : reversed.replace('>', '<'));
    return { start: match.index, end: match.index + match[0].length, sign, value: Number(number || first) };
  });
  const ceiling = Math.min(
    most,
    ...bounds.map(({ sign, value }) => (sign === '<' ? value - 1 : sign === '<=' ? value : most)),
  );
  for (const { start, end, sign, value } of bounds) {
    if (sign.startsWith('>')) {
      const from = sign === '>' ? value + 1 : value;
      yield { start, end, from, to: ceiling >= from ? ceiling : most };
    }
  }
  for (const match of matchesOf(text, hundreds)) {
    const { operator = '', digit = '' } = match.groups ?? {};
    const range = { start: match.index, end: match.index + match[0].length };
    if (operator.startsWith('!')) {
      yield { ...range, from: digit === '2' ? 400 : 0, to: most };
    } else {
      const from = Number(digit) * 100 + (operator === '>' ? 100 : 0);
      yield { ...range, from, to: operator.startsWith('=') ? from + 99 : most };
    }
  }
  for (const match of matchesOf(text, hasFailed)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const { client, server, limit } = match.groups ?? {};
    const isDenied = /(?:!|\bnot\s+)$/.test(text.slice(0, match.index));
    const [from, to] = limit ? [429, 429] : [server ? 500 : 400, client ? 499 : most];
    yield { ...range, from: isDenied ? 0 : from, to };
  }
  for (const match of [...matchesOf(text, notOk), ...matchesOf(text, unequal)]) {
    yield { start: match.index, end: match.index + match[0].length, from: 400, to: most };
  }
}

/** What narrows a range beside it: a look at the status, or a function that decides about it. */
const narrows = /status|code|retr(?:y|iable)|transient|temporary|\bok\b/i;
/** A limit of attempts, a bound of the same range, or a status that is left out. */
const leavesRange = /^[\w$.?!()[\]'"\s-]+(?:<=?|>=?|!={1,2})\s*[\w$.]+\)?$/;

/** Whether nothing in the condition denies or narrows the range. */
function isSure(program: Program, range: Node, condition: Node): boolean {
  for (let node = range; node.id !== condition.id && node.parent; node = node.parent) {
    const { parent } = node;
    const shape = program.file.shape(parent);
    if (parent.startIndex < condition.startIndex || parent.endIndex > condition.endIndex) {
      return true;
    }
    if (shape?.is === 'function' || shape?.is === 'choice') {
      return false;
    }
    if (
      /^(?:not_operator|unary_expression|unary|prefix_expression|prefix_unary_expression|unary_op_expression|negated_command|expression_with_unary_operator)$/.test(
        parent.type,
      )
    ) {
      const isMatched = parent.startIndex >= range.startIndex;
      if (!isMatched && /^(?:!|-?not\b)/i.test(program.file.textOf(parent, 5))) {
        return false;
      }
    }
    if (shape?.is === 'binary' && isAnd(operatorBeside(program, parent, node))) {
      const beside = parent.namedChildren.filter((child): child is Node => child !== null && child.id !== node.id);
      if (beside.some(({ text }) => narrows.test(text) && !leavesRange.test(text.trim()))) {
        return false;
      }
    }
  }
  return true;
}

/** The first failed status for which a condition is false, when it is true for an answer that went well. */
export function asksForSuccess(text: string): number | undefined {
  const below = belowAll.exec(text)?.[1];
  return below !== undefined ? Math.max(400, Number(below)) : wentWell.some((ask) => ask.test(text)) ? 400 : undefined;
}

/** What stands around the test of a shell. */
const opening = String.raw`^(?:\(|\[)*\s*["']?`;
const closing = String.raw`\s*(?:\)|\])*$`;
/** An answer's status where the request stands in the condition. */
const printed = String.raw`\$\([^|]*%\{(?:http|response)_code\}[^|]*\)["']?`;
const belowAll = new RegExp(String.raw`${opening}(?:${holder}|${printed})\s*(?:<|-lt)\s*([345]00)${closing}`);
const wentWell = [
  /^\(?\s*[\w$@.?()]+(?:\.|->)(?:ok|is_success|is_success\(\)|isSuccessful(?:\(\))?|IsSuccessStatusCode|isSuccess\(\)|success\?|ok\?)\s*\)?$/,
  /^\(?\s*[\w@.]+\.is_a\?\(?\s*Net::HTTP(?:Success|OK)\s*\)?$/,
  new RegExp(
    String.raw`${opening}(?:${holder}|${printed})\s*(?:={1,3}|-eq|-like|=~)\s*["']?(?:2\d\d|\^?2(?:\*|\.\.|\?\?)|[\w.:]*(?:OK|Ok))["']?${closing}`,
  ),
];
