import type { Node } from '@vscode/tree-sitter-wasm';
import { children, dottedName, field, nodesOfType } from '../retry/nodes';
import { insertion } from '../retry/textEdits';
import { indentationAt } from '../retry/wrapping';
import { addItem, insertAbove, insertBelow } from './edits';
import type { Limitless } from './language';

type Limit = NonNullable<Limitless['limit']>;

/** `requests.get(url, timeout=10)`: an argument with a name. */
export function limitArgument(item: string): Limit {
  return (program, { call }) => (isList(call.args, '(') ? addItem(program, call.args, item) : undefined);
}

/** `curl --max-time 10 …`: an option right behind the name of a command. */
export function limitCommand(option: string): Limit {
  return (program, { node }) => {
    const name = program.file.callee(node).node;
    return name ? [insertion(name.endIndex, ` ${option}`)] : undefined;
  };
}

/** `fetch(url, { signal: … })`: a property of the options, which are the second argument. */
export const limitFetch: Limit = (program, { call }) => {
  const property = 'signal: AbortSignal.timeout(10_000)';
  const [, options] = children(call.args);
  if (!options) {
    return isList(call.args, '(') ? addItem(program, call.args, `{ ${property} }`) : undefined;
  }
  return options.type === 'object' ? addItem(program, options, property) : undefined;
};

const tenSeconds = '10 * time.Second';
const importsTime = /^\s*(?:import\s+)?"time"/m;

/** `(&http.Client{Timeout: …}).Get(url)` in place of Go's client without a limit. */
export const limitGoDefault: Limit = (program, { node }) => {
  const { object } = program.file.callee(node);
  return object && program.says(importsTime)
    ? [
        {
          range: { start: object.startIndex, end: object.endIndex },
          newText: `(&http.Client{Timeout: ${tenSeconds}})`,
        },
      ]
    : undefined;
};

/** `http.Client{Timeout: …}` where the function makes its client. */
export const limitGoClient: Limit = (program, { node }) => {
  const made = nodesOfType(program.functionAround(node), 'composite_literal').filter(
    (literal) => field(literal, 'type')?.text === 'http.Client',
  );
  const [body] = made.map((literal) => field(literal, 'body'));
  const key = body && alignedKey('Timeout:', body);
  return made.length === 1 && body && key !== undefined && program.says(importsTime)
    ? addItem(program, body, `${key}${tenSeconds}`)
    : undefined;
};

/** A key with the blanks behind it that gofmt wants in a literal; undefined where others would have to move. */
function alignedKey(key: string, literal: Node): string | undefined {
  const last = children(literal).at(-1);
  const value = last && children(last).at(-1);
  if (!last || !value || literal.startPosition.row === last.startPosition.row) {
    return `${key} `;
  }
  const width = value.startIndex - last.startIndex;
  return width > key.length ? key.padEnd(width) : undefined;
}

/** `HttpRequest.newBuilder(uri).timeout(…).build()` where the function builds the request. */
export const limitJavaRequest: Limit = (program, { node }) => {
  const built = nodesOfType(program.functionAround(node), 'method_invocation').filter(
    (call) => field(call, 'name')?.text === 'build' && /^HttpRequest\s*\.\s*newBuilder\b/.test(call.text),
  );
  const builder = field(built[0], 'object');
  if (built.length !== 1 || !builder) {
    return undefined;
  }
  const before = /^\s*/.exec(program.text.slice(builder.endIndex))?.[0] ?? '';
  const isImported = program.says(/^import\s+java\.time\.(?:Duration|\*)\s*;/m);
  return [insertion(builder.endIndex, `${before}.timeout(${isImported ? '' : 'java.time.'}Duration.ofSeconds(10))`)];
};

/** `connection.setReadTimeout(…)` below the line that opens the connection. */
export const limitJavaConnection: Limit = (program, { node }) => {
  const declared = namedBy(node, 'variable_declarator', 'name') ?? namedBy(node, 'assignment_expression', 'left');
  return declared && /\.openConnection\b/.test(node.text)
    ? [insertBelow(program, node, [`${declared}.setReadTimeout(10_000);`])]
    : undefined;
};

