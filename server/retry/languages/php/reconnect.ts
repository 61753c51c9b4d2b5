import type { Node } from '@vscode/tree-sitter-wasm';
import backoff from '../../../handlers/php/backoff.php?raw';
import reconnect from '../../../handlers/php/reconnect.php?raw';
import reconnectCurl from '../../../handlers/php/reconnect_curl.php?raw';
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
import { phpSyntax } from './syntax';
import { calleeOf, handOver } from './wrap';

/** The handlers of streams, and how a call is handed to one. */
export function phpStreams(
  split: (text: string) => HandlerParts,
): Pick<StrategyHandlers, 'files' | 'handlers' | 'streams'> {
  const pool = [outage, backoff].map(split);
  const file = (name: string, own: string): HandlerFile => ({
    name,
    text: `<?php\n\n${handlerText(
      composeParts(split(own), pool, (lines) => lines),
      '\n',
    )}`,
    sign: /\bStreamOutage\b/,
  });
  const curl = file('curlWithReconnect', reconnectCurl);
  const guzzle = file('withReconnect', reconnect);
  return {
    files: [curl, guzzle],
    handlers: {
      reconnect: ({ client, name }) =>
        client === 'laravel'
          ? { refusal: `There is no handler that connects ${name} anew, only for curl and the client of Guzzle.` }
          : client === 'curl'
            ? curl
            : guzzle,
    },
    streams: {
      opens: /^\??->getBody\(\)/,
      collects: /\bgetContents\(|^\(string\)|\bjson_decode\(/,
      reads: ({ client, args }) => client === 'curl' && /\bCURLOPT_WRITEFUNCTION\b/.test(bodyAround(args).text),
      wrap: (call, handler, silence, source) =>
        call.client === 'curl' ? wrapCurl(call, handler, silence, source) : wrapGuzzle(call, handler, silence, source),
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

/** `$client->get($url, ['stream' => true])` becomes `withReconnect(fn() => $client->get(...))`, with time limits. */
function wrapGuzzle(call: HttpCall, handler: string, silence: number, source: Source): TextEdit | Refusal {
  const callee = calleeOf(call, handler, source);
  if (typeof callee !== 'string') {
    return callee;
  }
  const options = children(children(call.args)[call.optionsIndex ?? 1])[0];
  const isGiven = options?.type === 'array_creation_expression';
  if (!isGiven || !/(?:["']stream["']|\bRequestOptions::STREAM)\s*=>\s*true\b/i.test(options.text)) {
    return { refusal: "Without 'stream' => true among its options this call reads the body before the loop." };
  }
  const made = nodesOfType(source.root, 'object_creation_expression').map(({ text }) => text);
  const isSet = (name: string): boolean =>
    [options.text, ...made].some((text) =>
      new RegExp(`["']${name}["']|\\bRequestOptions::${name.toUpperCase()}\\b`).test(text),
    );
  const limits = ['timeout', 'read_timeout'].filter((name) => !isSet(name)).map((name) => `'${name}' => ${silence}`);
  const edits = limits.length > 0 ? appendItem(options, limits, source) : [];
  return handOver(call, callee, edits, [], source);
}
