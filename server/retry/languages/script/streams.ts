import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, dottedName, field, lastName, nodesOfType, outward, plainString } from '../../nodes';
import type { Source } from '../../source';
import type { StreamHandling } from '../../streams';
import { axiosInstance } from './axiosInstance';
import { optionsObject, property } from './calls';
import { scriptSyntax } from './syntax';
import { wrapStream } from './wrap';

/** How TypeScript and JavaScript read streams. */
export const scriptStreams: StreamHandling = {
  opens: /^!?\??\.body\b/,
  ofClient: {
    axios: { opens: /^!?\??\.data\b/ },
    // The call gives the stream itself.
    'got.stream': { opens: /^/ },
  },
  collects: /\b(?:text|json|arrayBuffer|blob|bytes|formData|toArray)\(/,
  listens: /^\??\.(?:on|once|addListener|then|catch|finally)\(\s*(?!['"`](?:data|line|readable)\b)/,
  blockNames: (call) =>
    namesOf(call)
      .filter((name) => name.type === 'identifier')
      .map(({ text }) => ({ name: text, end: call.range.end })),
  bodyNames: (call) => namesOf(call).flatMap((name) => partOf(name, call.client === 'axios' ? 'data' : 'body') ?? []),
  wrap: (call, handler, silence, source) =>
    whyWhole(call, source) ?? whyHidden(source) ?? wrapStream(call, handler, silence, source),
};

/** What a response is called, or taken apart into: `response`, `{ body }`, also by `.then((response) => ...)`. */
function namesOf({ args }: HttpCall): Node[] {
  for (const outer of [...outward(args)].slice(1)) {
    const { parent } = outer;
    if (outer.type === 'call_expression' && lastName(dottedName(field(outer, 'function'))) === 'then') {
      const then = children(field(outer, 'arguments'))[0];
      const parameter = field(then, 'parameter') ?? children(field(then, 'parameters'))[0];
      return [field(parameter, 'pattern') ?? parameter ?? []].flat();
    }
    const target = field(outer, 'name') ?? field(outer, 'left');
    if (target && scriptSyntax.bindings.has(outer.type)) {
      return [target];
    }
    if (!parent || scriptSyntax.statements.has(outer.type) || scriptSyntax.functions.has(outer.type)) {
      return [];
    }
  }
  return [];
}

/** The name that a pattern gives to a member: `body` of `{ body }`, `stream` of `{ body: stream }`. */
function partOf(pattern: Node, member: string): string | undefined {
  for (const part of pattern.type === 'object_pattern' ? children(pattern) : []) {
    const isShort = part.type === 'shorthand_property_identifier_pattern' && part.text === member;
    const value = field(part, 'key')?.text === member ? field(part, 'value') : undefined;
    if (isShort || value?.type === 'identifier') {
      return (value ?? part).text;
    }
  }
  return undefined;
}

/** Why the handler would take a name of the file for one that fetch has. */
function whyHidden({ language, root }: Source): Refusal | undefined {
  const present = language.definitions(root);
  const own = ['Response', 'Headers', 'ReadableStream', 'AbortController'].find((name) => present.has(name));
  return own === undefined
    ? undefined
    : {
        refusal: `The handler needs the ${own} of fetch, and this file has another; import that by a name of its own.`,
      };
}

/** Why the body of a call is there as a whole before a loop begins: axios reads it unless it is told otherwise. */
function whyWhole(call: HttpCall, source: Source): Refusal | undefined {
  if (call.client !== 'axios') {
    return undefined;
  }
  const options = optionsObject(children(call.args)[call.optionsIndex ?? 0], source.root);
  const { created } = axiosInstance(call, source) ?? {};
  const objects = [options, ...(created ? nodesOfType(created, 'object') : [])];
  return objects.some((object) => plainString(property(object, 'responseType')) === 'stream')
    ? undefined
    : { refusal: `Without responseType: 'stream' ${call.name} reads the body as a whole, before the loop begins.` };
}
