import type { Candidate } from '../candidate';
import { isRegistered } from './maps';
import type { SourceFile } from './sourceFile';

/** Cases of a test that name the status they want: `{name: "no key", want: 401}`, whatever compares it. */

const wanted = /\b(?:want|wanted|expect|expected|exp)["']?\s{0,3}:\s{0,20}(\d{1,6})\b/g;
const wantedBefore = /\b(?:want|wanted|expect|expected|exp)["']?\s{0,3}:\s{0,20}$/;
const longestBefore = 40;
/** Tests of something else would want other numbers, too. */
const fewest = 2;

/** Whether a number is what a case of a test wants, where all that the cases want are statuses. */
export function isWantedStatus(file: SourceFile, { start }: Candidate['range']): boolean {
  const before = file.text.slice(Math.max(0, start - longestBefore), start);
  return (
    wantedBefore.test(before) &&
    file.once('wanted statuses', file.root, () => {
      const numbers = new Set([...file.text.matchAll(wanted)].map(([, number]) => Number(number)));
      return (
        numbers.size >= fewest &&
        [...numbers].every(isRegistered) &&
        [...numbers].some((number) => number > 400 && number % 100 > 0)
      );
    })
  );
}
