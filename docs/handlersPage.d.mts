/** A run of the conformance suite, as `test/handlers/record.ts` writes it. */
export interface HandlersRun {
  /** ISO date. */
  readonly date: string;
  /** Tools and their versions. */
  readonly versions: Readonly<Record<string, string>>;
  /** Clients whose tools were missing. */
  readonly skipped: readonly string[];
  /** Calls that are left alone, and what the server says of them. */
  readonly refused?: readonly {
    readonly strategy: string;
    readonly language: string;
    readonly client: string;
    readonly what: string;
    readonly refusal: string;
  }[];
  readonly rows: readonly {
    readonly name: string;
    readonly rule: number | null;
    readonly call: string | null;
    /** It is about the lines of a stream. */
    readonly stream?: boolean;
  }[];
  readonly columns: readonly {
    readonly language: string;
    readonly client: string;
    /** What repeats the calls, when it is not the handler alone. */
    readonly library?: string;
    /** The calls that its program does not have, and why. */
    readonly holes?: readonly { readonly call: string; readonly why: string }[];
    /** The handlers are in files of their own. */
    readonly ownFile?: boolean;
    /** The write of its program gets an idempotency key first. */
    readonly key?: boolean;
    /** The program reads streams. */
    readonly stream?: boolean;
    readonly cells: Readonly<Record<string, string>>;
  }[];
}

/** The page about the retry handlers: what each rule protects from, and the table of a run. */
export function handlersPage(run: HandlersRun): string;
