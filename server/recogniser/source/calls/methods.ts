import type { Node } from '@vscode/tree-sitter-wasm';
import { ofParameter } from '../cases';
import { part } from '../grammar';
import { found, on, type Place, type Step } from '../place';
import type { SourceFile } from '../sourceFile';
import { holdingOf } from '../values';
import { isComparison, isConversion, isLookup, isRangeTest } from './callNames';

/** The literal, or the list or map with it, is the object of a method: `[404].includes(status)`, `TEXT.get(status)`. */
export function ofMethod(file: SourceFile, call: Node, place: Place): Step {
  const { name } = file.callee(call);
  const args = file.args(call);
  const shape = file.grammar.nodes.get(call.type);
  const block = shape?.is === 'call' ? part(call, shape.block) : null;
  const inner = block && file.shape(block)?.is === 'wrap' ? block.namedChild(0) : block;
  const callback = [...args, inner].find((node) => node && file.shape(node)?.is === 'function');
  // Swift: `samples.enumerated().forEach { index, code in … }`
  if (name === 'enumerated' && place.role === 'value' && args.length === 0) {
    return on(place, call, { isListed: true, indexes: [1, 0] });
  }
  // `{ 404 => Missing }.each do |status, error|`: the first parameter is the key.
  const isKey = place.role === 'key' && /^(?:each(?:_pair)?|forEach|map|flat_map)$/.test(name);
  if (callback && (isKey || place.role === 'value')) {
    const column = place.role === 'value' && place.indexes.length > 1 ? (place.indexes[0] ?? 0) : 0;
    return ofParameter(file, callback, column, place, isKey ? 'key of' : 'item of');
  }
  if (place.role === 'key' && /^(?:items|entries|iter|into_iter)$/.test(name) && args.length === 0) {
    return on(place, call);
  }
  if (place.role === 'key' && /^(?:keys|keySet)$/.test(name)) {
    return on(place, call, { role: 'value', isListed: true });
  }
  if (place.role === 'entry') {
    return isLookup(name) || isConversion(name)
      ? on(place, call, { role: isLookup(name) ? 'value' : 'entry' })
      : undefined;
  }
  if (place.role === 'key' ? isLookup(name) : isComparison(name)) {
    const ranged = isRangeTest(name) ? { ...place, isRanged: true } : place;
    for (const arg of args) {
      const step = found(holdingOf(file, arg), place.role === 'key' ? 'key looked up by' : 'compared with', ranged);
      if (step) {
        return step;
      }
    }
  }
  const isJoined = place.isListed && /^(?:concat|plus|merge)$/.test(name);
  return (isConversion(name) && args.length === 0) || isJoined ? on(place, call) : undefined;
}
