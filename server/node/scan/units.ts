import { isUtf8 } from 'node:buffer';

/**
 * A byte for each UTF-16 unit that bytes stand for, 255 for what is not ASCII. Undefined when they are no UTF-8. To ask
 * the text for its units takes many times as long.
 */
export function unitsOfUtf8(bytes: Uint8Array): Uint8Array | undefined {
  if (!isUtf8(bytes)) {
    return undefined;
  }
  const units = new Uint8Array(bytes.length);
  let length = 0;
  // By index, as the iterator of a buffer takes ten times as long.
  for (let offset = 0; offset < bytes.length; offset++) {
    const byte = bytes[offset] ?? 0;
    if (byte < 0x80) {
      units[length++] = byte;
    } else if (byte >= 0xc0) {
      // What takes four bytes is a pair of units.
      units[length++] = 255;
      if (byte >= 0xf0) {
        units[length++] = 255;
      }
    }
  }
  return units.subarray(0, length);
}

/** How many UTF-16 units bytes in UTF-8 stand for. */
export function countUnits(bytes: Uint8Array): number {
  let count = bytes.length;
  for (let offset = 0; offset < bytes.length; offset++) {
    const byte = bytes[offset] ?? 0;
    count += byte >= 0xf0 ? 1 : byte >= 0x80 && byte < 0xc0 ? -1 : 0;
  }
  return count;
}
