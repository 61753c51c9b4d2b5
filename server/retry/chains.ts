/** Where the links of a chain of calls begin: at the dots that stand in no brackets and no string. */
export function linkStarts(chain: string): number[] {
  let depth = 0;
  const starts: number[] = [];
  for (const { 0: char, index: at } of chain.matchAll(/"(?:[^"\\]|\\.)*"|[^]/g)) {
    depth += '([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0;
    if (char === '.' && depth === 0) {
      starts.push(at);
    }
  }
  return starts;
}

/** What is called on a result, with a line for each link. */
export function breakLinks(links: string, newline: string): string {
  const starts = linkStarts(links);
  const broken = starts.map((start, index) => newline + links.slice(start, starts[index + 1]));
  return links.slice(0, starts[0] ?? links.length) + broken.join('');
}

/** A chain that begins by making a builder, which stays beside what makes it, with a line for each further link. */
export function breakBuilder(chain: string, newline: string): string {
  const starts = linkStarts(chain);
  const first = chain.indexOf('(');
  const head = starts.find((start) => start > first) ?? chain.length;
  return chain.slice(0, head) + breakLinks(chain.slice(head), newline);
}
