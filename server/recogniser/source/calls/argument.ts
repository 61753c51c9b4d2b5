import type { Node } from '@vscode/tree-sitter-wasm';
import { enumOf, ownClassOf, superclassOf, typeGiven } from '../functions';
import { plain } from '../names';
import type { Holding } from '../holding';
import type { Place, Step } from '../place';
import type { SourceFile } from '../sourceFile';

/** Methods that make one of what they are called on: `Foo::new(404)` and `Foo.of(404)` are `new Foo(404)`. */
const makes = /^(?:new|of|valueof|fromu16|fromstatuscode|fromvalue|fromcode|forvalue|create|resolve|make|from)$/;

/** What a number is that a call about a status is given. */
export const status: Holding = { what: 'status', weight: 0.93, name: 'status' };

/** An argument of a call with the literal in it, and what its readers ask of the call. */
export class Argument {
  /** The function. */
  readonly name: string;
  /** The function as it is written, or null for what has none, such as a constant of an enumeration. */
  readonly node: Node | null;
  /** What it is a method of, and its name. */
  readonly object: Node | null;
  readonly objectName: string;
  readonly args: readonly Node[];
  /** Which of them the literal is in, or -1. */
  readonly index: number;
  readonly others: readonly Node[];
  /** The class of which the call makes one, where a method says so. */
  readonly maker: string;
  /** Whether the literal may be a status: a string with a number is a body, unless the call is named after the status. */
  readonly isDirect: boolean;

  constructor(
    readonly file: SourceFile,
    readonly call: Node,
    readonly place: Place,
  ) {
    const { name, object, node } = file.callee(call);
    const args = file.args(call);
    this.name = name;
    this.node = node;
    this.object = object;
    this.objectName = object ? file.lastName(object) : '';
    this.args = args;
    this.index = args.findIndex(
      (arg) => arg.startIndex <= place.node.startIndex && place.node.endIndex <= arg.endIndex,
    );
    this.others = args.filter((_, at) => at !== this.index);
    this.maker = makes.test(plain(name)) ? this.objectName : '';
    this.isDirect = (!place.isListed && !place.isText) || /status/i.test(name);
  }

  /** The class that a constructor calls with `super`. */
  get superclass(): string | undefined {
    return superclassOf(this.file, this.call, this.name);
  }

  /** The function, or the class that the call makes one of. */
  get made(): string {
    const { file, call, name, maker } = this;
    return (
      this.superclass ??
      enumOf(file, call) ??
      ownClassOf(file, call, maker || name) ??
      (maker || name || typeGiven(file, call))
    );
  }

  /** Whether it is a constant of an enumeration: `NOT_FOUND(404)`. */
  get isConstant(): boolean {
    return /^enum_(?:constant|entry)$/.test(this.call.type);
  }
}

/** What a kind of call says of an argument. */
export type Reader = (argument: Argument) => Step;
