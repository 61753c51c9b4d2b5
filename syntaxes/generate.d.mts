/** Where the grammar is kept. */
export const grammarFile: string;
/** The grammar as text, formatted as the project formats. */
export function generate(): Promise<string>;
