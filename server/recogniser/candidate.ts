import type { Entry } from '../../shared/catalog/catalog';
import type { OffsetRange, ServerWait } from '../../shared/finding';

/** What part of an error a place in a text is. */
export type Role = 'code' | 'problem-type' | 'field' | 'title' | 'message' | 'status' | 'header';

/**
 * A place in a text that may be part of an error, before it is decided what the error is.
 * Plain data; readers and rules make them, `resolve` turns a group of them into findings.
 */
export interface Candidate {
  readonly range: OffsetRange;
  readonly role: Role;
  /** Entries that the place may stand for. Never empty. */
  readonly entries: readonly Entry[];
  /** How sure the place alone makes it, from 0 to 1: 0.9 and more is high, 0.5 and more is medium. */
  readonly weight: number;
  readonly evidence: string;
  /** What a header's own value says. */
  readonly wait?: ServerWait;
}

/** The candidates that speak of one error, and what else is known about it. */
export interface ErrorGroup {
  readonly candidates: readonly Candidate[];
  readonly wait?: ServerWait;
}

/** A candidate without entries means nothing: drops it. */
export function candidate(
  range: OffsetRange,
  role: Role,
  entries: readonly Entry[],
  weight: number,
  evidence: string,
): Candidate[] {
  return entries.length > 0 ? [{ range, role, entries, weight, evidence }] : [];
}
