import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry, StrategyName } from '../../../shared/catalog/catalog';
import { part } from '../../recogniser/source/grammar';
import { leaveOut } from '../fewerErrors';
import { covers, type Program } from '../program';
import type { Repetition } from '../repetition';
import type { Check, RuleFinding } from '../rule';
import type { Way } from '../ways';
import { mayPass } from './statuses';
import { isAwaited } from './writes';

/** What the message says of errors that a repetition cannot pass. */
const whyNot: Partial<Record<StrategyName, string>> = {
  none: 'the same request gets the same answer',
  'wait-for-quota': 'it lasts until the quota is renewed',
  'refresh-credentials': 'the same credentials are refused again',
  'already-done': 'the first attempt has done it',
};

const renews = /refresh|renew|re_?auth|authenticat|log_?in|sign_?in|token|credential|oauth|client_?id/i;

/** Repeats a request after an error that stays. */
export const retriesPermanentError: Check = function* (program) {
  yield* listed(program);
  for (const repetition of program.repetitions) {
    for (const way of repetition.ways) {
      yield* ofRanges(program, repetition, way);
      for (const { entry, finding } of way.errors) {
        const reason = whyNot[entry.strategy.name];
        if (
          reason === undefined ||
          mayPass(entry) ||
          isRenewed(entry, way) ||
          isNarrowed(program, way) ||
          isOtherwise(program, repetition, way, entry)
        ) {
          continue;
        }
        yield {
          rule: 'retries-permanent-error',
          range: finding.range,
          message: `The request is repeated after ${finding.text} (${entry.title}), but ${reason}.`,
          entry: entry.id,
          ...program.fix(() => leaveOut(program, finding.range)),
        };
      }
    }
  }
};

/** A range that begins with the mistakes of the client, and nothing in the repetition that singles one out. */
function* ofRanges(program: Program, repetition: Repetition, way: Way): Generator<RuleFinding> {
  const range = way.ranges.find(({ from, to }) => from <= 401 && to >= 422);
  if (!range || isAwaited(program, repetition) || looksCloser(program, repetition, range.node)) {
    return;
  }
  yield {
    rule: 'retries-permanent-error',
    range: { start: range.node.startIndex, end: range.node.endIndex },
    message: `The request is repeated after every failed status, also after 400, 401, 403 and 422, which stay as they are.`,
  };
}

/** Whether another condition of the repetition looks at how the request ended. */
function looksCloser(program: Program, { node }: Repetition, range: Node): boolean {
  return (
    program.flowsIn(node, 'branch').some((branch) => {
      const conditions = program.conditions(branch);
      return (
        !conditions.some((condition) => covers(condition, range)) &&
        conditions.some(({ text }) => /status|code|retr(?:y|iable)|\bok\b|error/i.test(text))
      );
    }) || program.flowsIn(node, 'switch').length > 0
  );
}

/** The lists by which retry libraries and programs say what they repeat, up to their first item. */
const retryList =
  /(?:^|[.\s"'[(])["']?(?:status_forcelist|statusCodes|statusesToRetry|\w*retr(?:y|i?able|yable)\w*)["']?\]?\s*(?::\s*[\w<>[\], &;']+)?\s*(?:=>|[:=]{1,2})\s*(?:(?:new\s+)?(?:[\w.:]+(?:<\w*>)?(?:\[\]|!)?|\[\d*\]\w+|map\[\w+\]\w+)?\s*)?[[({&]{1,2}\s*$/i;

/** Errors that stay, in a list of what is repeated. */
function* listed(program: Program): Generator<RuleFinding> {
  for (const { entry, finding } of program.errors) {
    const reason = whyNot[entry.strategy.name];
    const node = program.root.descendantForIndex(finding.range.start, finding.range.end - 1);
    const list = node && listAround(program, node);
    const first = list?.namedChild(0);
    if (reason === undefined || entry.kind !== 'status' || mayPass(entry) || !first) {
      continue;
    }
    const before = program.text.slice(Math.max(0, first.startIndex - 120), first.startIndex);
    const name = before.slice(before.lastIndexOf('\n', before.trimEnd().length - 1) + 1);
    if (retryList.test(name) && !/no[nt]?_?retr|never/i.test(name)) {
      yield {
        rule: 'retries-permanent-error',
        range: finding.range,
        message: `${finding.text} (${entry.title}) is listed as worth a repetition, but ${reason}.`,
        entry: entry.id,
        ...program.fix(() => leaveOut(program, finding.range)),
      };
    }
  }
}

/** The list or the set that an item stands in, or the map of which it is a key. */
function listAround(program: Program, item: Node): Node | undefined {
  let node = item;
  for (let level = 0; node.parent && level < 5; level++) {
    const { parent } = node;
    const is = program.file.shape(parent)?.is;
    if (is === 'list' || is === 'arguments' || is === 'map') {
      return parent;
    }
    if (is !== 'wrap' && is !== 'member' && !(is === 'pair' && parent.namedChild(0)?.id === node.id)) {
      return undefined;
    }
    node = parent;
  }
  return undefined;
}

/** Whether a condition looks into the answer as well: a page that blocks for a while comes with 403, too. */
function isNarrowed(program: Program, { node }: Way): boolean {
  return program
    .conditions(node)
    .some(
      ({ text }) =>
        /&&|\|\||\b(?:and|or)\b/.test(text) && /\b(?:content|body|text|message|reason|headers?)\b/i.test(text),
    );
}

/** Names whose new value makes no other request. */
const noPart = /^(?:attempt|retr|tries|count|delay|wait|backoff|sleep|last|err|[a-z]$)/i;
const counts = /[-+*]=|=\s*[\w.]+\s*[-+*]/;
/** GitHub answers with 403 when a limit is reached; elsewhere the program says so beside the wait. */
const limitIs403 = /github|octokit/i;
const speaksOfLimit = /rate.?limit/i;

/** Whether the error is a limit by another status, or the next attempt is another request: another name is tried. */
function isOtherwise(program: Program, { node }: Repetition, { body }: Way, entry: Entry): boolean {
  if (entry.value === '403' && (speaksOfLimit.test(body.text) || limitIs403.test(program.textAround(body)))) {
    return true;
  }
  const types = [...program.file.grammar.nodes].flatMap(([type, { is }]) => (is === 'bind' ? [type] : []));
  const rest = program.text.slice(node.startIndex, body.startIndex);
  return body.descendantsOfType(types).some((bind) => {
    const shape = bind && program.file.shape(bind);
    const name = bind && shape?.is === 'bind' ? program.file.lastName(part(bind, shape.name)) : '';
    return (
      name !== '' &&
      !noPart.test(name) &&
      !counts.test(bind?.text.slice(0, 80) ?? '') &&
      new RegExp(`(?<![\\w.])${name.replace(/\W/g, '')}(?!\\w)`).test(rest)
    );
  });
}

/** New credentials, or a way that looks at something more, may make the difference. */
export function isRenewed(entry: Entry, { node, body }: Way): boolean {
  const text = `${node.text.slice(0, 4_000)} ${body.text.slice(0, 4_000)}`;
  return /^40[137]$/.test(String(entry.http ?? entry.value)) && renews.test(text);
}
