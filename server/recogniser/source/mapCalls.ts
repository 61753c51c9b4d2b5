import type { Node } from '@vscode/tree-sitter-wasm';
import { tableOf } from './bindings';
import { ofKeyOf } from './maps';
import { plain } from './names';
import { found, on, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';

/** Calls that read a map or write to it. */

const reads = /^(?:get|getordefault|fetch)$/;
const writes = /^(?:put|add|set|tryadd|putifabsent|insert)$/;
/** Levels between a call in the block of a map that is made and the map. */
const mostLevels = 5;

interface MapCall {
  readonly name: string;
  readonly object: Node | null;
  readonly args: readonly Node[];
  /** Which of the arguments the literal is. */
  readonly index: number;
}

/** `hints.put(404, …)`, `STATUSES.get(404)`; the value of an entry: `ERROR_STATUS.put("gone", 410)`. */
export function ofMapCall(file: SourceFile, call: Node, { name, object, args, index }: MapCall, place: Place): Step {
  const method = plain(name);
  const isWrite = writes.test(method);
  if (!isWrite && !reads.test(method)) {
    return undefined;
  }
  // Java: `new HashMap<>() {{ put(404, "gone"); }}`
  const made = object ? undefined : file.around(call, ['call'], mostLevels);
  const map = made && /Map$/.test(file.callee(made).name) ? made : undefined;
  if (index === 0) {
    return object
      ? ofKeyOf(file, object, place)
      : map && on(place, map, { role: 'key', isListed: true, keys: 'statuses' });
  }
  const [key] = args;
  if (!isWrite || index !== 1 || args.length !== 2 || !key || place.isText) {
    return undefined;
  }
  return object
    ? found(tableOf(file.lastName(object)), 'entry of', place)
    : map && on(place, map, { role: 'entry', isListed: true, key: file.lastName(key) || file.contentOf(key) });
}
