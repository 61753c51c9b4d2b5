import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { part } from './grammar';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/**
 * A number that has its status's reason phrase as a name: beside it in a row, a pair or a call, in the other half of an
 * arm of a switch, the key that it becomes the value of, or the function that it is in. That number and that phrase do not meet by chance.
 */

/** Items of a list that are looked at. */
const mostItems = 40;
/** How far behind a pattern its phrase may stand, in UTF-16 units: `case 404: return errors.NotFound(message)`. */
const armReach = 100;
/** A function that is longer does more than making one error. */
const longestMaker = 500;
/** Levels between a literal and what says its name. */
const mostLevels = 12;

/** `{404, ErrNotFound}`, `404 => Error::NotFound`, `fn not_found() -> Self { Self::new(404) }`. */
export function besideName(
  { file, knowledge }: Reading,
  node: Node,
  range: Candidate['range'],
  statuses: readonly Entry[],
): Candidate[] {
  const number = statuses[0]?.value;
  if (number === undefined || Number(number) < 400 || !file.subject.isAboutWeb) {
    return [];
  }
  const isNamed = textsBeside(file, node).some((text) =>
    [...text.matchAll(named)].some(([, name, , words = '']) =>
      name === undefined
        ? words.split(/\W+/).some((_, at, all) => knowledge.isReasonPhrase(number, all.slice(0, at + 1).join(' ')))
        : knowledge.isReasonPhrase(number, name.replace(around, '')),
    ),
  );
  return candidate(range, 'status', isNamed ? statuses : [], 0.7, 'beside a name that is its reason phrase');
}

/** A name, or words in quotes. */
const named = /([A-Za-z_]\w*)|(["'`])([^"'`\n]{1,80})\2/g;
/** What stands before and behind the phrase in names of errors and of what makes them. */
const around =
  /^_*(?:(?:new|create|make|build|render|respond|send|reply|show|handle|is|as|on|throw|raise|http|status|code|err(?:or)?|e)(?=_|[A-Z]))+_?|_?(?:http)?_?(?:err(?:or)?|exception|response|status|code)$/gi;

/** The texts in which the phrase of a literal may stand. */
function textsBeside(file: SourceFile, literal: Node): string[] {
  const found: string[] = [];
  let node = literal;
  let isInnermost = true;
  let isOnly = true;
  for (let level = 0; node.parent && level < mostLevels; level++) {
    const { parent } = node;
    const shape = file.shape(parent);
    const is = shape?.is;
    if ((is === 'list' || is === 'arguments') && isInnermost) {
      const items = parent.namedChildCount > mostItems ? [] : parent.namedChildren;
      // What a function does that is given beside the number says nothing about the number.
      const isBeside = (item: Node | null) =>
        item !== null && item.id !== node.id && file.shape(item)?.is !== 'function';
      found.push(...items.flatMap((item) => (item && isBeside(item) ? file.textOf(item, armReach) : [])));
      isInnermost = false;
      const call = is === 'arguments' ? file.around(parent, ['call'], 1) : undefined;
      found.push(call ? nameOfCall(file, call) : '');
    } else if (shape?.is === 'pair') {
      const other = file.isPart(parent, shape.key, node) ? part(parent, shape.value) : part(parent, shape.key);
      found.push(other ? file.textOf(other, armReach) : '');
      return found;
    } else if (shape?.is === 'bind' && file.isPart(parent, shape.value, node)) {
      const key = keyOf(file, part(parent, shape.name));
      if (key !== '') {
        return [...found, key];
      }
    } else if (is === 'tokens') {
      found.push(file.text.slice(Math.max(parent.startIndex, node.startIndex - armReach), node.startIndex));
      found.push(file.text.slice(node.endIndex, Math.min(parent.endIndex, node.endIndex + armReach)));
    } else if (is === 'block') {
      isOnly &&= parent.namedChildCount === 1;
    } else if (shape?.is === 'arm') {
      if (!isOnly) {
        return found;
      }
      const isValue = part(parent, shape.value)?.id === node.id;
      const [start, end] = isValue ? [parent.startIndex, node.startIndex] : [node.endIndex, parent.endIndex];
      found.push(file.text.slice(start, Math.min(end, start + armReach)));
      return found;
    } else if (is === 'function') {
      const isMaker = parent.endIndex - parent.startIndex <= longestMaker;
      return isMaker ? [...found, file.nameOfFunction(parent)] : found;
    } else if (is === 'binary') {
      return [...found, doneIf(file, parent)];
    } else if (is === 'class') {
      return found;
    }
    node = parent;
  }
  return found;
}

/** The key or the member that a value becomes: `names["NotFound"] = 404`, `names.NotFound = 404`. */
function keyOf(file: SourceFile, target: Node | null | undefined): string {
  const shape = target ? file.shape(target) : undefined;
  const key =
    target && shape?.is === 'index'
      ? part(target, shape.index)
      : target && shape?.is === 'member'
        ? part(target, shape.name)
        : undefined;
  return key ? file.textOf(key, armReach) : '';
}

/** What is done first where a number is the one compared: `if access == '404'` and `render_not_found` on the next line. */
function doneIf(file: SourceFile, comparison: Node): string {
  const isEqual = equality.test(file.textOf(comparison, armReach));
  const behind = file.text.slice(comparison.endIndex, comparison.endIndex + armReach);
  return (isEqual && first.exec(behind)?.[1]) || '';
}

const equality = /[^=!<>]={2,3}[^=]|\s-eq\s/;
const first =
  /^\s*\)?\s*(?:[:{]|then\b|\?)?\s*(?:(?:return|raise|throw|new|await|self|this)\b[\s.]*){0,4}([A-Za-z_]\w*)/;

/** What a call is named after: `BadRequest(400)`, `NotImplemented.new("…", 501)`. */
function nameOfCall(file: SourceFile, call: Node): string {
  const { name, object } = file.callee(call);
  return name === 'new' && object ? file.lastName(object) : name;
}
