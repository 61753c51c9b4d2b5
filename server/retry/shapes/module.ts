import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition, type HandlerParts } from '../handlerText';
import type { HttpCall } from '../httpCall';
import { anyRetry, type HandlerFile, type Refusal } from '../language';
import type { Source } from '../source';
import type { TextEdit } from '../textEdits';

/** A file for a handler, seen from a document. An action carries it, so it is made of what JSON has. */
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
  readonly manifests: Readonly<Record<string, string>>;
  /** Definitions of the handler that other files of the folder have, by name, and those files. */
  readonly taken: Readonly<Record<string, string>>;
}

/** How a language keeps a handler in a file of its own. */
export interface HandlerModule {
  /** Names for such a file, the best first, for a document of a name. */
  names(handler: HandlerFile, document: string): readonly string[];
  /** A file can be used from another folder. */
  readonly fromElsewhere: boolean;
  /** What one file defines, another may not define again. */
  readonly sharesNames?: boolean;
  /** Names of files beside the document that decide how it is imported. */
  readonly beside?: readonly string[];
  /** Where each definition has a file of its own besides, the name of that. */
  readonly fileOf?: (definition: Definition) => string;
  /** How the handler is called from another file, when not by its name. */
  calledAs?(handler: HandlerFile): string;
  /**
   * The whole text of the file.
   * @param needs names of other files, which have definitions that the handler needs
   */
  write(
    parts: HandlerParts,
    handler: HandlerFile,
    source: Source,
    file: ModuleFile,
    needs: readonly string[],
  ): string | Refusal;
  /** The edits with which a file uses the handler of another. None where the two share a package. */
  use(handler: HandlerFile, file: ModuleFile, source: Source, call: HttpCall): readonly TextEdit[] | Refusal;
  /** Whether what brings a name into a file is `use` of a file at a path, perhaps written by hand. */
  isUse(definition: Node, file: ModuleFile): boolean;
}

/** Whether a file has a handler: it defines one of its name, or is a module of its name, and has its sign. */
export function holds(path: string, text: string, handler: HandlerFile): boolean {
  const { name, definition = name, sign = anyRetry } = handler;
  const isModule = path.replace(/^.*\//, '') === `${definition}.rs`;
  return (isModule || new RegExp(`(?<!\\w)${definition}\\b`).test(text)) && sign.test(text);
}

/** The parts of a handler that no other file has yet, and the files that have the others. */
export function missingParts(
  parts: HandlerParts,
  { text }: Source,
  { taken }: ModuleFile,
): { readonly parts: HandlerParts; readonly needs: readonly string[] } {
  const definitions = parts.definitions.filter(
    (definition) => taken[definition.name] === undefined && !declares(text, definition),
  );
  return { parts: { ...parts, definitions }, needs: [...new Set(Object.values(taken))] };
}

/** Whether a text has the line that a definition begins with, up to its name, whoever is to see it. */
export function declares(text: string, definition: Definition): boolean {
  const line = new RegExp(`^(?!\\s|[/*#]).*\\b${definition.name}\\b`, 'm').exec(definition.text)?.[0];
  const head = line?.replace(/^private /, '').replaceAll(/[()*]/g, '\\$&');
  return head !== undefined && new RegExp(`^[ \\t]*(?:(?:private|internal) )?${head}\\b`, 'm').test(text);
}

/** The words of a name in camel case, in lower case: `orAPIError` is `or-api-error` with `-` between them. */
export function wordsOf(name: string, separator: string): string {
  return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, separator).toLowerCase();
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
