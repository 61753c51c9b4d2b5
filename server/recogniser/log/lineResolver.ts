import type { Finding } from '../../../shared/finding';
import { inOrder } from '../inOrder';
import { resolve, type Surroundings } from '../resolve';
import type { SystemDetector, Systems } from '../systems';
import { type Stretch, timed } from './stretch';

/** What the errors of a line are beside some systems, and what else was asked about the texts around it. */
export interface Resolution {
  readonly near: Systems;
  readonly far: Systems;
  readonly answers: ReadonlyMap<string, boolean>;
  readonly findings: readonly Finding[];
}

/** Most resolutions of one line that are kept. */
const mostResolutions = 3;

/** Bytes in UTF-8, and in it a line with what counts as near to it. */
export interface LineInBytes {
  readonly bytes: Uint8Array;
  /** Where the neighbourhood begins and ends. */
  readonly from: number;
  readonly to: number;
}

const decoder = new TextDecoder();

/** Decides what the errors of lines are: for lines that are alike beside the same systems once. */
export class LineResolver {
  constructor(private readonly systems: SystemDetector) {}

  /**
   * The findings of a line, in the order of their places.
   * @param place where it is, @param far the systems that the whole document speaks for
   * @param resolutions what lines like it turned out to be
   */
  findings(
    line: string,
    { groups, start, end }: Stretch,
    place: LineInBytes,
    far: Systems,
    resolutions: Resolution[],
  ): readonly Finding[] {
    if (groups.length === 0) {
      return [];
    }
    const near = this.systems.near(place.bytes, place.from, place.to);
    let text: string | undefined;
    const includes = (part: string) =>
      (text ??= decoder.decode(place.bytes.subarray(place.from, place.to))).includes(part);
    for (const known of resolutions) {
      if (known.near === near && known.far === far && areTrue(known.answers, includes)) {
        return known.findings;
      }
    }
    const answers = new Map<string, boolean>();
    const around: Surroundings = {
      near,
      far,
      text: {
        includes(part) {
          const answer = answers.get(part) ?? includes(part);
          answers.set(part, answer);
          return answer;
        },
      },
    };
    const findings = inOrder(
      groups.flatMap((group, number) => resolve(line, timed(line, group, { start, end }), around, number)),
    );
    if (resolutions.length < mostResolutions) {
      resolutions.push({ near, far, answers, findings });
    }
    return findings;
  }
}

function areTrue(answers: ReadonlyMap<string, boolean>, includes: (part: string) => boolean): boolean {
  for (const [part, answer] of answers) {
    if (includes(part) !== answer) {
      return false;
    }
  }
  return true;
}
