/**
 * Text as literal Markdown: nothing in it becomes formatting, a link, HTML or a command. Line ends become spaces, so
 * that no line can begin a block.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_{}[\]()#+!|~<>&$-]/g, (character) =>
        character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
      )
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      // VS Code turns bare addresses into links, those of mail too. A zero-width space keeps them text.
      .replace(/\b(https?|ftp|mailto|command|www)([:.])/gi, '$1\u200b$2')
      .replace(/(?<=[\w.+-])@(?=\w)/g, '@\u200b')
  );
}

/** Text as a code span. */
export function code(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const longestRun = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const space = longestRun > 0 ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** A link to an https address; empty for any other address. */
export function link(label: string, address: string | undefined): string {
  return address !== undefined && /^https:\/\/[^\s<>()"'`\\]+$/.test(address)
    ? `[${escapeMarkdown(label)}](${address})`
    : '';
}

/** A link that runs a command with one argument. The caller has checked that the command is allowed. */
export function commandLink(label: string, command: string, argument: unknown): string {
  const json = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `[${escapeMarkdown(label)}](command:${command}?${json})`;
}
