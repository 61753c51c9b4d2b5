import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from './grammar';
import { type Answer, codeOfError, ofName, other, weights } from './holding';
import { hasOwnCode, hasOwnStatus, isErrorClass, isOther, otherErrors } from './names';
import type { Binding, SourceFile } from './sourceFile';

/** What members and keys hold, by their names and by whose they are: `error.code`, `body["status"]`. */

/** How far back a variable's origin is looked for, in UTF-16 units. */
const originReach = 2_000;

const processes =
  /\b(?:SystemExit|CalledProcessError|Command::new|Popen|subprocess\.|spawn(?:Sync)?\(|ProcessBuilder|Process\.Start|child_process|exec\.Command)/;

/** Whether what has a code is a process or its end: `except SystemExit as e: … e.code`, `let out = Command::new(…)`. */
function isOfProcess(file: SourceFile, member: Node): boolean {
  const root = /^\W*(?:self\.|this\.)?([A-Za-z_]\w*)/.exec(file.textOf(member, 120))?.[1];
  if (root === undefined) {
    return false;
  }
  const before = file.text.slice(Math.max(0, member.startIndex - originReach), member.startIndex);
  // Most texts speak of no process, which shows sooner than where the name came from.
  if (!processes.test(before)) {
    return false;
  }
  const given = new RegExp(`(?<![\\w.])${root}\\s*(?::=|=(?!=))[^\\n;]{0,200}|[^\\n]{0,200}\\bas\\s+${root}\\b`, 'g');
  const origin = before.match(given)?.at(-1) ?? '';
  return processes.test(origin);
}

/** `const poll = await this.fetch(url)`: whatever a program calls what it was answered, the status is that of an answer. */
function isAnswerOfRequest(file: SourceFile, member: Node, owner: string): boolean {
  const before = file.text.slice(Math.max(0, member.startIndex - originReach), member.startIndex);
  return new RegExp(`(?<![\\w.])${owner}\\s*:?=(?!=)\\s*(?:await\\s+)?(?:\\w+\\.){0,3}${requests}`).test(before);
}

/** Functions whose answer is one of HTTP. */
const requests = String.raw`(?:fetch|request|urlopen|(?:axios|requests|superagent|got|ky|httpx)\.(?:get|post|put|patch|delete|head|request))\(`;

/** A member or a key by its name; the names before it may say whose it is. */
export function ofText(file: SourceFile, path: string, node: Node): Answer {
  const name =
    path
      .split(/[.[\]'"$/]+/)
      .filter(Boolean)
      .at(-1) ?? '';
  // `arguments[:ignore].include?(404)` of Elasticsearch's clients
  if (name === 'ignore' && file.says(/elastic|opensearch/i)) {
    return { what: 'status', weight: 0.8, name };
  }
  const answer = ofName(name);
  const before = node.text.slice(0, 200);
  // Of `rows.getInt("code")` the object is the owner.
  const owner =
    /([A-Za-z_]\w*)(?:\.get(?:Int|Integer|Short|Long|String|Object))?(?:\[\d{1,2}\])?\W*[A-Za-z_]\w*\W*$/.exec(
      before,
    )?.[1] ?? '';
  if (answer !== other && answer?.what === 'status' && /^(?:get_?)?status$/i.test(name) && hasOwnStatus(owner)) {
    return isAnswerOfRequest(file, node, owner) ? answer : other;
  }
  if (answer === other || !answer || answer.what !== 'code') {
    return answer;
  }
  if (
    /\berrors?\b["']?\)?\]?(?:\??\.?\[|\??\.(?:first|\[)|\.get\(|->\w+\[)|\[["']errors["']\]|\.errors\.code$/i.test(
      before,
    ) ||
    isOfListedError(file, node)
  ) {
    return { ...answer, what: 'vendor-code', weight: weights['vendor-code'] };
  }
  if (isOfProcess(file, node)) {
    return other;
  }
  // `this.code` of a class of errors.
  if (/^(?:this|self)$/.test(owner)) {
    const around = file.around(node, ['class']);
    const shape = around && file.shape(around);
    const isOfError = shape?.is === 'class' && isErrorClass(file.lastName(part(around as Node, shape.name)));
    return isOfError ? { ...answer, name: codeOfError } : answer;
  }
  // `event.code`, `currency.code`: the code of something else.
  if (
    isOther(`${owner}_code`) ||
    (/^(?:get_?)?code$/i.test(name) && (hasOwnCode(owner) || hasOwnCode(listOf(file, node))))
  ) {
    return other;
  }
  const isOfError = caughtName.test(owner);
  return (/^(?:get)?code$/i.test(name) && isOfError) || (name === 'errorCode' && owner !== '' && !isOfError)
    ? { ...answer, name: codeOfError }
    : answer;
}

/** What an error that was caught is called, also in other languages. */
const caughtName = new RegExp(`^(?:e|ex|exc)$|(?:err|error|exception|${otherErrors})$`, 'i');

/** Whether an expression is the name of an error's class: `err.name`, `type(exc).__name__`. */
export function isNameOfError(file: SourceFile, member: Node): boolean {
  return nameOfError.test(file.textOf(member, 120));
}

const nameOfError =
  /(?<![A-Za-z])(?:\w*(?:[eE]rr(?:or)?|[eE]xception|[eE]xc)|e|ex)\)?(?:\??\.(?:constructor|__class__))?\??\.(?:__)?name(?:__)?$/;

/** `for (const item of body.errors) … item.code`, `body.errors.some((item) => item.code …)`, `first = body["errors"][0]` */
function isOfListedError(file: SourceFile, node: Node): boolean {
  const binding = ownerOf(file, node);
  return binding?.kind === 'value'
    ? oneOfErrors.test(binding.value?.text.slice(0, 200) ?? '')
    : listOfErrors.test(listGoneThrough(file, binding)?.text.slice(0, 200) ?? '');
}

/** The name of the list of which a member's owner is an item: of `row.code` in `for (const row of rows)`, `rows`. */
function listOf(file: SourceFile, node: Node): string {
  return file.lastName(listGoneThrough(file, ownerOf(file, node)));
}

function ownerOf(file: SourceFile, node: Node): Binding | undefined {
  const shape = file.shape(node);
  const owner =
    shape?.is === 'member' || shape?.is === 'index'
      ? part(node, shape.object)
      : shape?.is === 'call'
        ? file.callee(node).object
        : null;
  return owner && file.shape(owner)?.is === 'name' ? file.bindingOf(owner) : undefined;
}

/** The list that a loop, or a method that is given a function, goes through. */
function listGoneThrough(file: SourceFile, binding: Binding | undefined): Node | null | undefined {
  const args = binding?.kind === 'parameter' && binding.index === 0 ? binding.value?.parent : null;
  const call = args && file.shape(args)?.is === 'arguments' ? args.parent : null;
  const { name, object } = call ? file.callee(call) : { name: '', object: null };
  // `load().catch((error) => …)` is given what failed, and no item.
  return binding?.kind === 'loop' ? binding.value : /^(?:then|catch)$/.test(name) ? undefined : object;
}

/** How an expression ends that gives the errors of an answer, with what stands in where there are none; or one of them. */
const listOfErrors = /\berrors["'\])}]{0,3}(?:,\s*\W{0,4})?(?:\s*(?:\?\?|\|\||or)\s*\W{0,4})?$/;
const oneOfErrors =
  /\berrors["'\])}]{0,3}(?:,\s*\W{0,4})?(?:\?\.)?(?:\[0\]|\.(?:at|first)\(0?\)|\.first)(?:\s*(?:\?\?|\|\||or)\s*\W{0,4})?$/;

/** `with pytest.raises(Gone) as info: … str(info.value)`: the error that a test caught. */
export function ofRaised(file: SourceFile, member: Node, name: string): Answer {
  const root = name === 'value' ? /^[A-Za-z_]\w*/.exec(file.textOf(member, 60))?.[0] : undefined;
  if (root === undefined) {
    return undefined;
  }
  const before = file.text.slice(Math.max(0, member.startIndex - originReach), member.startIndex);
  return new RegExp(`\\braises\\([^\\n]{0,200}\\)\\s+as\\s+${root}\\b`).test(before)
    ? { what: 'text', weight: weights.text, name: 'error' }
    : undefined;
}
