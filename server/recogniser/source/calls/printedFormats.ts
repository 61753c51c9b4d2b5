import type { SourceFile } from '../sourceFile';
import { comparesStatus, isReplyToRequest, saysStatus } from '../statusWords';
import { holdingOf } from '../values';
import { found } from '../place';
import type { Reader } from './argument';

/** What a function prints into a text of its own: `t.Fatalf("unexpected status %d, want %d", got, 404)`. */

/** Functions that are given a text with places for what follows it. */
const printing =
  /[a-z]f$|^f?printf?$|^format$|^(?:s|fs)?printf$|^(?:log|debug|info|warn(?:ing)?|error|exception|critical|fatal)$/i;
/** A place in such a text; two signs of percent are one that is printed. */
const verb = /%(?:%|(?:\d+\$|\[\d+\])?[-+#0 ]*\d*(?:\.\d+)?[A-Za-z])/g;
/** What of a text is read, in UTF-16 units. */
const longestFormat = 300;

/** A number that is printed where the text speaks of a status. */
export const ofPrinted: Reader = ({ file, name, args, others, index, isDirect, place }) => {
  if (!isDirect || index < 1 || !printing.test(name) || !file.subject.speaksHttp) {
    return undefined;
  }
  const at = args.findIndex((arg) => file.shape(arg)?.is === 'string' && /%[^%]/.test(file.textOf(arg, longestFormat)));
  const format = at < 0 || at >= index ? '' : file.textOf(args[at] ?? place.node, longestFormat);
  const printed = [...format.matchAll(verb)].filter(([text]) => text !== '%%')[index - at - 1];
  if (!printed) {
    return undefined;
  }
  const before = format.slice(0, printed.index);
  const behind = format.slice(printed.index + printed[0].length);
  const isOfStatus = () => others.some((other) => isStatus(file, other));
  return saysStatus(before, behind) || isReplyToRequest(before) || comparesStatus(before, behind, isOfStatus)
    ? found({ what: 'status', weight: 0.75, name: 'a text' }, 'printed into', place)
    : undefined;
};

function isStatus(file: SourceFile, node: Parameters<SourceFile['textOf']>[0]): boolean {
  return holdingOf(file, node)?.what === 'status';
}
