import type { Node } from '@vscode/tree-sitter-wasm';
import backoff from '../../../handlers/php/backoff.php?raw';
import reconnect from '../../../handlers/php/reconnect.php?raw';
import reconnectCurl from '../../../handlers/php/reconnect_curl.php?raw';
import reconnectLaravel from '../../../handlers/php/reconnect_laravel.php?raw';
import outage from '../../../handlers/php/stream_outage.php?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, Refusal, StrategyHandlers } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import { lineEnd } from '../../placement';
import type { Source } from '../../source';
import type { TextEdit, TextEdits } from '../../textEdits';
import { appendItem } from '../../wrapping';
import { chainStart, whyNoRequest } from './calls';
import { phpSyntax } from './syntax';
import { calleeOf, handOver } from './wrap';

/** The handlers of streams, and how a call is handed to one. */
export function phpStreams(
  split: (text: string) => HandlerParts,
): Pick<StrategyHandlers, 'files' | 'handlers' | 'streams'> {
  const file = (name: string, own: string, others: readonly string[] = []): HandlerFile => ({
    name,
    text: `<?php\n\n${handlerText(
      composeParts(split(own), [...others, outage, backoff].map(split), (lines) => lines),
      '\n',
    )}`,
    sign: /\bStreamOutage\b|\bwithReconnect\(/,
  });
  const curl = file('curlWithReconnect', reconnectCurl);
  const guzzle = file('withReconnect', reconnect);
  const laravel = file('withHttpReconnect', reconnectLaravel, [reconnect]);
  return {
    files: [curl, guzzle, laravel],
    handlers: {
      reconnect: (call) =>
        call.client === 'laravel' ? (whyNoRequest(call) ?? laravel) : call.client === 'curl' ? curl : guzzle,
    },
    streams: {
      opens: /^\??->(?:(?:toPsrResponse|throw)\(\)->)*getBody\(\)/,
      collects: /\bgetContents\(|^\(string\)|\bjson_decode\(/,
      reads: ({ client, args }) => client === 'curl' && /\bCURLOPT_WRITEFUNCTION\b/.test(bodyAround(args).text),
      wrap: (call, handler, silence, source) =>
        call.client === 'curl' ? wrapCurl(call, handler, silence, source) : wrapOptions(call, handler, silence, source),
    },
  };
}

/** The function that a call is in, or the file. */
function bodyAround(args: Node): Node {
  return scopesOf(args, phpSyntax).find(({ type }) => type !== 'arrow_function') ?? args.tree.rootNode;
}

/** `curl_exec($curl)` becomes `curlWithReconnect($curl, $onPiece, silence: 30)`, and its function a variable. */
function wrapCurl(call: HttpCall, handler: string, silence: number, source: Source): TextEdits | Refusal {
  const callee = calleeOf(call, handler, source);
  if (typeof callee !== 'string') {
    return callee;
  }
  const around = bodyAround(call.args);
  if (/\bCURLOPT_(?:HEADER|PROGRESS|XFERINFO)FUNCTION\b/.test(around.text)) {
    return { refusal: 'This request has a function for its headers or its progress, which the handler would replace.' };
  }
  const handle = children(call.args)[0]?.text ?? '';
  const setting = nodesOfType(around, 'function_call_expression').find((node) => {
    const [curl, option] = children(field(node, 'arguments'));
    return (
      phpSyntax.callee(node).name === 'curl_setopt' && curl?.text === handle && option?.text === 'CURLOPT_WRITEFUNCTION'
    );
  });
  const given = children(field(setting, 'arguments'))[2];
  const statement = setting?.parent;
  if (!given || statement?.type !== 'expression_statement') {
    return { refusal: 'The function of this request stands among other options; set it with curl_setopt() first.' };
  }
  const isVariable = children(given)[0]?.type === 'variable_name';
  const free = ['$onPiece', '$onLines', '$takeLines'].find((name) => !hasName(around, name));
  const name = isVariable ? given.text : (free ?? '$writeLines');
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', statement.startIndex) + 1;
  const nextLine = text.indexOf('\n', lineEnd(text, statement.endIndex)) + 1;
  const taken: TextEdit = isVariable
    ? { range: { start: lineStart, end: nextLine }, newText: '' }
    : {
        range: { start: statement.startIndex, end: statement.endIndex },
        newText: `${name} = ${given.text};`,
      };
  const newText = `${callee}(${handle}, ${name}, silence: ${silence})`;
  return [taken, { range: call.range, newText }];
}

function hasName(around: Node, name: string): boolean {
  return nodesOfType(around, 'variable_name').some(({ text }) => text === name);
}

/**
 * `$client->get($url, ['stream' => true])` becomes `withReconnect(fn() => $client->get(...))`, with time limits. Laravel
 * is given the same options by a call of its own.
 */
function wrapOptions(call: HttpCall, handler: string, silence: number, source: Source): TextEdit | Refusal {
  const callee = calleeOf(call, handler, source);
  if (typeof callee !== 'string') {
    return callee;
  }
  const options = optionsOf(call);
  const isGiven = options?.type === 'array_creation_expression';
  if (!isGiven || !/(?:["']stream["']|\bRequestOptions::STREAM)\s*=>\s*true\b/i.test(options.text)) {
    return { refusal: "Without 'stream' => true among its options this call reads the body before the loop." };
  }
  const made = nodesOfType(source.root, 'object_creation_expression').map(({ text }) => text);
  const isSet = (name: string): boolean =>
    (call.hasLimit && name === 'timeout') ||
    [options.text, ...made].some((text) =>
      new RegExp(`["']${name}["']|\\bRequestOptions::${name.toUpperCase()}\\b`).test(text),
    );
  const limits = ['timeout', 'read_timeout'].filter((name) => !isSet(name)).map((name) => `'${name}' => ${silence}`);
  const edits = limits.length > 0 ? appendItem(options, limits, source) : [];
  return handOver(call, callee, edits, [], source);
}

/** The options of a call of Guzzle, and those that a chain of calls gives a request of Laravel. */
function optionsOf({ client, args, optionsIndex = 1 }: HttpCall): Node | undefined {
  if (client !== 'laravel') {
    return children(children(args)[optionsIndex])[0];
  }
  let at = field(args.parent ?? undefined, 'object');
  while (at && field(at, 'name')?.text !== 'withOptions') {
    at = field(at, 'object');
  }
  const own = at ?? chainStart(args.parent ?? args);
  return field(own, 'name')?.text === 'withOptions' ? children(children(field(own, 'arguments'))[0])[0] : undefined;
}
