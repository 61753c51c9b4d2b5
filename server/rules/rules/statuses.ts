import type { Entry } from '../../../shared/catalog/catalog';

const passing = new Set(['404', '409', '412', '420', '423', '426', '451']);

/** Whether a status may pass when something else happens meanwhile: a resource appears, a conflict ends. */
export function mayPass(entry: Entry): boolean {
  return entry.kind === 'status' && (passing.has(entry.value) || Number(entry.value) < 400);
}
