import { escapeMarkdown } from '../../render/markdown';
import { print } from './terminal';
import { createService, UsageError } from './usage';

export interface ExplainOptions {
  readonly query: string;
  readonly format: string;
  readonly catalogs: readonly string[];
}

/** Prints what the catalogs say of a value. Exit code 0, also when they say nothing. */
export async function explain({ query, format, catalogs }: ExplainOptions): Promise<number> {
  if (query.trim() === '') {
    throw new UsageError('explain needs a value, such as 429 or x_daily_limit');
  }
  if (!['text', 'json', 'markdown'].includes(format)) {
    throw new UsageError(`explain has no format ${format}`);
  }
  const service = await createService(catalogs);
  const items = service.lookup(query);
  if (format === 'json') {
    const matches = items.map(({ entry, kind, value, title, http, strategy, meaning, fix, sources }) => ({
      entry, kind, value, title, http, strategy, meaning, fix, sources,
    })); // prettier-ignore
    process.stdout.write(`${JSON.stringify({ version: 1, query, matches }, null, 2)}\n`);
    return 0;
  }
  const [best, ...others] = items;
  const page = best && service.page(best.entry);
  if (!page) {
    print(`Nothing is known of ${query}.\n`);
    return 0;
  }
  const isMarkdown = format === 'markdown';
  print(isMarkdown ? page.markdown : page.plainText);
  if (others.length > 0) {
    print(isMarkdown ? '\n## Also\n\n' : '\nAlso:\n');
    for (const { entry, title, verdict } of others.slice(0, 10)) {
      print(
        isMarkdown ? `- \`${entry}\` ${escapeMarkdown(title)}. ${verdict}.\n` : `  ${entry}  ${title}. ${verdict}.\n`,
      );
    }
  }
  return 0;
}
