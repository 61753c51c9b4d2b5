import type { CatalogFile } from '../shared/catalog/catalog';
import { dependenciesOf, type Manifest, manifestNames, packageName } from './manifests';
import type { Project } from './project';
import { noSystems, type Systems } from './recogniser/systems';

/** What was read of a folder counts for this long, in milliseconds: the documents of one are read one after another. */
const fresh = 30_000;
/** Folders of which that is kept. */
const mostFolders = 500;
const allNames = [...new Set(Object.values(manifestNames).flat())];

/**
 * The systems whose clients a project depends on: what speaks for a system in documents that say nothing of one. Of
 * several manifests only those of the nearest folder count, as each package of a large repository has its own.
 */
export class ProjectSystems {
  readonly #clients = new Map<string, string[]>();
  readonly #known = new Map<string, { readonly at: number; readonly systems: Promise<Systems> }>();

  constructor(
    private readonly project: Project,
    catalogs: Iterable<CatalogFile>,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {
    for (const { id, context } of catalogs) {
      for (const name of new Set([...(context.modules ?? []), ...(context.packages ?? [])].map(packageName))) {
        this.#clients.set(name, [...(this.#clients.get(name) ?? []), id]);
      }
    }
  }

  /** The systems that the manifests nearest to a document speak for. Source asks those of its own language. */
  of(uri: string, languageId: string): Promise<Systems> {
    const [folder, above] = this.project.foldersAbove(uri);
    if (folder === undefined) {
      return Promise.resolve(noSystems);
    }
    const names = manifestNames[languageId.replace(/react$/, '')] ?? allNames;
    const key = `${names[0] ?? ''} ${folder}`;
    const known = this.#known.get(key);
    if (known && this.now() - known.at < fresh) {
      return known.systems;
    }
    if (this.#known.size >= mostFolders) {
      this.#known.clear();
    }
    const systems = this.#in(folder, names).then(
      (own) => own ?? (above === undefined ? noSystems : this.of(folder, languageId)),
    );
    this.#known.set(key, { at: this.now(), systems });
    return systems;
  }

  /** What the manifests of a folder speak for. Undefined where none names a dependency: the one above says more. */
  async #in(folder: string, names: readonly string[]): Promise<Systems | undefined> {
    const manifests = await this.project.manifestsIn(folder, names);
    const depends = manifests.map((manifest) => ({ manifest, names: dependenciesOf(manifest) }));
    return depends.some((one) => one.names.size > 0) ? this.#systemsOf(depends) : undefined;
  }

  #systemsOf(depends: readonly { readonly manifest: Manifest; readonly names: ReadonlySet<string> }[]): Systems {
    const systems = new Map<string, string>();
    for (const { manifest, names } of depends) {
      for (const name of names) {
        for (const id of this.#clients.get(name) ?? []) {
          systems.set(id, systems.get(id) ?? `dependency ${name} in ${manifest.name.replace(/^.*\//, '')}`);
        }
      }
    }
    return systems;
  }
}
