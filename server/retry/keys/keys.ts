import type { Tree } from '@vscode/tree-sitter-wasm';
import type { CatalogFile } from '../../../shared/catalog/catalog';
import { findCall, isOnCall } from '../calls';
import { isIdempotent } from '../httpCall';
import { isRefusal, type Refusal } from '../language';
import type { Manifest } from '../../manifests';
import { scopesOf } from '../nodes';
import { type Source, sourceOf } from '../source';
import { insertion, sortEdits, type TextEdit, type TextEdits } from '../textEdits';
import { indentationAt } from '../wrapping';
import { apiOf } from './api';
import { type KeyPlace, placeKey } from './place';

export interface KeyInput {
  readonly text: string;
  /** Language id as VS Code names it. */
  readonly languageId: string;
  /** The tree of `text`. */
  readonly tree: Tree;
  /** Where the cursor or the finding is, in UTF-16 units. */
  readonly offset: number;
  /** The catalogs whose systems honour a key. */
  readonly apis: readonly CatalogFile[];
  /** The one of the error at the offset. */
  readonly met: CatalogFile | undefined;
  /** A rule has found at the offset that a write is repeated. */
  readonly isMistake?: boolean;
  /** What the project depends on. */
  readonly manifests: readonly Manifest[];
}

/** What the quick fix offers, and what it would do. */
export interface KeyPlan {
  readonly title: string;
  readonly edits: TextEdits;
}

/**
 * The edits that give a write a fresh key, which an API honours: it is made once for each call, outside of what repeats
 * that, so that all attempts carry the same. Or why there are none.
 */
export function planKey(input: KeyInput): KeyPlan | Refusal {
  const { text, tree, languageId, offset, apis, met, manifests } = input;
  const source = sourceOf(text, tree, languageId, headersOf(apis));
  const writing = source?.language.keys;
  const call = source && findCall(source, offset);
  const isMeant = source && call && (met !== undefined || input.isMistake || isOnCall(source, call, offset));
  const api = isMeant ? apiOf(call, source, apis, met) : undefined;
  if (!source || !writing || !call || !api?.idempotencyKey) {
    return { refusal: 'There is no call here to an API of which a catalog says that it honours an idempotency key.' };
  }
  const { header, methods = ['POST', 'PATCH'] } = api.idempotencyKey;
  if (!methods.some((method) => method === call.method) || isIdempotent(call)) {
    return { refusal: `${call.name} needs no key: its method is ${call.method}, or it has one already.` };
  }
  const variable = freeName(writing.variable, call.args, source);
  const made = writing.make(variable, call, source, manifests);
  if (isRefusal(made)) {
    return made;
  }
  const sent = writing.send(call, { header, variable }, source);
  const place = isRefusal(sent) ? sent : placeKey(call, sent, source);
  if (isRefusal(sent) || isRefusal(place)) {
    return isRefusal(sent) ? sent : (place as Refusal);
  }
  const { startIndex } = place.statement;
  const statement = insertion(startIndex, made.statement + source.style.eol + indentationAt(text, startIndex));
  const edits = sortEdits([statement, ...made.edits, ...sent.edits, ...allowed(place, source)]);
  return { title: `Add a fresh ${header} to ${call.name}`, edits };
}

/** The headers of keys besides those that every reader knows. */
export function headersOf(apis: readonly CatalogFile[]): readonly string[] {
  return apis.flatMap(({ idempotencyKey }) => idempotencyKey?.header ?? []);
}

/** A name that nothing in the function of a call has yet. */
function freeName(wanted: string, inner: Parameters<typeof scopesOf>[0], { language }: Source): string {
  const scopes = scopesOf(inner, language.syntax);
  const text = (scopes.at(-2) ?? scopes.at(-1))?.text ?? '';
  const isTaken = (name: string): boolean => new RegExp(`(?<!\\w)${name.replaceAll('$', '\\$')}\\b`).test(text);
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!isTaken(name)) {
      return name;
    }
  }
}

/** What is around a call and repeats it may do so from now on. */
function allowed({ repeater }: KeyPlace, { text }: Source): TextEdit[] {
  const own = repeater ? text.slice(repeater.startIndex, repeater.endIndex) : '';
  const found = [...own.matchAll(/\b(?:BACKOFF_IDEMPOTENT|idempotent)(?:\s*[:=]\s*)(false)\b/gi)];
  const [match] = found;
  if (!repeater || !match || found.length > 1) {
    return [];
  }
  const end = repeater.startIndex + match.index + match[0].length;
  const start = end - 'false'.length;
  return [{ range: { start, end }, newText: match[1] === 'False' ? 'True' : 'true' }];
}
