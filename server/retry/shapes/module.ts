import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type HandlerParts } from '../handlerText';
import type { HttpCall } from '../httpCall';
import type { HandlerFile, Refusal } from '../language';
import type { Source } from '../source';
import type { TextEdit } from '../textEdits';

/** A file for a handler, seen from a document. */
export interface ModuleFile {
  /** Name of the document that is to use the file. */
  readonly document: string;
  /** Relative to the folder of the document, with `/`: `backoff.ts`, `../lib/backoff.ts`. */
  readonly path: string;
  /** It is there and has the handler. */
  readonly exists: boolean;
  /** Names of files that lie in the folder of the document: `__init__.py`. */
  readonly beside: readonly string[];
  /** The nearest manifests above the document, by name. */
  readonly manifests: ReadonlyMap<string, string>;
}

/** How a language keeps a handler in a file of its own. */
export interface HandlerModule {
  /** Names for such a file, the best first, for a document of a name. */
  names(handler: HandlerFile, document: string): readonly string[];
  /** A file can be used from another folder. */
  readonly fromElsewhere: boolean;
  /** Names of files beside the document that decide how it is imported. */
  readonly beside?: readonly string[];
  /** How the handler is called from another file, when not by its name. */
  calledAs?(handler: HandlerFile): string;
  /** The whole text of the file. */
  write(parts: HandlerParts, handler: HandlerFile, source: Source, file: ModuleFile): string | Refusal;
  /** The edits with which a file uses the handler of another. None where the two share a package. */
  use(handler: HandlerFile, file: ModuleFile, source: Source, call: HttpCall): readonly TextEdit[] | Refusal;
  /** Whether what brings a name into a file is `use` of a file at a path, perhaps written by hand. */
  isUse(definition: Node, file: ModuleFile): boolean;
}

/**
 * Whether a file has a handler: it defines one of its name, or is a module of its name. Every handler has the setting
 * `idempotent`, which tells it from others.
 */
export function holds(path: string, text: string, handler: HandlerFile): boolean {
  const name = handler.definition ?? handler.name;
  const isModule = path.replace(/^.*\//, '') === `${name}.rs`;
  return (isModule || new RegExp(`(?<!\\w)${name}\\b`).test(text)) && /idempotent/i.test(text);
}

/** Blocks of code in the style of a document, with empty lines between them. */
export function joinBlocks(blocks: readonly string[], { style, language }: Source, gap = 1): string {
  const { eol } = style;
  return (
    blocks
      .filter((block) => block !== '')
      .map((block) => adapt(block, style, language.style))
      .join(eol.repeat(gap + 1)) + eol
  );
}
