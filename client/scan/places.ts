/** A place that a report names. Lines and characters are zero-based. */
export interface ReportPlace {
  /** Where it stands in the report. */
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/**
 * The places in a report: `PATH:LINE:COLUMN`, counted from one.
 * @param root what was scanned: every path in the report begins with it, whatever characters it has
 */
export function placesOf(report: string, root: string): ReportPlace[] {
  const places: ReportPlace[] = [];
  for (let start = report.indexOf(root); start >= 0; start = report.indexOf(root, start + root.length)) {
    const rest = report.slice(start + root.length, start + root.length + longestPath).split('\n', 1)[0] ?? '';
    const [all, below = '', line, column] = /^([\\/].*?|):(\d+):(\d+)/.exec(rest) ?? [];
    if (all !== undefined) {
      places.push({
        start,
        end: start + root.length + all.length,
        path: root + below,
        line: Number(line) - 1,
        character: Number(column) - 1,
      });
    }
  }
  return places;
}

/** The longest path below a folder that is looked for. */
const longestPath = 4_096;
