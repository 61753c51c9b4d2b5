import { Language, type ParseCallback, Parser, type Tree } from '@vscode/tree-sitter-wasm';
import { withCutTextsOpened } from './cutTexts';
import { nestsWithoutEnd } from './hostile';
import { untagged } from './phpTag';
import { mayHoldRawStrings, withPlainStrings } from './rawStrings';
import type { KnownChange } from './textChange';
import { TreeCache } from './treeCache';

/** Reads a file of the folder with the compiled grammars, for example `tree-sitter-python.wasm`. */
export type ReadGrammar = (fileName: string) => Promise<Uint8Array>;

/** Languages of source files that are understood by syntax, by the ids that VS Code gives them. */
const grammarOfLanguage: ReadonlyMap<string, string> = new Map([
  ['typescript', 'tree-sitter-typescript'],
  ['typescriptreact', 'tree-sitter-tsx'],
  ['javascript', 'tree-sitter-javascript'],
  ['javascriptreact', 'tree-sitter-javascript'],
  ['python', 'tree-sitter-python'],
  ['go', 'tree-sitter-go'],
  ['java', 'tree-sitter-java'],
  ['kotlin', 'tree-sitter-kotlin'],
  ['swift', 'tree-sitter-swift'],
  ['csharp', 'tree-sitter-c-sharp'],
  ['rust', 'tree-sitter-rust'],
  ['ruby', 'tree-sitter-ruby'],
  ['php', 'tree-sitter-php'],
  ['powershell', 'tree-sitter-powershell'],
  ['shellscript', 'tree-sitter-bash'],
]);

/** Longer texts are not parsed: tree-sitter's time grows badly on texts that are no program. UTF-16 units. */
export const maxSourceLength = 2_000_000;

/** A parse takes at most this long, in milliseconds; then the text counts as not understood. */
const parseBudget = 5_000;
/** A part is parsed for at most this long, in milliseconds. */
const longestPart = 500;
/** A parse goes on for this long before others get their turn, in milliseconds. */
const turn = 25;

/**
 * Parses source with tree-sitter. The runtime and each grammar load on first need. Positions in a tree are
 * UTF-16 units: `startIndex`, `endIndex` and `column` count as JavaScript strings do.
 */
export class SyntaxService {
  readonly #languages = new Map<string, Promise<Language>>();
  readonly #trees = new TreeCache();
  #runtime: Promise<void> | undefined;
  #partParser: Parser | undefined;
  /** The part that was parsed last. */
  #part: { readonly text: string; readonly language: Language | undefined; readonly tree: Tree } | undefined;
  /** The parser's memory is not to be trusted after it failed in it. */
  #isBroken = false;

  constructor(private readonly readGrammar: ReadGrammar) {}

  /** Whether documents of this language can be parsed. */
  supports(languageId: string): boolean {
    return grammarOfLanguage.has(languageId);
  }

  /**
   * The tree of a text, or undefined when the language has no grammar, the text is too long or no program, parsing
   * takes too long, or nobody wants it any more. The caller deletes the tree when done with it.
   * @param isWanted asked now and then: a parse that nobody wants any more is left
   */
  parse(languageId: string, text: string, isWanted = () => true): Promise<Tree | undefined> {
    return this.#parse(languageId, text, isWanted, this.#trees);
  }

  /** The same for a text of which no other version will be read: nothing is kept of it. */
  parseOnce(languageId: string, text: string, isWanted: () => boolean): Promise<Tree | undefined> {
    return this.#parse(languageId, text, isWanted);
  }

