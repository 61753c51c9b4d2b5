import type { Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';

/**
 * Codes of vendors by the names that clients give them: `DuplicateStatus`, `COULD_NOT_AUTHENTICATE`. A name has the words of
 * the message, of another name, or enough of them that no other code has.
 */
export class ErrorNames {
  readonly #texts: readonly { readonly words: ReadonlySet<string>; readonly entry: Entry }[];

  constructor({ entries }: CatalogSet) {
    this.#texts = entries
      .filter(({ kind, value }) => kind === 'code' && /^\d+$/.test(value))
      .flatMap((entry) =>
        [
          entry.title,
          ...(entry.messages ?? []),
          ...(entry.aliases ?? []).map((name) => name.replace(/^.*[.:]/, '')),
        ].map((text) => ({ words: wordsOf(text), entry })),
      )
      .filter(({ words }) => words.size > 0);
  }

  /**
   * The codes that a name in a program stands for: those of which the most is said.
   * @param isWhole whether all has to be said
   */
  of(name: string, isWhole: boolean): readonly Entry[] {
    const said = wordsOf(name);
    let most = isWhole ? nearlyAll : fewestSaid;
    let found: Entry[] = [];
    for (const { words, entry } of said.size > 0 ? this.#texts : []) {
      const share = [...said].every((word) => words.has(word)) ? said.size / words.size : 0;
      if (share > most) {
        [most, found] = [share, []];
      }
      if (share === most && !found.includes(entry) && (share === 1 || said.size > 1)) {
        found.push(entry);
      }
    }
    return found.length > mostMeant ? [] : found;
  }
}

/** A name with fewer of the words of a text may be that of anything. */
const fewestSaid = 0.5;
const nearlyAll = 0.99;
/** A name that may be so many codes is none of theirs. */
const mostMeant = 4;

/** Words that say nothing about an error, or of every error. */
const idle = new Set(
  (
    'a an the is are was were be been has have had that this these your you our of or and for with to at in on id error ' +
    'exception code sorry exceeded reached hit exceed x'
  ).split(' '),
);
/** Words that mean the same in names of errors. */
const same: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tweet: 'status',
    post: 'status',
    authenticate: 'auth',
    authentication: 'auth',
    authenticated: 'auth',
    unable: 'cannot',
    like: 'favorit',
    retweeted: 'repost',
    reposted: 'repost',
  }),
);

/** The words of a text or a name, each once, without their endings. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z']+/g);
  const told = (words ?? []).filter((word) => !idle.has(word));
  return new Set(told.map((word) => stem(same.get(word) ?? same.get(word.replace(/s$/, '')) ?? word)));
}

function stem(word: string): string {
  return word.length > longestStem ? word.replace(/(?:ed|es|e|s)$/, '') : word;
}

/** Words as short as this have no ending that is left out. */
const longestStem = 4;
