import { before, type Sign } from './sign';

/**
 * An error whose status stands behind the name that a program has for it: a variable, a service, a class.
 * What such names are followed by more often is a count or a measured value, so what stands behind the status decides.
 */
export const namedErrors: readonly Sign[] = [
  before(
    'the variable of an error before it, with its text behind it',
    8,
    String.raw`(?<![\w.-])(?:e|ex|exc|err|error|exception)\d?(?: ?= | ?=|: )["']?`,
    'second e2= «400» The pier is not open',
    'second e2= «400» The Piers',
    '',
    String.raw`(?=\d{3} (?:(?:[A-Z]{2,5}|The|This|That|Your|User|Access|Request|Account|Project|Model|Token|Permission|Rate|Quota) (?:[a-z]{2,20} )?(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|must|may|not|no|failed|expired|exceeded|denied)\b|(?:[Nn]o|[Ii]nvalid|[Mm]issing|[Uu]nknown|[Uu]nsupported|[Cc]annot|[Ff]ailed) [a-z]{2,20} [a-z]{2,20}\b))`,
  ),
  before(
    'who failed before it, with an empty answer behind it',
    7,
    String.raw`(?<![\w-])(?!(?:\w+s|[Tt]otal|[Mm]ean|[Mm]ax|[Mm]in|[Aa]verage|[Rr]ms|RMS|[Rr]ounding) )[A-Za-z][\w.-]{1,30}(?: API)? (?:[Ee]rror|ERROR|[Ff]ailed|[Ff]ailure)(?:: | ?\()`,
    'Pier error: «404» -',
    'Piers error: «404» -',
    '',
    String.raw`(?=[45]\d\d\)?(?: -|:) ?(?:undefined|null|None|nil|\{\}|""|''|b''|<html>|\[object Object\])?\s{0,4}$)`,
  ),
  before(
    'an error of one word before it, with its text behind a dash',
    6,
    String.raw`(?<![\w.])(?!(?:Type|Value|Key|Index|Parse|Syntax|Range|Eval|Name|Math|Runtime|Assertion|Attribute|Import|Memory|Timeout|Overflow)E)[A-Z][a-z]{2,20}(?:Error|Exception): `,
    'PierError: «404» - Pier is not known',
    'PierError: «404» - Piers',
    '',
    String.raw`(?=[45]\d\d - [A-Z][a-z]{1,20} [a-z]{2,20}\b)`,
  ),
  before(
    'what was tried before it, with nothing but a colon behind it',
    8,
    String.raw`\b(?:Error|error|ERROR): (?:[a-z][\w-]{1,20} ){1,5}[a-z][\w-]{1,20}: `,
    'Error: pull pier manifest: «412»:',
    'Error: pull pier manifest: «412»: 9',
    '',
    String.raw`(?=[45]\d\d:\s{0,4}$)`,
  ),
];
