import type { Definition, HandlerParts } from '../handlerText';
import type { HttpCall } from '../httpCall';
import { hasHandler, insertHandler, useModule } from '../insertHandler';
import { type HandlerFile, isRefusal, type Refusal } from '../language';
import type { Source } from '../source';
import type { TextEdit, TextEdits } from '../textEdits';
import { type HandlerModule, missingParts, type ModuleFile } from './module';

interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** What hands a call to a handler. */
export interface Placed {
  /** Edits of the file of the call. */
  readonly edits: TextEdits;
  /** Files that are made, that of the handler first: their paths from the folder of the document, and their texts. */
  readonly newFiles?: readonly NewFile[];
}

/**
 * Hands a call to a handler, as `wrap` does it with the name that it is called by, and puts the handler into the file
 * or, if there is to be one, into a file of its own.
 * @param replacesLoop `wrap` takes away what repeats the call by hand
 */
export function placeHandler(
  call: HttpCall,
  handler: HandlerFile,
  wrap: (name: string) => TextEdit | TextEdits | Refusal,
  source: Source,
  file: ModuleFile | undefined,
  replacesLoop = false,
): Placed | Refusal {
  const { language } = source;
  if (!file) {
    const edits = insertHandler(call, handler, () => wrap(handler.name), source, undefined, replacesLoop);
    return isRefusal(edits) ? edits : { edits };
  }
  const isOwn = file.exists && hasHandler(handler, source);
  const name = (isOwn ? undefined : language.module?.calledAs?.(handler)) ?? handler.name;
  const use = (): readonly TextEdit[] | Refusal => useModule(file, handler, source, call);
  const edits = insertHandler(call, handler, () => wrap(name), source, use, replacesLoop);
  if (isRefusal(edits) || file.exists || edits.length === 0) {
    return isRefusal(edits) ? edits : { edits };
  }
  const all = language.split(handler.text);
  const { parts, needs } = language.module?.sharesNames ? missingParts(all, source, file) : { parts: all, needs: [] };
  const { module } = language;
  const newFiles: NewFile[] = [];
  for (const { path, ...own } of split(parts, handler, file, module?.fileOf)) {
    const text = module?.write(own.parts, handler, source, file, needs);
    if (typeof text !== 'string') {
      return text ?? { refusal: 'There is no file of its own for handlers of this language.' };
    }
    newFiles.push({ path, text });
  }
  return { edits, newFiles };
}

/** The parts by the files that they go into, that of the handler first. */
function split(
  parts: HandlerParts,
  { name, definition = name }: HandlerFile,
  { path }: ModuleFile,
  fileOf: HandlerModule['fileOf'],
): readonly { readonly path: string; readonly parts: HandlerParts }[] {
  if (!fileOf) {
    return [{ path, parts }];
  }
  const isMain = (own: Definition): boolean => own.name === definition;
  return parts.definitions
    .toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
    .map((own) => ({ path: isMain(own) ? path : fileOf(own), parts: { ...parts, definitions: [own] } }));
}

/** What a title says of a file that is made; empty where none is. */
export function inNewFile({ newFiles: [file] = [] }: Placed): string {
  return file ? ` in a new file, ${file.path.slice(file.path.lastIndexOf('/') + 1)}` : '';
}
