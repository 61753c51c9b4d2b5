/** What a file's first bytes tell of it. */
export type Content = 'text' | 'utf16' | 'gzip' | 'zstd' | 'binary';

export function contentOf(head: Uint8Array): Content {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) {
    return 'gzip';
  }
  if ((a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) || isSkippableFrame(head)) {
    return 'zstd';
  }
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return 'utf16';
  }
  return head.includes(0) ? 'binary' : 'text';
}

/** Zstandard's frames for other programs' data: 0x184D2A50 to 0x184D2A5F, as pzstd writes them (RFC 8878, 3.1.2). */
function isSkippableFrame([a, b, c, d]: Uint8Array): boolean {
  return a !== undefined && (a & 0xf0) === 0x50 && b === 0x2a && c === 0x4d && d === 0x18;
}

/** The name of a compressed file without what says so: its language shows in the name before. */
export function withoutCompression(path: string): string {
  return path.replace(/\.(?:gz|zst|zstd)$/i, '');
}

/** Whether a text of which nothing is known may be JSON. */
export function mayBeJson(head: Buffer): boolean {
  return /^[\ufeff\s]*[{[]/.test(head.toString('utf8'));
}

/** Whether a text is one JSON value. Several of them, or a log that begins with a bracket, are read by lines. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
