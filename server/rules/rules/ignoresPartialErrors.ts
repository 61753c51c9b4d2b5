import type { Node } from '@vscode/tree-sitter-wasm';
import { printPartialErrors } from '../partialErrors';
import { writtenOut } from '../addresses';
import type { Program } from '../program';
import type { Request } from '../requests';
import type { Check } from '../rule';

/** Requests of the X API v2 for several things at once, of which some may be missing. */
const manyByUrl =
  /api\.(?:x|twitter)\.com\/2\/(?:tweets|users(?:\/by)?|lists|spaces)\?[^"'`]*\b(?:ids|usernames)=|["'](?:ids|usernames)["']?\s*(?::|=>)|@\{[^}]*\b(?:ids|usernames)\s*=|--data-urlencode\s+["']?(?:ids|usernames)=/;
const manyByName = /^(?:get_tweets|get_users|get_spaces|tweets|users|usersByUsernames|spaces)$/;

/** Takes the data of an answer that may hold errors beside it, and never looks at them. */
export const ignoresPartialErrors: Check = function* (program) {
  for (const request of program.requests) {
    if (!asksForMany(program, request)) {
      continue;
    }
    const owner = program.functionAround(request.node);
    const data = usesOfData(program, request.node, owner);
    if (data && !/errors|includes_errors/i.test(program.textAround(request.node))) {
      yield {
        rule: 'ignores-partial-errors',
        range: { start: data.startIndex, end: data.endIndex },
        message:
          'A 200 of this endpoint may hold only some of what was asked for; what is missing stands in its errors, which nothing here looks at.',
        ...program.fix(() => printPartialErrors(program, data)),
      };
    }
  }
};

function asksForMany(program: Program, { node, call }: Request): boolean {
  if (call.client === 'tweepy' || call.client === 'twitter-api-v2') {
    return manyByName.test(program.file.callee(node).name) && (call.client === 'tweepy' || /\.v2\./.test(call.name));
  }
  const text = writtenOut(program, node);
  return /api\.(?:x|twitter)\.com\/2\//.test(text) && manyByUrl.test(text);
}

/** Where the function takes the data out of the answer. */
function usesOfData(program: Program, request: Node, owner: Node): Node | undefined {
  if (program.language.takesData) {
    return takenByCommand(program, request, owner);
  }
  const types = [...program.file.grammar.nodes].flatMap(([type, { is }]) =>
    is === 'member' || is === 'index' ? [type] : [],
  );
  return (
    owner
      .descendantsOfType(types)
      .find(
        (node) =>
          node !== null &&
          node.endIndex > request.startIndex - 200 &&
          /(?:(?:\.|->)data|\[(?:["']data["']|:data)\]|^data)$/.test(node.text),
      ) ?? undefined
  );
}

/** The argument by which the first command behind a request takes the data, unless another request comes before it. */
function takenByCommand(program: Program, request: Node, owner: Node): Node | undefined {
  const { callee, argument } = program.language.takesData ?? {};
  const behind = program.calls(owner).filter(({ startIndex }) => startIndex > request.startIndex);
  const next = program.requests.find(({ node }) => node.startIndex > request.startIndex)?.node.startIndex ?? Infinity;
  const taker = behind.find((call) => callee?.test(program.file.callee(call).name));
  return taker && taker.startIndex < next
    ? program.file.args(taker).find(({ text }) => argument?.test(text))
    : undefined;
}
