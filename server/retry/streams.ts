import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import type { HttpCall } from './httpCall';
import type { Refusal } from './language';
import { children, covers, field, nodesOfType, scopesOf } from './nodes';
import { resultNames } from './retryLoops';
import type { Source } from './source';
import type { TextEdit, TextEdits } from './textEdits';

/** How the clients of a language give a body as it comes, and how a call is handed to what connects it anew. */
export interface StreamHandling {
  /** What follows a response where its body is taken piece by piece: `.body`, `.iter_lines()`. */
  readonly opens: RegExp;
  /** What precedes a response that is handed to what takes it piece by piece: `BufReader::new(`. */
  readonly readers?: RegExp;
  /** What differs for some clients. */
  readonly ofClient?: Readonly<Record<string, Pick<StreamHandling, 'opens' | 'readers'>>>;
  /** What takes a body as a whole: of a variable with its value no piece comes any more. */
  readonly collects: RegExp;
  /** Names that blocks behind a call give to it, or to what is taken from it up to an offset: `.use { response -> }`. */
  blockNames?(call: HttpCall): readonly { readonly name: string; readonly end: number }[];
  /** Names that a pattern gives to the body that it takes out of a response: `const { body } = await request(url)`. */
  bodyNames?(call: HttpCall): readonly string[];
  /** What follows a stream that hands a function something else than its pieces: `.on('end', `. Absent: nothing does. */
  readonly listens?: RegExp;
  /** Whether a call takes the pieces in a block of its own. Absent: the language has no such blocks. */
  reads?(call: HttpCall): boolean;
  /**
   * The edit that hands a call to the handler, or why it cannot be moved into a function.
   * @param silence after which a connection is dead, in seconds
   */
  wrap(call: HttpCall, handler: string, silence: number, source: Source): TextEdit | TextEdits | Refusal;
}

/** Why a call is not one that can be connected anew; undefined when it is. */
export function whyNoStream(call: HttpCall, streams: StreamHandling, source: Source): Refusal | undefined {
  if (call.method !== 'GET') {
    const what = call.method === 'unknown' ? 'a method that the source does not say' : call.method;
    return {
      refusal: `Each connection would send the request again, which is safe for GET only, and this is ${what}.`,
    };
  }
  return streams.reads?.(call) === true || isReadInLoop(call, streams, source)
    ? undefined
    : { refusal: `The response of ${call.name} is not read in a loop here, so there is no stream to go on with.` };
}

const endless = /(?:^|[/._-])(?:event-|sample|filtered_?)?stream\b|firehose/i;

/** Whether a call names a stream, in its own texts or in those of the variables that it is given. */
export function isEndless(call: HttpCall, { text, root, language: { syntax, style } }: Source): boolean {
  // Most files name no stream, which shows sooner than each binding's value.
  if (!endless.test(text)) {
    return false;
  }
  const own = root.descendantForIndex(call.range.start, call.range.end - 1) ?? call.args;
  const bound = nodesOfType(root, [...syntax.bindings.keys()]).map((node) => {
    const parts = syntax.bindings.get(node.type);
    return { target: part(node, parts?.name), value: part(node, parts?.value) };
  });
  const valuesIn = (nodes: readonly Node[]): Node[] => {
    const names = new Set(nodes.flatMap((node) => nodesOfType(node, syntax.names).map((name) => name.text)));
    return bound.flatMap(({ target, value }) =>
      target && value && nodesOfType(target, syntax.names).some((name) => names.has(name.text)) ? value : [],
    );
  };
  // A request is made from an address that is made of others.
  const values = valuesIn([own]);
  return [own, ...values, ...valuesIn(values)]
    .flatMap((node) => nodesOfType(node, style.strings))
    .some((string) => endless.test(string.text));
}

/** Whether a loop, or a function that is called for each piece, takes what a call gives as it comes. */
function isReadInLoop(call: HttpCall, streams: StreamHandling, source: Source): boolean {
  const { opens, readers } = streams.ofClient?.[call.client] ?? streams;
  const { syntax } = source.language;
  const isTaken = (start: number, behind: string): boolean =>
    opens.test(behind) || readers?.test(source.text.slice(Math.max(0, start - 80), start)) === true;
  const scope = scopesOf(call.args, syntax)[0] ?? source.root;
  const results = new Set(resultNames(call.args, syntax));
  const named = new Set<string>();
  const bodies = new Set(streams.bodyNames?.(call));
  const isWhole = new RegExp(`^[!?]*\\.${streams.collects.source}`);
  for (const { name, end } of streams.blockNames?.(call) ?? []) {
    const behind = source.text.slice(call.range.end, end).trim();
    if (behind === '') {
      results.add(name);
    } else if (isTaken(call.range.start, behind)) {
      named.add(name);
    }
  }
  const isStream = (node: Node): boolean =>
    (covers(node, call.args) && isTaken(call.range.start, source.text.slice(call.range.end).replace(/^\)+/, ''))) ||
    nodesOfType(node, syntax.names).some(({ text, startIndex, endIndex }) => {
      const behind = source.text.slice(endIndex, endIndex + 80);
      return (
        named.has(text) ||
        (bodies.has(text) && !isWhole.test(behind)) ||
        (results.has(text) && isTaken(startIndex, behind))
      );
    });
  for (const node of nodesOfType(scope, [...syntax.bindings.keys()])) {
    const parts = syntax.bindings.get(node.type);
    const target = part(node, parts?.name);
    const value = part(node, parts?.value);
    if (target && value && isStream(value) && !streams.collects.test(value.text)) {
      nodesOfType(target, [...syntax.names, ...syntax.patternNames]).forEach(({ text }) => named.add(text));
    }
  }
  const loops = nodesOfType(scope, [...syntax.loops]).filter((loop) => !covers(loop, call.args) || isItsHead(loop));
  const isRead = (loop: Node): boolean => {
    const { over } = syntax.loopOver(loop);
    return over ? isStream(over) : isStream(loop);
  };
  return (
    loops.some(isRead) || nodesOfType(scope, syntax.calls).some((each) => takesPieces(each, isStream, streams, source))
  );

  function isItsHead(loop: Node): boolean {
    const { over } = syntax.loopOver(loop);
    return over !== undefined && covers(over, call.args);
  }
}

/** Whether a call hands each piece of a stream to a function: `lines.on('line', (line) => ...)`. */
function takesPieces(
  call: Node,
  isStream: (node: Node) => boolean,
  { listens }: StreamHandling,
  { text, language: { syntax } }: Source,
): boolean {
  const { object } = syntax.callee(call);
  if (object && listens?.test(text.slice(object.endIndex, call.endIndex))) {
    return false;
  }
  const args = children(call).find(({ type }) => syntax.argumentLists.has(type)) ?? field(call, 'arguments');
  return (
    object !== undefined && isStream(object) && children(args).some((argument) => syntax.functions.has(argument.type))
  );
}
