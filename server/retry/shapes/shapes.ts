import { dependsOn, type Manifest, manifestNames } from '../../manifests';
import type { Project } from '../../project';
import type { HandlerFile, RetryLanguage } from '../language';
import type { RetryLibrary } from '../libraries/library';
import { declares, holds, type ModuleFile } from './module';

/** What repeats a call, and where it is: a library, or a handler in a file of its own. Absent: the file itself. */
export type Shape =
  | { readonly library: string; readonly module?: undefined }
  | { readonly module: ModuleFile; readonly library?: undefined };

/** A document as this needs it. */
interface Place {
  readonly uri: string;
  readonly text: string;
}

/** Folders in which projects keep what many of their files use. */
const sharedFolders = ['', 'lib/', 'utils/'];

/**
 * The shapes that a handler may take in a document, the best first; `undefined` is the handler in the file itself. Where
 * the project has the handler already, that one is used.
 */
export async function shapesFor(
  handler: HandlerFile,
  language: RetryLanguage,
  place: Place,
  project: Project,
  canCreate: boolean,
): Promise<readonly (Shape | undefined)[]> {
  const manifests = await project.manifests(place.uri, manifestNames[language.name] ?? []);
  const module = await moduleFor(handler, language, place, project, manifests);
  if (module?.exists === true) {
    return [{ module }];
  }
  // A library repeats calls; what the other strategies do is not its matter.
  const isRetry = language.strategies?.files.includes(handler) !== true;
  const libraries = (isRetry ? (language.libraries ?? []) : [])
    .filter((library) => isAvailable(library, place.text, manifests))
    .filter(({ isEnabled }) => isEnabled?.(handler, manifests) ?? true)
    .map(({ name }): Shape => ({ library: name }));
  return [undefined, ...libraries, ...(module && canCreate ? [{ module }] : [])];
}

/** A client's own option is there when its calls are; a library when the file imports it or the project names it. */
function isAvailable({ packages }: RetryLibrary, text: string, manifests: readonly Manifest[]): boolean {
  return (
    packages.length === 0 ||
    packages.some((name) => imports(text, name) || manifests.some((manifest) => dependsOn(manifest, name)))
  );
}

/** The lines that import something name it in quotes or behind a word for it, in every language. */
function imports(text: string, name: string): boolean {
  const escaped = name.replaceAll('.', '\\.');
  const line = `^[ \\t]*(?:import|from|use|require|using)\\b.*(?<![\\w./-])${escaped}(?![\\w./-])`;
  const required = `^[ \\t]*(?:const|let|var)\\b.*["']${escaped}["']`;
  return new RegExp(`${line}|${required}|^[ \\t]*(?:\\w+ )?"${escaped}"$`, 'm').test(text);
}

async function moduleFor(
  handler: HandlerFile,
  language: RetryLanguage,
  { uri }: Place,
  project: Project,
  manifests: readonly Manifest[],
): Promise<ModuleFile | undefined> {
  const { module, handlers } = language;
  const [folder, ...above] = project.foldersAbove(uri);
  if (!module || folder === undefined) {
    return undefined;
  }
  const document = uri.slice(folder.length + 1);
  const names = module.names(handler, document).filter((file) => file !== document);
  const { beside = [] } = module;
  const elsewhere = module.fromElsewhere
    ? [folder, ...above].flatMap((base, level) =>
        sharedFolders
          .filter((shared) => level > 0 || shared !== '')
          .map((shared) => ({
            uri: `${base}/${shared}${names[0] ?? ''}`,
            path: upward(level) + shared + (names[0] ?? ''),
          })),
      )
    : [];
  const files = [...names.map((path) => ({ uri: `${folder}/${path}`, path })), ...elsewhere];
  const { definitions } = language.split(handler.text);
  const siblings = module.fileOf
    ? definitions.map(module.fileOf)
    : module.sharesNames
      ? handlers.filter((other) => other !== handler).flatMap((other) => module.names(other, document))
      : [];
  const around = [...beside, ...siblings.filter((file) => file !== document && !names.includes(file))];
  const texts = await project.texts([...files.map((file) => file.uri), ...around.map((file) => `${folder}/${file}`)]);
  const there = around.map((file, index) => [file, texts[files.length + index]] as const);
  const known = {
    document,
    beside: there.filter(([file, text]) => beside.includes(file) && text != null).map(([file]) => file),
    taken: Object.fromEntries(
      definitions.flatMap((definition) => {
        const owner = there.find(([file, text]) => siblings.includes(file) && declares(text ?? '', definition));
        return owner ? [[definition.name, owner[0]]] : [];
      }),
    ),
    manifests: Object.fromEntries(manifests.map((manifest) => [manifest.name, manifest.text])),
  };
  const found = files.find(({ path }, index) => holds(path, texts[index] ?? '', handler));
  if (found) {
    return { path: found.path, exists: true, ...known };
  }
  const free = names.find((_, index) => texts[index] == null);
  const isOccupied = definitions.some((definition) => {
    const text = there.find(([file]) => file === module.fileOf?.(definition))?.[1];
    return text != null && !declares(text, definition);
  });
  if (isOccupied) {
    return undefined;
  }
  // A file of which nobody knows whether it is there must not be written.
  return free !== undefined && texts.length > 0 ? { path: free, exists: false, ...known } : undefined;
}

function upward(levels: number): string {
  return '../'.repeat(levels);
}
