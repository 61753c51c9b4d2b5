/**
 * The text of an edit as a snippet: the settings of the wrapped call become places that Tab walks through, and the
 * cursor ends behind the call. Undefined for a text that should stay as it is: one without settings, and one of
 * several lines, since VS Code indents the lines of a snippet once more.
 */
export function snippetOf(newText: string): string | undefined {
  if (newText.includes('\n')) {
    return undefined;
  }
  let place = 0;
  const snippet = escapeSnippet(newText).replace(
    /\b(idempotent(?:: |=))(true|false|True|False)\b/g,
    (_, name: string, value: string) => `${name}\${${String(++place)}:${value}}`,
  );
  return place === 1 ? `${snippet}$0` : undefined;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
