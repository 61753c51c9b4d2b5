const decides = /\bidempotent(?:: |=)(?:true|false|True|False)\b/g;
const settings =
  /\b(idempotent|retries|base_?[dD]elay|cap|jitter|total_?[tT]ime)(: |=)(true|false|True|False|[\d_.]+)/g;

/**
 * The text of an edit as a snippet: the settings of the wrapped call become places that Tab walks through, and the
 * cursor ends behind the call. Undefined for a text that should stay as it is: one without settings, and one of
 * several lines, since VS Code indents the lines of a snippet once more.
 */
export function snippetOf(newText: string): string | undefined {
  const found = [...newText.matchAll(decides)];
  const start = found[0]?.index;
  if (start === undefined || found.length > 1 || newText.includes('\n')) {
    return undefined;
  }
  let place = 0;
  // What stands before belongs to the call itself, whatever its names are.
  const own = escapeSnippet(newText.slice(start)).replace(
    settings,
    (_, name: string, separator: string, value: string) => `${name}${separator}\${${String(++place)}:${value}}`,
  );
  return `${escapeSnippet(newText.slice(0, start))}${own}$0`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
