import type { Entry } from '../../../shared/catalog/catalog';

const passing = new Set(['404', '409', '412', '413', '420', '423', '426', '451']);

/** Statuses that no standard has: what one server means by them, another does not. */
const unregistered = /^4(?:30|40|44|49|6\d|9\d)$/;

/**
 * Whether a status passes when something else happens meanwhile, which a program may wait for: a resource appears, a
 * conflict ends, a server that would not take a body says by Retry-After when it will.
 */
export function mayBeAwaited(entry: Entry): boolean {
  return entry.kind === 'status' && (passing.has(entry.value) || Number(entry.value) < 400);
}

/** Whether a status may be another one next time. What a server calls its own failure may always be. */
export function mayPass(entry: Entry): boolean {
  return (
    mayBeAwaited(entry) || (entry.kind === 'status' && (Number(entry.value) >= 500 || unregistered.test(entry.value)))
  );
}
