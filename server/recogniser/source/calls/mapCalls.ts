import { tableOf } from '../bindings';
import { ofKeyOf } from '../maps';
import { plain } from '../names';
import { found, on } from '../place';
import { holdingOf } from '../values';
import type { Reader } from './argument';
import { isConversion, isLookup } from './callNames';

/** Calls that read a map or write to it. */

const reads = /^(?:get|getordefault|fetch)$/;
const writes = /^(?:put|add|set|tryadd|putifabsent|insert)$/;
/** Levels between a call in the block of a map that is made and the map. */
const mostLevels = 5;

/** `hints.put(404, …)`, `STATUSES.get(404)`; the value of an entry: `ERROR_STATUS.put("gone", 410)`. */
export const ofMapCall: Reader = ({ file, call, name, object, args, index, place }) => {
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
};

/** The map with the literal as a key is an argument: `Object.freeze({…})`, `new Map([…])`, `array_key_exists(code, $map)`. */
export const ofKeyIn: Reader = ({ file, call, name, others, place }) => {
  for (const other of isLookup(name) ? others : []) {
    const step = found(holdingOf(file, other), 'key looked up by', place);
    if (step) {
      return step;
    }
  }
  return isConversion(name) ? on(place, call) : undefined;
};

/** `Map.of(404, 'gone')`, `entry(404, 'gone')` */
export const ofMadeMap: Reader = ({ file, call, name, objectName, args, index, place }) => {
  const method = plain(name);
  const makesMap = /^(?:map|immutablemap)$/.test(plain(objectName)) && method === 'of';
  if (!makesMap && method !== 'entry') {
    return undefined;
  }
  const key = index % 2 === 0 ? undefined : args[index - 1];
  return key
    ? on(place, call, { role: 'entry', isListed: true, key: file.lastName(key) })
    : on(place, call, { role: 'key', isListed: true });
};

/** `{ gone: 404 }.get(kind, 500)`: what stands in for what the map does not have; `number().default(499)` of a schema. */
export const ofDefault: Reader = ({ call, name, object, args, index, place }) => {
  const isOfMap = index === 1 && /^(?:get|getordefault|fetch|pop|dig)$/.test(plain(name));
  const isOfSchema = args.length === 1 && /^(?:default|catch|fallback)$/.test(name);
  return object && (isOfMap || isOfSchema) ? on(place, call) : undefined;
};
