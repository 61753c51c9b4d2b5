import type { Node } from '@vscode/tree-sitter-wasm';
import { writtenOut } from '../addresses';
import { statementAround } from '../edits';
import { surviveHeader } from '../headerNumbers';
import { covers, type Program } from '../program';
import { writtenCallee } from '../requests';
import type { Check } from '../rule';

const quoted = /["'`]retry-after["'`]/i;
/** What makes a wrong number harmless, or reads the date. */
const copes =
  /\.matches\(|isnan|isfinite|isinteger|isdigit|isdecimal|is_?numeric|ctype_digit|strtotime|date_create|date\.parse|new date\(|parsedate|strptime|fromisoformat|dateutil|httpdate|parse_?date|fullmatch|re\.match|\.test\(|>\s*0\s*(?:\)|\?|&&)/i;

/** A test asserts on the header of its own server; what the conversion raises may be suppressed around it. */
const harmless = /^\s*(?:assert\b|(?:await\s+)?expect\(|(?:async\s+)?with\s+(?:contextlib\.)?suppress\()/;

/** Reads Retry-After as a number, though it may be missing or a date. */
export const fragileRetryAfter: Check = function* (program) {
  // Most files do not name it: that costs less to see than each conversion.
  for (const conversion of program.says(headerOf(program)) ? conversionsIn(program) : []) {
    const { node, argument } = conversion;
    const value = argument && headerRead(program, argument);
    if (
      !value ||
      hasFallback(node) ||
      /^\s*\?:/.test(program.text.slice(node.endIndex, node.endIndex + 8)) ||
      isCaught(program, node) ||
      isHarmless(node) ||
      copes.test(program.textAround(node)) ||
      program.language.conversions.copes?.test(program.textAround(node))
    ) {
      continue;
    }
    yield {
      rule: 'fragile-retry-after',
      range: { start: node.startIndex, end: node.endIndex },
      message: `Retry-After may be missing or an HTTP date, not only a number of seconds: then ${program.language.conversions.failure}.`,
      ...program.fix(() => surviveHeader(program, { node, argument })),
    };
  }
};

function conversionsIn(program: Program): { node: Node; argument: Node | undefined }[] {
  const { callees, operators = [], unchecked } = program.language.conversions;
  const calls = program.calls(program.root).flatMap((node) => {
    const isConversion = callees.test(writtenCallee(program, node));
    const isChecked = unchecked !== undefined && !unchecked.test(statementAround(program, node).text);
    const { object } = program.file.callee(node);
    const [first] = program.file.args(node);
    const isOfObject = object !== null && (first === undefined || /^["']/.test(first.text));
    return isConversion && !isChecked ? [{ node, argument: isOfObject ? object : first }] : [];
  });
  const signs = program.convertingOperators.flatMap((node) =>
    operators.flatMap(({ type, before, behind }) => {
      const argument = node.type === type ? node.namedChild(behind ? 0 : node.namedChildCount - 1) : null;
      const [sign, rest] = behind
        ? [behind, argument && program.text.slice(argument.endIndex, node.endIndex)]
        : [before, argument && program.text.slice(node.startIndex, argument.startIndex)];
      return argument && sign?.test(rest ?? '') ? [{ node, argument }] : [];
    }),
  );
  // `Number(header) * 1000` converts once.
  return [...signs.filter(({ argument }) => !calls.some(({ node }) => covers(argument, node))), ...calls];
}

/** The expression that reads the header: here, or where the name was set with which a chain of calls begins. */
function headerRead(program: Program, argument: Node): Node | undefined {
  if (isRead(program, argument)) {
    return argument;
  }
  let root: Node | null = argument;
  while (root && program.file.shape(root)?.is !== 'name') {
    root = root.namedChild(0);
  }
  const name = program.file.bare(root ?? argument);
  const binding = name && program.file.shape(name)?.is === 'name' ? program.file.bindingOf(name) : undefined;
  const value = binding?.kind === 'value' ? binding.value : null;
  return value && isRead(program, value) ? value : undefined;
}

/** Whether an expression names the header, by a constant as well. */
function isRead(program: Program, node: Node): boolean {
  const isName = program.file.shape(node)?.is === 'name';
  return node.text.length < 400 && headerOf(program).test(isName ? node.text : writtenOut(program, node, 1));
}

/** How the language's programs name the header. */
function headerOf({ language }: Program): RegExp {
  return language.conversions.header ?? quoted;
}

/** `Number(x) || 60` */
function hasFallback(node: Node): boolean {
  for (
    let parent = node.parent;
    parent && /binary|boolean|parenthesized|call|arguments|argument_list/.test(parent.type);
    parent = parent.parent
  ) {
    if (
      /^[^|]*\|\|/s.test(parent.text.slice(node.endIndex - parent.startIndex)) ||
      /^\s*or\b/.test(parent.text.slice(node.endIndex - parent.startIndex))
    ) {
      return true;
    }
  }
  return false;
}

function isHarmless(node: Node): boolean {
  for (let parent = node.parent; parent?.parent; parent = parent.parent) {
    if (harmless.test(parent.text.slice(0, 80))) {
      return true;
    }
  }
  return false;
}

/** Whether a failed conversion is caught around it. */
function isCaught(program: Program, node: Node): boolean {
  const { caught } = program.language.conversions;
  const attempt = caught && program.around(node, 'try');
  const body = attempt && (program.part(attempt, 'body') ?? attempt);
  return Boolean(body && covers(body, node) && caught.test(attempt.text));
}
