import { mistakesWith } from '../mistakes';
import type { Check } from '../rule';

/** Leaves a retry library at a default that hurts. */
export const libraryDefault: Check = (program) => mistakesWith(program, 'library-default');
