// Keyboard shortcuts of the board, by the old numeric key code.
const SPACE = 32;
const SHORTCUTS: Record<number, string> = {
  32: 'toggle',
  34: 'page-down',
  36: 'home',
  38: 'up',
  50: 'second',
  63: 'help',
  64: 'mention',
  87: 'write',
  88: 'cut',
  89: 'redo',
  186: 'semicolon',
  187: 'plus',
};

export function actionOf(event: KeyboardEvent): string | undefined {
  if (event.keyCode === SPACE || event.which === 32) return 'toggle';
  switch (event.keyCode) {
    case 34:
      return 'page-down';
    case 88:
      return event.ctrlKey ? 'cut' : 'close';
    case 187:
      return 'zoom-in';
    case 226:
      return 'backslash';
    default:
      return SHORTCUTS[event.keyCode];
  }
}

export const isQuote = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code === 34 || code === 39 || code === 187;
};
