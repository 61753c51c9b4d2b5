import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isRuleCode, type RuleCode } from '../../../shared/rules';

/**
 * A piece of source in which a rule must find something, or nothing. In a `.cases` file each begins with a heading:
 * `## flagged: what it is` or `## silent: what it is`. A line of a flagged one that must be marked begins with `»`.
 */
export interface RuleCase {
  readonly language: string;
  /** `any`: no rule at all may find something. */
  readonly rule: RuleCode | 'any';
  readonly title: string;
  readonly text: string;
  /** Zero-based lines that must be marked, in order. None in a silent case. */
  readonly lines: readonly number[];
}

/** The snippets below a folder that holds a folder for each language id, and in it a file for each rule. */
export async function readRuleCases(folder: string): Promise<RuleCase[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.cases')).sort();
  const cases = await Promise.all(
    files.map(async (file) => {
      const [language = '', name = ''] = file.split(sep);
      const rule = ruleOf(name.slice(0, -'.cases'.length), file);
      if (!isRuleCode(rule) && rule !== 'any') {
        throw new Error(`${file}: there is no rule ${rule}`);
      }
      return parse(await readFile(join(folder, file), 'utf8'), file).map((parsed) => ({ language, rule, ...parsed }));
    }),
  );
  return cases.flat();
}

function ruleOf(name: string, file: string): RuleCase['rule'] {
  if (!isRuleCode(name) && name !== 'any') {
    throw new Error(`${file}: there is no rule ${name}`);
  }
  return name;
}

function parse(text: string, file: string): Pick<RuleCase, 'title' | 'text' | 'lines'>[] {
  const [head = '', ...parts] = text.split(/^## (?=flagged: |silent: )/m);
  if (head.trim() !== '') {
    throw new Error(`${file}: there is text before the first heading`);
  }
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const title = part.slice(0, end);
    const body = part.slice(end + 1).split('\n');
    const lines = body.flatMap((line, number) => (line.startsWith('»') ? [number] : []));
    if (title.startsWith('flagged') !== lines.length > 0) {
      throw new Error(`${file}: "${title}" marks ${lines.length} lines`);
    }
    return { title, lines, text: body.map((line) => line.replace(/^»/, '')).join('\n') };
  });
}
