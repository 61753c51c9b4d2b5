import type { Node } from '@vscode/tree-sitter-wasm';
import type { OffsetRange } from '../../shared/finding';
import type { HttpCall } from './httpCall';
import type { Instead } from './language';
import { children, covers, field, nodesOfType } from './nodes';
import { isWait } from './retryLoops';
import type { Source } from './source';
import { applyEdits, type TextEdits } from './textEdits';
import { indentationAt } from './wrapping';

/** A loop that repeats a call by hand, taken apart: a handler takes its place, and what is left of its body stays. */
export interface LoopPlan {
  /** What is replaced: the loop, and the failure behind it that nothing reaches any more. */
  readonly range: OffsetRange;
  /** How far the statements that stay move outwards, in characters. */
  readonly outward: number;
  /** The edits that take the loop away, with those that wrap the call. */
  edits(wrap: TextEdits): TextEdits;
}

/** A statement that stays, with the edit that makes it fail where it went round. */
interface Kept {
  readonly node: Node;
  readonly edits: TextEdits;
}

/** What is left of a block. */
interface Rest {
  readonly kept: readonly Kept[];
  /**
   * How it ends. `left`: by returning or failing, so nothing behind the loop is reached but the failure after the last
   * round. `broken`: by a `break`, behind which anything may follow. `open`: it may go behind the loop, where only the
   * failure may stand.
   */
  readonly end: 'left' | 'broken' | 'open';
}

const endless = /^\(?\s*(?:true|True|1)?\s*\)?$/;
const message = 'Still failing after all retries';

/**
 * Takes apart the loop around a call. Undefined where something in it is no part of a repetition and would not be the
 * same without it: another request, a `break`, a `finally`, a use of the counter.
 */
export function planWithoutLoop(loop: Node, call: HttpCall, source: Source): LoopPlan | undefined {
  const { text, style, language } = source;
  const { instead } = language;
  const body = field(loop, 'body');
  const condition = field(loop, 'condition');
  const isEndless = loop.type.startsWith('for') || (condition !== undefined && endless.test(condition.text));
  if (!instead || !body || !isEndless || loop.type.startsWith('do') || hasElse(loop) || callsIn(loop, source) !== 1) {
    return undefined;
  }
  const next = statementBehind(loop, source);
  const failure = next && language.syntax.jumps.throw.includes(next.type) ? next : undefined;
  const read = new LoopBody(call, failure, source, instead).read(body);
  const owner = functionAround(loop, source);
  const behind = text.slice((failure ?? loop).endIndex, owner.endIndex);
  const kept = read && withoutIdleValues(read.kept, behind, source);
  const [first] = kept ?? [];
  const isEnd = { left: !next || failure !== undefined, broken: !failure, open: failure !== undefined };
  if (!kept || !first || !isEnd[read.end]) {
    return undefined;
  }
  const counter = language.syntax.loopOver(loop).variable?.text;
  const indentation = indentationAt(text, loop.startIndex);
  const outward = indentationAt(text, first.node.startIndex).length - indentation.length;
  const isMovable = outward >= 0 && !kept.some(({ node }) => hasLongString(node, source));
  if (!isMovable || kept.some((one) => counter !== undefined && mentions(textOf(one, source), counter))) {
    return undefined;
  }
  // What was known in the loop alone must not meet its name outside.
  const outside = text.slice(owner.startIndex, loop.startIndex) + behind;
  if (kept.some(({ node }) => declaresAnew(node) && mentions(outside, boundName(node, source) ?? ''))) {
    return undefined;
  }
  const range = { start: loop.startIndex, end: read.end === 'left' && failure ? failure.endIndex : loop.endIndex };
  return {
    range,
    outward,
    edits(wrap) {
      const lines = kept.map((one, index) => {
        const before = kept[index - 1]?.node.endIndex;
        const hasGap = before !== undefined && /\n[ \t]*\r?\n/.test(text.slice(before, one.node.startIndex));
        const own = wrap.filter(
          ({ range: { start, end } }) => one.node.startIndex <= start && end <= one.node.endIndex,
        );
        const written = textOf({ ...one, edits: [...one.edits, ...own] }, source);
        const moved = written.replaceAll(new RegExp(`\\n[ \\t]{0,${outward}}`, 'g'), '\n');
        return (before === undefined ? '' : (hasGap ? style.eol : '') + style.eol + indentation) + moved;
      });
      const newText = lines.join('');
      const unused = declaredAbove(loop, source).filter(({ name }) => {
        const above = text.slice(owner.startIndex, loop.startIndex);
        return (
          countOf(above, name) === 1 &&
          mentions(loop.text, name) &&
          !mentions(newText, name) &&
          !mentions(text.slice(range.end, owner.endIndex), name)
        );
      });
      return [...unused.map(({ line }) => ({ range: line, newText: '' })), { range, newText }];
    },
  };
}

