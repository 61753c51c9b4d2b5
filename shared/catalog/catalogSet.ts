import type { CatalogFile, Entry } from './catalog';

/**
 * The catalogs in use, with an index for each way to look an entry up.
 *
 * A later catalog with the id of an earlier one takes its place as a whole: that is how a user's catalog overrides a
 * built-in one. Within a catalog the first entry of a slug counts. Results are in the order of the catalogs and, in a
 * catalog, of its entries. All indexes are maps, so a code named `__proto__` is a code like any other.
 */
export class CatalogSet {
  readonly catalogs: readonly CatalogFile[];
  readonly entries: readonly Entry[];
  private readonly byId = new Map<string, Entry>();
  private readonly exact = new Map<string, Entry[]>();
  /** Values without regard to case: headers, and the constants of HTTP libraries that are aliases of a status. */
  private readonly folded = new Map<string, Entry[]>();
  private readonly problemTypes = new Map<string, Entry[]>();

  constructor(catalogs: readonly CatalogFile[]) {
    this.catalogs = [...new Map(catalogs.map((catalog) => [catalog.id, catalog])).values()];
    for (const catalog of this.catalogs) {
      for (const written of catalog.entries) {
        const id = `${catalog.id}/${written.slug}`;
        if (!this.byId.has(id)) {
          this.byId.set(id, { ...written, id, catalog });
        }
      }
    }
    this.entries = [...this.byId.values()];
    for (const entry of this.entries) {
      this.index(entry);
    }
  }

  /** The entry of an id such as `http/429`. */
  get(id: string): Entry | undefined {
    return this.byId.get(id);
  }

  /**
   * The entries that a code, status, message or header stands for, by value or alias. Case matters, except in headers
   * and in the constants of HTTP libraries.
   */
  byValue(value: string): readonly Entry[] {
    const exact = this.exact.get(value);
    const folded = this.folded.get(value.toLowerCase());
    return exact === undefined || folded === undefined ? (exact ?? folded ?? []) : [...new Set([...exact, ...folded])];
  }

  /**
   * The entries of a problem type, however its URI is written (see {@link normaliseProblemType}). A fragment that no
   * entry knows is disregarded.
   */
  byProblemType(uri: string): readonly Entry[] {
    const key = normaliseProblemType(uri);
    const hash = key.indexOf('#');
    const withoutFragment = hash < 0 ? undefined : this.problemTypes.get(normaliseProblemType(key.slice(0, hash)));
    return this.problemTypes.get(key) ?? withoutFragment ?? [];
  }

  /** The entries of kind `status` for an HTTP status. */
  byStatus(status: number): readonly Entry[] {
    return this.byValue(String(status)).filter((entry) => entry.kind === 'status');
  }

  private index(entry: Entry): void {
    for (const value of [entry.value, ...(entry.aliases ?? [])]) {
      add(this.exact, value, entry);
      if (entry.kind === 'header' || entry.kind === 'status') {
        add(this.folded, value.toLowerCase(), entry);
      }
      if (entry.kind === 'problem-type') {
        add(this.problemTypes, normaliseProblemType(value), entry);
      }
    }
  }
}

function add(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = index.get(key);
  if (entries === undefined) {
    index.set(key, [entry]);
  } else if (!entries.includes(entry)) {
    entries.push(entry);
  }
}

/**
 * One spelling for all that name the same problem type: scheme `https`, host in lower case with `api.twitter.com` as
 * `api.x.com`, no query, no trailing slash. The case of the path counts. A fragment means nothing on an API host and is
 * dropped there; elsewhere it is the anchor of a documentation page and stays. What is no web address is only trimmed.
 */
export function normaliseProblemType(uri: string): string {
  const text = uri.trim();
  const match = /^https?:\/\/([^/?#\s]+)((?:\/[^?#\s]*)?)(?:\?[^#\s]*)?(#\S*)?$/i.exec(text);
  if (match === null) {
    return text;
  }
  const [, authority = '', path = '', fragment = ''] = match;
  const host = authority.toLowerCase().replace(/:(?:80|443)$/, '');
  const oneHost = host === 'api.twitter.com' ? 'api.x.com' : host;
  const anchor = oneHost === 'api.x.com' || fragment === '#' ? '' : fragment;
  let end = path.length;
  while (path.charAt(end - 1) === '/') {
    end--;
  }
  return `https://${oneHost}${path.slice(0, end)}${anchor}`;
}
