import type { Node } from '@vscode/tree-sitter-wasm';
import type { Binding, SourceFile } from './sourceFile';

/** What a function that is given the code of an answer or of an error says somewhere. */
const ofErrors =
  /err(?!y)|exc(?:eption)?\b|exception|fail|(?<!de)fault|problem|http|status|respon|request|retr[yi]|limit|auth|forbid|denied|\bgone\b|not.?found|unavailable|server|client|token|log.?in|sign.?in|permission|credential|conflict|invalid|bad\b|time.?out|throttl|overload|maintenance|back.?off|raise|throw|reject|slow|too.?many|wait|again|\bok\b|success|teapot|busy|describe|explain|advice|reason|message/i;
/** What the head of a class says that is made with the code of an answer or of an error. */
const ofMade = new RegExp(`${ofErrors.source}|result|outcome|body|header|answer|reply|api|rest`, 'i');
const longestHead = 300;
/** What a caller gives to such a function. */
const ofAnswers = /status|resp|\bres\b|err|exc\b|http|answer|reply|result|\be\./i;
/** How much of a function is read, in UTF-16 units, and how many of its calls. */
const longestFunction = 2_000;
const mostCalls = 12;

/**
 * Whether a parameter that is only named `code` is the code of a thing: neither the function nor what calls it speaks
 * of an answer or an error. `fn species(code: u16) { match code { 404 => "cod", … } }`
 */
export function isCodeOfThing(file: SourceFile, { value: owner, index }: Binding): boolean {
  const is = owner && file.shape(owner)?.is;
  if (owner && is === 'class') {
    return file.once('isCodeOfThing', owner, () => !ofMade.test(file.textOf(owner, longestHead).split('{')[0] ?? ''));
  }
  const name = owner && is === 'function' ? file.nameOfFunction(owner) : '';
  return (
    owner !== null &&
    name !== '' &&
    file.once('isCodeOfThing', owner, () => {
      const around = file.around(owner, ['class']);
      const head = around ? (file.textOf(around, 200).split(/[{\n]/)[0] ?? '') : '';
      return (
        !ofErrors.test(head) &&
        !ofErrors.test(file.textOf(owner, longestFunction)) &&
        !file
          .occurrencesAnywhere(name)
          .slice(0, mostCalls)
          .some((node) => isGivenAnswer(file, node, index))
      );
    })
  );
}

function isGivenAnswer(file: SourceFile, node: Node, index: number): boolean {
  const call = file.around(node, ['call'], 3);
  const given = call && file.callee(call).name === file.nameOf(node) ? file.args(call)[Math.max(0, index)] : undefined;
  return given !== undefined && ofAnswers.test(file.textOf(given, 200));
}
