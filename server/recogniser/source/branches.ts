import type { Candidate } from '../candidate';
import { isCount } from '../spokenNumbers';

/** A text in a branch that is taken for a status: `if (status === 404) log('rien ici (404)')`. */

/** How far below its condition what a branch says is looked for, in UTF-16 units. */
const farthest = 240;
const condition = /^[\s}]*(?:\(?if|el(?:se ?|s)?if|case|when|unless)\b/i;
const arm = /^["'\s]{0,2}(?:=>|->|:(?!:)|\{)/;
/** `404|410) echo …`: an arm of a shell. */
const armOfShell = /^\s*(?:["']?\d{3}["']?\s?\|\s?){0,10}["']?$/;
/** Another branch, or the end of this one. */
const leaves = /^\s*\}|\b(?:else|elif|elsif|elseif|case|when|fi|end|default|esac)\b|;;/m;
/** A unit or an operator behind a number that is measured. */
export const unit = /^\s*(?:px|ms|s|sec|seconds|minutes|bytes|kb|mb)\b|^\s*[*/%+]|^\s*-\s*\d/i;

/**
 * Whether a number that a text tells is the status for which the branch is that it stands in, in whatever language the
 * text is.
 * @param text the program
 * @param places where in it the same number is a status
 */
export function isOfBranch(text: string, { start, end }: Candidate['range'], places: readonly number[]): boolean {
  const behind = text.slice(end, end + farthest);
  return (
    places.some((at) => {
      if (at >= start || start - at > farthest) {
        return false;
      }
      const between = text.slice(at + (end - start), start);
      const head = text.slice(text.lastIndexOf('\n', at) + 1, at);
      const opens = condition.test(head) || arm.test(between) || (armOfShell.test(head) && /^["']?\)/.test(between));
      return opens && !leaves.test(between);
    }) &&
    // A part of a path is none: `navigate('/404')`.
    /[^\w/=&?#.-]$/.test(text.slice(start - 1, start)) &&
    !/^[/.]\w/.test(behind) &&
    !unit.test(behind) &&
    !isCount(behind)
  );
}
