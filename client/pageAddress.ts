/** Scheme of the read-only documents that show an entry. */
export const pageScheme = 'api-error-assist';

/** The path of an entry's page. The file name makes VS Code treat it as Markdown. */
export function pagePath(entry: string): string {
  return `/${entry}.md`;
}

/** The entry of a page's path, undefined when the path is none of ours. */
export function pageEntry(path: string): string | undefined {
  return /^\/(.+\/.+)\.md$/s.exec(path)?.[1];
}
