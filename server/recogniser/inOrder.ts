import type { Finding } from '../../shared/finding';

/** Sorts findings by their places. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
