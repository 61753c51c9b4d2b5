import type { Manifest } from './manifests';

/** The texts of files by their URIs; null for what is no file that can be read. */
export type ReadProject = (uris: readonly string[]) => Promise<readonly (string | null)[]>;

/** Folders above a document that are looked into, at most. */
const mostFolders = 8;
/** What was read counts for this long, in milliseconds: a lightbulb asks at each move of the cursor. */
const fresh = 10_000;

/** What of the files around a document decides how it is read, and how a handler is written. */
export class Project {
  readonly #read = new Map<string, { readonly at: number; readonly texts: Promise<readonly (string | null)[]> }>();

  constructor(
    private readonly read: ReadProject,
    /** URIs of the workspace's folders. */
    private readonly folders: () => readonly string[],
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** Of each name the file that is nearest above a document; a `*` in a name stands for that of the file's folder. */
  async manifests(uri: string, names: readonly string[]): Promise<readonly Manifest[]> {
    const folders = this.foldersAbove(uri);
    const texts = await this.texts(folders.flatMap((folder) => names.map((name) => fileIn(folder, name))));
    return names.flatMap((name, index) => {
      const text = folders.map((_, level) => texts[level * names.length + index]).find((found) => found != null);
      return text == null ? [] : [{ name, text }];
    });
  }

  /** The manifests of a folder. */
  async manifestsIn(folder: string, names: readonly string[]): Promise<readonly Manifest[]> {
    const texts = await this.#readAll(names.map((name) => fileIn(folder, name)));
    return names.flatMap((name, index) => (texts[index] == null ? [] : [{ name, text: texts[index] }]));
  }

  /** The texts of files, as they were a few seconds ago at most. */
  async texts(uris: readonly string[]): Promise<readonly (string | null)[]> {
    const key = uris.join('\n');
    const known = this.#read.get(key);
    if (known && this.now() - known.at < fresh) {
      return known.texts;
    }
    this.#read.clear();
    const texts = this.#readAll(uris);
    this.#read.set(key, { at: this.now(), texts });
    return texts;
  }

  /** What cannot be read tells nothing, and whoever asks can do without. */
  #readAll(uris: readonly string[]): Promise<readonly (string | null)[]> {
    return uris.length === 0 ? Promise.resolve([]) : this.read(uris).catch(() => uris.map(() => null));
  }

  /** The folder of a document and those around it, up to the one of the workspace. */
  foldersAbove(uri: string): readonly string[] {
    const root = this.folders()
      .map((folder) => folder.replace(/\/$/, ''))
      .filter((folder) => uri.startsWith(`${folder}/`))
      .toSorted((a, b) => b.length - a.length)[0];
    const folders: string[] = [];
    for (let at = parent(uri); at !== undefined && folders.length < mostFolders; at = parent(at)) {
      folders.push(at);
      if (at === root) {
        break;
      }
    }
    return folders;
  }
}

function fileIn(folder: string, name: string): string {
  return `${folder}/${name.replace('*', folder.slice(folder.lastIndexOf('/') + 1))}`;
}

/** The URI of the folder that a file or a folder is in; undefined for what has none. */
function parent(uri: string): string | undefined {
  const path = /^[\w.+-]+:\/\/[^/]*/.exec(uri)?.[0].length;
  const end = uri.lastIndexOf('/');
  return path !== undefined && end > path ? uri.slice(0, end) : undefined;
}
