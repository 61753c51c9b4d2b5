import type { RuleCode } from '../../shared/rules';
import type { TextEdits } from '../retry/textEdits';
import type { ControlFlow } from './controlFlow';
import type { Survival } from './headerNumbers';
import type { Jitter } from './jitter';
import type { Failure } from './limitedLoop';
import type { Program } from './program';
import type { Repair } from './repairs';
import type { ClientCalls, Request } from './requests';

/** A library that repeats what it is given. */
export interface RetryLibrary {
  /** In the text of a file that uses the library. */
  readonly module: RegExp;
  /** The function or class that repeats, as it is written, without blanks. */
  readonly callee: RegExp;
  /**
   * The argument that it repeats, the function that it stands on as a decorator, the block that it is given, the object
   * whose method it is, or the call itself. Absent: all of a client's calls.
   */
  readonly repeats?: number | 'below' | 'block' | 'object' | 'itself';
  /** In the text of a call that repeats itself: an option of it. */
  readonly option?: RegExp;
  /** The first failed status after which it repeats; all above belong to them. Absent: those that the option names. */
  readonly from?: number;
  /** Keys of the options, or functions, that say which errors it repeats after. */
  readonly predicate?: RegExp;
  /** The argument that says it. */
  readonly decides?: number;
}

/** A way to use a library that is a mistake: an option that is missing, or one that does harm. */
export interface LibraryMistake {
  readonly rule: RuleCode;
  /** In the text of a file that uses the library. */
  readonly module: RegExp;
  /** The function or class whose options these are; `as` and a name stand for what the file calls it. */
  readonly callee: RegExp;
  /** In the text of an argument when all is well. */
  readonly unless?: RegExp;
  /** The text of an option that does harm; without it the call itself is marked. */
  readonly option?: RegExp;
  readonly message: string;
  /** The option that was missing. Absent: there is no value that is right for everyone. */
  readonly add?: {
    /** The option as it is written; undefined where the file lacks a name in it. `called`: the name that is called. */
    readonly item: (called: string, says: Program['says']) => string | undefined;
    /** The argument that holds the options. Absent: the option is an argument itself. */
    readonly options?: number;
  };
  /** How it is written without the mistake, where that is another text and no missing option. */
  readonly repair?: Repair;
}

/** A call that waits for ever unless told otherwise. */
export interface Limitless {
  /** The callee as it is written. */
  readonly callee: RegExp;
  /** In the text of the function around when the client has no limit. */
  readonly when?: RegExp;
  /** In the text of the function around when something else sets a limit. */
  readonly unless?: RegExp;
  /** Only where the call is made again after a failure: one that is made once is watched by who runs it. */
  readonly isRepeated?: true;
  /** The edits that give such a call a limit of ten seconds. Absent: it cannot be written beside the call. */
  readonly limit?: (program: Program, request: Request) => TextEdits | undefined;
}

