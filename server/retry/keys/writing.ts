import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../httpCall';
import type { Refusal } from '../language';
import type { Manifest } from '../../manifests';
import type { Source } from '../source';
import type { TextEdit } from '../textEdits';

/** The header that an API looks at, and the variable that holds its value. */
export interface KeyHeader {
  readonly header: string;
  readonly variable: string;
}

/** How a language writes the key by which an API knows a request that is sent once more. */
export interface KeyWriting {
  /** What a program calls the key. */
  readonly variable: string;
  /** The statement that gives a variable a fresh key, and what it needs beside, or why none can be had. */
  make(variable: string, call: HttpCall, source: Source, manifests: readonly Manifest[]): MadeKey | Refusal;
  /** The edits that let a call send a header, or why it cannot. */
  send(call: HttpCall, key: KeyHeader, source: Source): SentKey | Refusal;
  /** Whether a node runs again what is in it, beside loops and functions that call themselves. */
  repeats?(node: Node, call: HttpCall, source: Source): boolean;
}

/** A fresh key. */
export interface MadeKey {
  readonly statement: string;
  /** Imports, and functions of the file. */
  readonly edits: readonly TextEdit[];
}

/** A header that a call sends. */
export interface SentKey {
  readonly edits: readonly TextEdit[];
  /** Where the key is used first. Absent: in the call. */
  readonly first?: Node;
  /** What makes the request, where the call itself does not. Absent: `first`. */
  readonly made?: Node;
}