/** Reads the body of a loop around one call. */
class LoopBody {
  constructor(
    private readonly call: HttpCall,
    /** The statement that fails behind the loop. */
    private readonly failure: Node | undefined,
    private readonly source: Source,
    private readonly instead: Instead,
  ) {}

  /** What stays of a block; undefined where it is no repetition alone. */
  read(block: Node): Rest | undefined {
    const { jumps } = this.source.language.syntax;
    const kept: Kept[] = [];
    let comments: Kept[] = [];
    let end: Rest['end'] = 'open';
    for (const statement of block.namedChildren.filter((child): child is Node => child !== null)) {
      if (statement.type.endsWith('comment')) {
        comments.push({ node: statement, edits: [] });
        continue;
      }
      if (end === 'open' && this.#isIdle(statement)) {
        comments = [];
        continue;
      }
      if (end === 'open' && jumps.break.includes(statement.type)) {
        end = 'broken';
        continue;
      }
      const tried = this.#tried(statement);
      const inner = tried && this.read(tried);
      const own = tried ? inner?.kept : this.#keep(statement);
      if (end !== 'open' || !own) {
        return undefined;
      }
      kept.push(...comments, ...own);
      comments = [];
      const isLeft = this.#isThrow(statement) || jumps.return.includes(statement.type);
      end = inner?.end ?? (isLeft ? 'left' : 'open');
    }
    return { kept, end };
  }

  /** The block of a try statement around the call whose clauses only wait, note the error, or let it go. */
  #tried(statement: Node): Node | undefined {
    const { catches } = this.source.language.syntax;
    const body = statement.type === 'try_statement' ? field(statement, 'body') : undefined;
    const others = children(statement).filter(({ id }) => id !== body?.id);
    const areClauses =
      others.length > 0 && others.every((clause) => catches.has(clause.type) && this.#onlyWaits(clause));
    return body && areClauses && covers(body, this.call.args) ? body : undefined;
  }

  #onlyWaits(clause: Node): boolean {
    const statements = this.#body(clause);
    const name = this.instead.errorName(clause);
    // Another error than the one at hand is something that a caller may count on.
    const rethrows = (one: Node): boolean => this.#isThrow(one) && (children(one)[0]?.text ?? name) === name;
    const isPart = (one: Node): boolean =>
      rethrows(one) || this.#isIdle(one) || this.#isNote(one) || this.#branches(one)?.every(isPart) === true;
    return statements?.every(isPart) === true;
  }

  /** All statements of a branch and of what is done otherwise. */
  #branches(statement: Node): readonly Node[] | undefined {
    const { blocks } = this.source.language.syntax;
    const body = this.#body(statement);
    const others = statement.childrenForFieldName('alternative').flatMap((other) => {
      const inner = other && (field(other, 'body') ?? field(other, 'consequence') ?? children(other)[0] ?? other);
      return inner && blocks.has(inner.type) ? children(inner) : [inner ?? statement];
    });
    return body && [...body, ...others];
  }

  /** A statement that stays as it is, or a branch that went round and fails now. */
  #keep(statement: Node): readonly Kept[] | undefined {
    const { jumps } = this.source.language.syntax;
    if (nodesOfType(statement, jumps.break).length > 0) {
      return undefined;
    }
    if (nodesOfType(statement, jumps.continue).length === 0) {
      return [{ node: statement, edits: [] }];
    }
    const body = this.#body(statement);
    const [first, last] = [body?.[0], body?.at(-1)];
    const rest = body?.slice(0, -1).filter((one) => !this.#isIdle(one) && !this.#isNote(one)) ?? [];
    if (
      !first ||
      !last ||
      !jumps.continue.includes(last.type) ||
      hasElse(statement) ||
      covers(statement, this.call.args)
    ) {
      return undefined;
    }
    if (rest.length > 1 || rest.some((one) => !this.#givesUp(one))) {
      return undefined;
    }
    const thrown = this.#ownFailure(rest[0] && this.#body(rest[0])?.at(-1)) ?? this.#ownFailure(this.failure);
    const newText = thrown ?? this.instead.fail(message, undefined, this.source);
    return [{ node: statement, edits: [{ range: { start: first.startIndex, end: last.endIndex }, newText }] }];
  }

  /** A branch that lets the last attempt, or an error that stays, fail: `if (attempt === 4) throw error`. */
  #givesUp(statement: Node): boolean {
    const last = this.#body(statement)?.at(-1);
    return last !== undefined && !hasElse(statement) && this.#isThrow(last);
  }

  /** The statements of a branch, also of one without braces. */
  #body(statement: Node): readonly Node[] | undefined {
    const { blocks } = this.source.language.syntax;
    const only = field(statement, 'consequence');
    return this.instead.body(statement) ?? (only && !blocks.has(only.type) ? [only] : undefined);
  }

  #isThrow(statement: Node): boolean {
    return this.source.language.syntax.jumps.throw.includes(statement.type);
  }

  /** How the author lets it fail, in words that need nothing of the loop. */
  #ownFailure(thrown: Node | undefined): string | undefined {
    const { syntax } = this.source.language;
    const isOwn = (name: string): boolean => /^(?:[A-Z]\w*|url|self|this)$/.test(name);
    return thrown &&
      this.#isThrow(thrown) &&
      !thrown.text.includes('\n') &&
      nodesOfType(thrown, syntax.names).length > 0 &&
      nodesOfType(thrown, syntax.names).every(({ text }) => isOwn(text))
      ? thrown.text
      : undefined;
  }

  /** Waits, logs or goes round: nothing that a handler does not do itself. */
  #isIdle(statement: Node): boolean {
    const { syntax } = this.source.language;
    if ([...syntax.jumps.continue, 'pass_statement', 'empty_statement'].includes(statement.type)) {
      return true;
    }
    if (callsIn(statement, this.source) > 0) {
      return false;
    }
    const body = syntax.catches.has(statement.type) ? undefined : this.#body(statement);
    if (body) {
      const goesRound = nodesOfType(statement, syntax.jumps.continue).length > 0;
      return !hasElse(statement) && !goesRound && body.every((inner) => this.#isIdle(inner) || this.#isNote(inner));
    }
    const waits = (): boolean => nodesOfType(statement, syntax.calls).some((call) => isWait(syntax.callee(call).name));
    return statement.type === 'expression_statement' && (this.instead.logs.test(statement.text) || waits());
  }

  /** Gives a name a value: the length of a wait, the last error, a count. */
  #isNote(statement: Node): boolean {
    return boundName(statement, this.source) !== undefined && callsIn(statement, this.source) === 0;
  }
}