/** What the rules know about a language. All patterns are tried on the text of one node, unless they say otherwise. */
export interface RuleLanguage {
  /** Ids as VS Code gives them. */
  readonly languageIds: readonly string[];
  /** The rules that say nothing about this language, and why. */
  readonly without?: Readonly<Partial<Record<RuleCode, string>>>;
  readonly flow: ControlFlow;
  /** Node types of the arms of a switch that are only labels: their statements stand beside them. */
  readonly labels?: RegExp;
  /** Functions that wait, by name, and the objects whose methods of that name wait for a time. */
  readonly sleeps: { readonly names: RegExp; readonly objects: RegExp };
  /** In the length of a wait: callees and methods that only calculate, and members that are constants. */
  readonly pure: { readonly calls: RegExp; readonly methods?: RegExp; readonly members?: RegExp };
  /** Node types besides binary expressions that only calculate. */
  readonly arithmetic?: RegExp;
  /** In the condition of a loop that takes one item after another. */
  readonly items?: RegExp;
  /** What another round of a counting loop goes over. */
  readonly counting: RegExp;
  /** The variable of a counting loop, as the first group, in the text of the loop. */
  readonly counter?: RegExp;
  /** An object whose members are those of the function's own class. */
  readonly own: RegExp;
  /** In the text of a loop, or right before it, that waits until something has started. */
  readonly awaits?: RegExp;
  /** A catch clause can name the errors that it means, so to catch every one is a choice. */
  readonly namesErrors?: true;
  /** The errors by which clients tell of a limit. */
  readonly limitErrors?: readonly LimitError[];
  /** In the text of a catch clause that catches every error. */
  readonly catchesAll: RegExp;
  /** The name of an error to which the clause gives none. */
  readonly errorName?: string;
  /** In a catch clause that does more with the error than to print it. */
  readonly looksAtError: RegExp;
  /** Clients whose calls give a failed status as a result, and what turns that into an error. */
  readonly quietClients: { readonly names: RegExp; readonly raises: RegExp };
  /** How a condition asks whether a request failed without an answer, in languages without exceptions. */
  readonly failures?: {
    readonly failed: RegExp;
    readonly succeeded: RegExp;
    /** The same where the request is the condition, or in it. Absent: no other. */
    readonly ofItself?: { readonly failed: RegExp; readonly succeeded: RegExp };
    /** In what stands between the request and the condition, when the condition is about something that came after it. */
    readonly anew: RegExp;
    /** Right before a call whose error is kept in a name. */
    readonly given?: RegExp;
  };
  /** In a condition or the head of a catch clause, when the request may have arrived and its answer was lost. */
  readonly lost: RegExp;
  /** Methods whose function goes on with what the function around it began. */
  readonly continuations?: RegExp;
  /** In the text of a loop or a function that something from outside can end. */
  readonly interrupts?: RegExp;
  /** Calls that send requests, besides those that a handler can be put around. */
  readonly clients: readonly ClientCalls[];
  readonly libraries: readonly RetryLibrary[];
  /** Calls that wait for ever unless told otherwise. */
  readonly limitless: readonly Limitless[];
  /** What reads the calls does not look for a limit among their options. */
  readonly limitsUnread?: true;
  /** In the text of the arguments when they may set a limit that is not written out there. */
  readonly limits: RegExp;
  /** In the text of a file that sets a limit for all requests. */
  readonly limitsAll?: RegExp;
  /** Conversions of a text to a number. */
  readonly conversions: {
    readonly callees: RegExp;
    /** Operators that convert: their node type, and their text up to the operand or, where it follows, from it on. */
    readonly operators?: readonly { readonly type: string; readonly before?: RegExp; readonly behind?: RegExp }[];
    /** How programs name the header. Absent: in quotes. */
    readonly header?: RegExp;
    /** In the text of the function around when it knows that the text may be no number. */
    readonly copes?: RegExp;
    /** What happens when the text is no number. */
    readonly failure: string;
    /** In the text of a clause that catches the failure. */
    readonly caught?: RegExp;
    /** The edits after which the program goes on when the text is no number. Absent: they would take many lines. */
    readonly survive?: Survival;
    /** The conversion counts only when its error is thrown away: in the statement's text. */
    readonly unchecked?: RegExp;
  };
  /** Equality that never holds between a number and a string. */
  readonly strictEquality?: RegExp;
  /** The fields of clients' answers that are a status, by the client's name, and what they hold. */
  readonly statusTypes?: readonly StatusType[];
  readonly mistakes: readonly LibraryMistake[];
  /** Conditions that look like a comparison of a status or a code, and are none. */
  readonly miswritten?: readonly { readonly condition: RegExp; readonly message: string }[];
  /** Commands that take the data out of an answer, and in the text of an argument of theirs what they take. */
  readonly takesData?: { readonly callee: RegExp; readonly argument: RegExp };
  /** How an endless loop is limited. Absent: there is no fix that does. */
  readonly limitedLoop?: LimitedLoop;
  /** How a wait is given a random part. Absent: there is no fix that does. */
  readonly jitter?: Jitter;
  /** How the rounds of a loop are counted in its body. Absent: there is no fix that does. */
  readonly countedLoop?: CountedLoop;
  /** How the errors beside the data of an answer are written out. Absent: there is no fix that does. */
  readonly partialErrors?: PartialErrors;
}

/** The class of the error by which a client tells that a limit is reached. */
export interface LimitError {
  readonly client: string;
  readonly name: string;
  /** In the text of a file that has that name. */
  readonly module: RegExp;
  /** The head of a clause that catches everything: what stands before the class, and the class, if any, as groups. */
  readonly head: RegExp;
}

/** A field of an answer that holds its status. */
export interface StatusType {
  readonly client: RegExp;
  /** The field with its object, as it is written. */
  readonly field: RegExp;
  readonly is: 'number' | 'string';
}

/** A loop of so many rounds, after which it fails. */
export interface LimitedLoop {
  /** The head in place of the endless one: `for (let attempt = 0; attempt < 5; attempt++)`. `counter` is a free name. */
  head(counter: string, rounds: number): string;
  readonly failure: Failure;
  /** Before the failure, when it is reached only where the loop was not left. Absent: `break` would reach it, too. */
  readonly otherwise?: string;
}

/** The statements that count the rounds of a loop, and fail after some. */
export interface CountedLoop {
  /** Above the loop. */
  start(counter: string): string;
  /** At the beginning of its body, a line each: fails in the round after so many. */
  round(limit: {
    readonly counter: string;
    readonly rounds: number;
    readonly message: string;
    /** One level of indentation. */
    readonly indent: string;
    /** Whether the loop is that of a function. */
    readonly isFunction: boolean;
  }): readonly string[];
}

/** The parts of a loop over the errors of an answer. Names are those of the file, or `body` for an answer without one. */
export interface PartialErrors {
  /** Gives the answer a name. */
  name(answer: string): string;
  /** What a name begins with. */
  readonly sigil?: string;
  /**
   * The loop, a line each, where the data is a field of the answer, or what a key of it stands for. `take` writes how
   * something is taken by its key as the data is.
   */
  loop(
    answer: string,
    access: 'field' | 'key',
    text: string,
    take: (of: string, key: string) => string,
  ): readonly [head: string, body: string, end?: string];
}
