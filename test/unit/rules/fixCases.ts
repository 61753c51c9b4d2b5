import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isRuleCode, type RuleCode } from '../../../shared/rules';

/**
 * A piece of source with a mistake, and what its fix makes of it. In a `.fixes` file each begins with a heading, `## ` and
 * what it is; a line `---` parts the two texts. Without that line no fix may be offered.
 */
export interface FixCase {
  readonly language: string;
  readonly rule: RuleCode;
  readonly title: string;
  readonly before: string;
  /** Undefined: there is no fix. */
  readonly after: string | undefined;
}

/** The cases below a folder that holds a folder for each language id, and in it a file for each rule. */
export async function readFixCases(folder: string): Promise<FixCase[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.fixes')).sort();
  const cases = await Promise.all(
    files.map(async (file): Promise<FixCase[]> => {
      const [language = '', name = ''] = file.split(sep);
      const rule = name.slice(0, -'.fixes'.length);
      if (!isRuleCode(rule)) {
        throw new Error(`${file}: there is no rule ${rule}`);
      }
      const [, ...parts] = (await readFile(join(folder, file), 'utf8')).split(/^## /m);
      return parts.map((part) => {
        const [title = '', ...lines] = part.trimEnd().split('\n');
        const border = lines.indexOf('---');
        const textOf = (some: readonly string[]) => `${some.join('\n').trim()}\n`;
        const before = textOf(border < 0 ? lines : lines.slice(0, border));
        return { language, rule, title, before, after: border < 0 ? undefined : textOf(lines.slice(border + 1)) };
      });
    }),
  );
  return cases.flat();
}