/** Without the values that only what is gone has used. */
function withoutIdleValues(kept: readonly Kept[], behind: string, source: Source): readonly Kept[] {
  const left = kept.filter((one) => {
    const name = callsIn(one.node, source) > 0 ? undefined : boundName(one.node, source);
    const others = kept.filter(({ node }) => node.id !== one.node.id);
    return (
      name === undefined || mentions(behind, name) || others.some((other) => mentions(textOf(other, source), name))
    );
  });
  return left.length < kept.length ? withoutIdleValues(left, behind, source) : left;
}

/** The declarations right above a loop in its block that call nothing, with their lines. */
function declaredAbove(loop: Node, source: Source): { readonly name: string; readonly line: OffsetRange }[] {
  const { text, language } = source;
  const siblings = children(loop.parent);
  const above = siblings.slice(
    0,
    siblings.findIndex(({ id }) => id === loop.id),
  );
  return above.flatMap((statement) => {
    const name = boundName(statement, source);
    const start = text.lastIndexOf('\n', statement.startIndex) + 1;
    const end = text.indexOf('\n', statement.endIndex) + 1;
    const isAlone = text.slice(start, statement.startIndex).trim() === '' && end > 0;
    const isIdle = nodesOfType(statement, language.syntax.calls).length === 0;
    return name !== undefined && isAlone && isIdle ? [{ name, line: { start, end } }] : [];
  });
}

/** The one name that a statement gives a value, if that is all it does. */
function boundName(statement: Node, { language: { syntax } }: Source): string | undefined {
  const changing = ['update_expression', 'augmented_assignment', 'augmented_assignment_expression'];
  const inner = children(statement);
  const [bound] = inner;
  if (!bound || inner.length !== 1 || ![...syntax.bindings.keys(), ...changing].includes(bound.type)) {
    return undefined;
  }
  const target = field(bound, 'name') ?? field(bound, 'left') ?? field(bound, 'argument');
  return target && syntax.names.includes(target.type) ? target.text : undefined;
}

/** Whether a statement makes names that are known in its block alone. */
function declaresAnew({ type }: Node): boolean {
  return /declaration$/.test(type);
}

/** The statement behind a loop in its block. */
function statementBehind(loop: Node, { language: { syntax } }: Source): Node | undefined {
  const siblings = syntax.blocks.has(loop.parent?.type ?? '') ? children(loop.parent) : [];
  return siblings[siblings.findIndex(({ id }) => id === loop.id) + 1];
}

function functionAround(node: Node, { root, language: { syntax } }: Source): Node {
  let owner: Node | null = node;
  while (owner && !syntax.functions.has(owner.type)) {
    owner = owner.parent;
  }
  return owner ?? root;
}

function callsIn(node: Node, { read, language: { syntax } }: Source): number {
  return nodesOfType(node, syntax.calls).filter((call) => read(call) !== undefined).length;
}

function hasElse(statement: Node): boolean {
  return field(statement, 'alternative') !== undefined;
}

/** Texts over several lines must not be moved. */
function hasLongString(node: Node, { language }: Source): boolean {
  return nodesOfType(node, language.style.strings).some(({ text }) => text.includes('\n'));
}

function textOf({ node, edits }: Kept, { text }: Source): string {
  return applyEdits(text, edits, { start: node.startIndex, end: node.endIndex });
}

function mentions(text: string, name: string): boolean {
  return countOf(text, name) > 0;
}

function countOf(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`(?<![\\w.$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].length;
}
