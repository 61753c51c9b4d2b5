export function isGreek(c: string) {
  const code = c.charCodeAt(0);
  return code === 913 || code === 404 || (code > 880 && code < 1023);
}
export const keyOf = (e: KeyboardEvent) => (e.keyCode === 187 ? '+' : e.keyCode === 88 ? 'x' : e.key);
