import type { Settings, Variant } from './scenarios';

/** A program that a driver needs, and how it tells its version. */
export interface Tool {
  readonly name: string;
  /** The command that prints the version. It fails when the tool is not there. */
  readonly version: readonly [string, ...string[]];
}

/** What runs a program; the address of the server and the name of a variant are added to the arguments. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** Texts of files by their names from one folder. */
export type Files = Readonly<Record<string, string>>;

/** Whether the program of a driver reads streams. */
export function readsStreams({ variants }: Pick<Driver, 'variants'>): boolean {
  return variants.includes('followed');
}

/** Whether the program of a driver gets idempotency keys. */
export function sendsKeys({ variants }: Pick<Driver, 'variants'>): boolean {
  return variants.includes('ordered');
}

/** Whether a driver is about the calls of a client, and the handlers in the file itself. */
export function isPlain(driver: Pick<Driver, 'variants' | 'library' | 'ownFile'>): boolean {
  return driver.library === undefined && !driver.ownFile && !readsStreams(driver) && !sendsKeys(driver);
}

/** The variants of the strategies besides the retries. */
export const strategyVariants = ['renewed', 'done', 'missing', 'capped', 'verified', 'unverified'] as const;

/** One client of one language: a fixture program, and how it is compiled and run. */
export interface Driver {
  /** As people write it. */
  readonly language: string;
  readonly client: string;
  /** The library that repeats the calls, as the code action names it. Absent: the handler alone does. */
  readonly library?: string;
  /** The handlers go into files of their own. */
  readonly ownFile?: boolean;
  /** Files of the user's project around the program, by name: manifests, handlers. */
  readonly project?: Files;
  /** What the user calls the program. Absent: as the fixture is called. */
  readonly document?: string;
  /** As VS Code names it. */
  readonly languageId: string;
  /**
   * The program, below `fixtures`. It is formatted, has a function for each variant, and prints one line of JSON:
   * `status` of the result or the error, `error` when it ended with one, `resetAt` where it can hold that.
   */
  readonly fixture: string;
  readonly tools: readonly Tool[];
  readonly variants: readonly Variant[];
  /** Why it has no program of the other variants. Those about strategies are refused, by the product itself. */
  readonly without?: Readonly<Partial<Record<Variant, string>>>;
  /** The names of the scenarios that it plays. Absent: all of its variants. */
  readonly only?: ReadonlySet<string>;
  /** Where a variant's function begins. */
  readonly declares: (variant: Variant) => RegExp;
  /** What the cursor is put on: the first match behind the declaration. */
  readonly call: RegExp;
  /** An option of an inserted call behind which its owner adds others: the first match behind the declaration. */
  readonly option: RegExp;
  /** They take its place instead. */
  readonly replacesOption?: boolean;
  /** Those others, as text. */
  settings(settings: Settings, variant: Variant): string;
  /** What an inserted call leaves to its owner, which is to look whether a write happened, and what that writes. */
  readonly find?: { readonly unwritten: RegExp; readonly written: string };
  /** How a cancelled call ends, when it is not an error without a status. */
  readonly cancelledEnds?: number;
  /** Failures after which the client itself sends an idempotent request once more, at once and below the handler. */
  readonly resends?: readonly ('reset' | 'hang')[];
  /** Where the files beside the program go. Absent: into the folder itself. */
  readonly sources?: string;
  /** The text as the language's formatter leaves it. Absent: the language has none that can be had here. */
  format?(text: string): Promise<string>;
  /** Checks and compiles a program in a folder of its own, in which the files beside the program are. */
  prepare(program: string, folder: string): Promise<Command>;
}
