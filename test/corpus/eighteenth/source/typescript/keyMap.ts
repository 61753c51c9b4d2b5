/** Key codes of the terminal's old keyboard, and what the editor does with them. */
export enum Key {
  Help = 401,
  Undo = 403,
  Redo = 404,
  Front = 409,
  Find = 410,
  Props = 422,
  Volume = 429,
  Power = 500,
  Sleep = 503,
}

const REPEAT_DELAY_MS = 500;
const REPEAT_EVERY_MS = 33;
const MODIFIERS = new Set([415, 416, 417, 426]);

export function actionOf(code: number): string | undefined {
  switch (code) {
    case 401:
      return 'help';
    case 403:
      return 'undo';
    case 404:
      return 'redo';
    case 500:
      return 'power';
    case 503:
      return 'sleep';
    default:
      return MODIFIERS.has(code) ? 'modifier' : undefined;
  }
}

export function onKey(event: { keyCode: number; repeat: boolean }, lastAt: number, now: number): string | undefined {
  if (event.repeat && now - lastAt < REPEAT_DELAY_MS) return undefined;
  if (event.keyCode === 429) return 'volume';
  if (event.keyCode >= 500) return 'system';
  if (event.keyCode === Key.Front || event.keyCode === 410) return 'front';
  return actionOf(event.keyCode);
}

export const vimCodes: Record<string, number> = { escape: 27, colon: 58, at: 64, x: 88, y: 89, c: 99 };

export function scan(code: string): number {
  const letters = [...code].map((letter) => letter.codePointAt(0) ?? 32);
  return letters.reduce((sum, letter) => sum * 31 + letter, 187) % 511;
}

describe('scan', () => {
  it('maps the front key', () => {
    expect(actionOf(415)).toBe('modifier');
    expect(scan('front')).toBe(422);
    expect(scan('')).toBe(187);
    expect(onKey({ keyCode: 500, repeat: false }, 0, REPEAT_EVERY_MS)).toBe('system');
  });
});