  async #parse(
    languageId: string,
    text: string,
    isWanted: () => boolean,
    trees?: TreeCache,
  ): Promise<Tree | undefined> {
    const grammar = grammarOfLanguage.get(languageId);
    if (!grammar || this.#isBroken || text.length > maxSourceLength) {
      return undefined;
    }
    const known = trees?.find(grammar, text);
    if (known) {
      return known;
    }
    if (nestsWithoutEnd(text)) {
      return undefined;
    }
    const language = await this.#language(grammar);
    const read = (shown: string, from?: Tree) => parseInTurns(language, grammar, shown, from, isWanted);
    const isPiece = untagged(grammar, text) !== undefined;
    const previous = isPiece || mayHoldRawStrings(grammar, text) ? undefined : trees?.previous(grammar, text);
    try {
      const found = await read(text, previous?.tree);
      const opened = found?.rootNode.hasError ? withCutTextsOpened(grammar, text) : text;
      const better = opened === text ? undefined : await read(opened);
      const tree = better ?? found;
      if (tree) {
        // The tree of a text that is read otherwise than it is written is no beginning for that of another.
        trees?.keep(grammar, text, tree, better ? undefined : previous, better !== undefined);
      }
      if (better) {
        found?.delete();
      }
      previous?.tree.delete();
      return tree;
    } catch (error) {
      if (!(error instanceof Error && error.name === 'RuntimeError')) {
        throw error;
      }
      // The parser ran out of its stack in a text that nests too deep.
      this.#isBroken = true;
      return undefined;
    }
  }

  /** What made a text that was just parsed of the text that it was parsed as an edit of, if it was. */
  changeTo(languageId: string, text: string): KnownChange | undefined {
    return this.#trees.changeTo(grammarOfLanguage.get(languageId) ?? '', text);
  }

  /**
   * A parser for parts of documents of a language: at once. It gives undefined for a part that takes too long. The caller
   * deletes the trees.
   */
  async partParser(languageId: string): Promise<(part: string) => Tree | undefined> {
    const language = await this.language(languageId);
    const grammar = grammarOfLanguage.get(languageId) ?? '';
    return (part) => {
      // The readers of a document ask for the same part one after the other.
      if (this.#part?.text !== part || this.#part.language !== language) {
        this.#part?.tree.delete();
        this.#part = undefined;
        const tree = this.#parsePart(part, language ?? null, grammar);
        this.#part = tree ? { text: part, language, tree } : undefined;
      }
      return this.#part?.tree.copy();
    };
  }

  #parsePart(part: string, language: Language | null, grammar: string): Tree | null {
    const parser = (this.#partParser ??= new Parser());
    parser.setLanguage(language);
    // A parse that was left would be gone on with.
    parser.reset();
    const until = Date.now() + longestPart;
    const read = (shown: string) => {
      const { input, moved } = shownTo(grammar, shown);
      const tree = parser.parse(input, null, { progressCallback: () => Date.now() > until });
      return tree && moved(tree);
    };
    const tree = read(part);
    const opened = tree?.rootNode.hasError ? withCutTextsOpened(grammar, part) : part;
    const better = opened === part ? null : read(opened);
    if (better) {
      tree?.delete();
    }
    return better ?? tree;
  }

  /** The grammar of a language id, for compiling queries. Undefined when there is none. */
  async language(languageId: string): Promise<Language | undefined> {
    const grammar = grammarOfLanguage.get(languageId);
    return grammar ? this.#language(grammar) : undefined;
  }

  async #language(grammar: string): Promise<Language> {
    this.#runtime ??= this.#start();
    await this.#runtime;
    let language = this.#languages.get(grammar);
    if (!language) {
      language = this.readGrammar(`${grammar}.wasm`).then((bytes) => Language.load(bytes));
      this.#languages.set(grammar, language);
      // A failed read is tried again next time.
      language.catch(() => this.#languages.delete(grammar));
    }
    return language;
  }

  async #start(): Promise<void> {
    const wasmBinary = await this.readGrammar('tree-sitter.wasm');
    // Emscripten takes the compiled module itself; its type declares only the file name hook.
    await Parser.init({ wasmBinary } as unknown as { locateFile: (file: string, folder: string) => string });
  }
}

/** What the parser is given of a text, and the tree that it makes of that, as one of the text. */
function shownTo(grammar: string, text: string): { input: string | ParseCallback; moved: (tree: Tree) => Tree } {
  const piece = untagged(grammar, text);
  return { input: piece?.input ?? withPlainStrings(grammar, text), moved: (tree) => piece?.moved(tree) ?? tree };
}

/** Parses with pauses in which the server answers other requests. */
async function parseInTurns(
  language: Language,
  grammar: string,
  text: string,
  previous: Tree | undefined,
  isWanted: () => boolean,
): Promise<Tree | undefined> {
  const { input, moved } = shownTo(grammar, text);
  const parser = new Parser();
  parser.setLanguage(language);
  for (let spent = 0; spent <= parseBudget;) {
    const start = Date.now();
    // A parser that was stopped goes on where it was.
    const tree = parser.parse(input, previous, { progressCallback: () => Date.now() > start + turn });
    if (tree) {
      parser.delete();
      return moved(tree);
    }
    spent += Date.now() - start;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) {
      break;
    }
  }
  parser.delete();
  return undefined;
}