/** `curl_setopt($ch, CURLOPT_TIMEOUT, 10)` above the statement that sends. */
export const limitCurl: Limit = (program, { node }) => {
  const [handle] = program.file.args(node);
  return handle && /^\$\w+$/.test(handle.text)
    ? [insertAbove(program, node, [`curl_setopt(${handle.text}, CURLOPT_TIMEOUT, 10);`])]
    : undefined;
};

/** `new Client(['timeout' => 10])` where the function, or the file, makes its client. */
export const limitGuzzle: Limit = (program, { node }) => {
  const made = nodesOfType(program.functionAround(node), 'object_creation_expression').filter(({ text }) =>
    /^new\s+(?:\\?GuzzleHttp\\)?Client\b/.test(text),
  );
  const [args] = made.map((creation) => children(creation).find(({ type }) => type === 'arguments'));
  if (made.length !== 1 || !args) {
    return undefined;
  }
  const quote =
    /(['"])(?:base_uri|headers|http_errors|auth|verify|json|query|form_params)\1/.exec(program.text)?.[1] ?? "'";
  const item = `${quote}timeout${quote} => 10`;
  const options = nodesOfType(args, 'array_creation_expression')[0];
  if (!options) {
    return children(args).length === 0 ? addItem(program, args, `[${item}]`) : undefined;
  }
  return isList(options, '[') ? addItem(program, options, item) : undefined;
};

/** The name that a call's result gets in the nearest node of a type. */
function namedBy(node: Node, type: string, name: string): string | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === type) {
      const named = dottedName(field(at, name));
      return /^\w+$/.test(named) ? named : undefined;
    }
    if (/statement|block|method|lambda/.test(at.type) || field(at, 'arguments')) {
      return undefined;
    }
  }
  return undefined;
}

function isList(node: Node, bracket: string): boolean {
  return node.text.startsWith(bracket);
}

/** `client.get(url).timeout(…).send()`, as rustfmt writes a chain of that length. */
export const limitReqwest: Limit = (program, { node }) => {
  const given = /^reqwest::get(\([^]*\))$/.exec(node.text);
  const sends = /^([^]*?)(\s*)\.send\(\)$/.exec(node.text);
  if (!given && !sends) {
    return undefined;
  }
  const isImported = program.says(/^\s*use\s+std::time::(?:Duration\b|\{[^}]*\bDuration\b)/m);
  const limit = `.timeout(${isImported ? '' : 'std::time::'}Duration::from_secs(10))`;
  if (sends?.[2]?.includes('\n')) {
    return [insertion(node.startIndex + (sends[1] ?? '').length, `${sends[2]}${limit}`)];
  }
  let whole = node;
  while (whole.parent && /^(?:await|try|field|call)_expression$/.test(whole.parent.type) && isFirst(whole)) {
    whole = whole.parent;
  }
  const isStatement = /^(?:let_declaration|block|expression_statement|return_expression)$/.test(
    whole.parent?.type ?? '',
  );
  if (!isStatement || whole.text.includes('\n')) {
    return undefined;
  }
  const begin = indentationAt(program.text, whole.startIndex) + program.style.indent;
  const request = given
    ? ['reqwest::Client::new()', `.get${given[1] ?? ''}`]
    : linksOf(node.childForFieldName('function')?.childForFieldName('value'));
  const rest = program.text.slice(node.endIndex, whole.endIndex).split(/(?=\.[a-z])/);
  const newText = [...request, limit, '.send()', ...rest].join(`\n${begin}`).replace(/\n\s*(?=\?)/, '');
  return [{ range: { start: whole.startIndex, end: whole.endIndex }, newText }];
};

function isFirst(node: Node): boolean {
  return node.startIndex === node.parent?.startIndex;
}

/** A chain of fields and calls in parts: `client`, `.get(url)`, `.header(name, value)`. */
function linksOf(chain: Node | null | undefined): string[] {
  const callee = chain?.type === 'call_expression' ? chain.childForFieldName('function') : chain;
  const value = callee?.type === 'field_expression' ? callee.childForFieldName('value') : null;
  if (!chain || !value) {
    return chain ? [chain.text] : [];
  }
  return [...linksOf(value), chain.text.slice(value.endIndex - chain.startIndex).trim()];
}
