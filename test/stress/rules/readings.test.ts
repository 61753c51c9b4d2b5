import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SourceReadings } from '../../../server/recogniser/source/sourceRecogniser';
import { languageOfFile } from '../../../server/recogniser/languages';
import { grammars } from '../../../server/recogniser/source/languages';
import { ruleLanguage } from '../../../server/rules/languages';
import { RuleReadings } from '../../../server/rules/readings';
import { readRuleCases } from '../../corpus/rules/cases';
import { GroupReadings } from '../../../server/recogniser/source/groupReadings';
import { check, recognise, versions } from '../../unit/rules/ruleReadings';

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url));
const files = (await readdir(corpus, { recursive: true }))
  .filter((file) => /(?:^|\/)source\/.*\.\w+$/.test(file) && grammars.has(languageOfFile(file) ?? ''))
  .sort();
const texts = await Promise.all(
  files.map(async (file) => ({
    name: file,
    languageId: languageOfFile(file) ?? '',
    text: await readFile(join(corpus, file), 'utf8'),
  })),
);
const cases = (await readRuleCases(join(corpus, 'rules'))).map(({ language, rule, title, text }) => ({
  name: `${language}/${rule}: ${title}`,
  languageId: language,
  text,
}));

describe('rules that keep what they found in a group of declarations', () => {
  it('find in the groups of a text what they find in all of it', async () => {
    const differing: string[] = [];
    for (const { name, languageId, text } of [
      ...texts.filter(({ languageId }) => ruleLanguage(languageId)),
      ...cases,
    ]) {
      const places = async (readings: RuleReadings) =>
        (await check(readings, languageId, text)).map(({ rule, range }) => `${rule} ${range.start} ${range.end}`);
      const [whole, parts] = [await places(new RuleReadings(Infinity)), await places(new RuleReadings(0))];
      if (whole.join() !== parts.join()) {
        const only = (these: string[], those: string[]) => these.filter((place) => !those.includes(place)).join(', ');
        differing.push(`${name}: missing ${only(whole, parts)}; more ${only(parts, whole)}`);
      }
    }
    expect(differing).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
    expect(cases.length).toBeGreaterThan(500);
  });

  it('read a file of very many statements', async () => {
    const text = `import requests\n${'a()\n'.repeat(150_000)}requests.get(url)\n`;
    const found = await check(new RuleReadings(), 'python', text);
    expect(found.map(({ rule }) => rule)).toEqual(['no-timeout']);
  });

  it('find after each of many edits what they find when they begin anew', async () => {
    const chosen = [...texts, ...cases].filter((_, index) => index % 20 === 0);
    expect(chosen.length).toBeGreaterThan(20);
    for (const [seed, { name, languageId, text }] of chosen.entries()) {
      const readings = new RuleReadings(0);
      for (const version of versions(text, 12, seed + 1)) {
        const kept = await check(readings, languageId, version);
        expect(kept, `${name}\n${version}`).toEqual(await check(new RuleReadings(0), languageId, version));
      }
    }
  });
});

describe('a recogniser that keeps what it found in a group of declarations', () => {
  it('finds in the groups of a text what it finds in all of it', async () => {
    const differing: string[] = [];
    for (const { name, languageId, text } of [...texts, ...cases]) {
      const whole = await recognise(new GroupReadings(Infinity), languageId, text);
      const parts = await recognise(new GroupReadings(0), languageId, text);
      const list = (findings: typeof whole) => findings.map((finding) => JSON.stringify(finding));
      const only = (these: string[], those: string[]) => these.filter((one) => !those.includes(one)).join('\n  ');
      if (list(whole).join() !== list(parts).join()) {
        differing.push(
          `${name}: missing\n  ${only(list(whole), list(parts))}\nmore\n  ${only(list(parts), list(whole))}`,
        );
      }
    }
    expect(differing).toEqual([]);
  });

  it('finds after each of many edits what it finds when it begins anew', async () => {
    const chosen = [...texts, ...cases].filter((_, index) => index % 20 === 0);
    for (const [seed, { name, languageId, text }] of chosen.entries()) {
      const readings: SourceReadings = new GroupReadings(0);
      for (const version of versions(text, 12, seed + 1)) {
        const kept = await recognise(readings, languageId, version);
        expect(kept, `${name}\n${version}`).toEqual(await recognise(new GroupReadings(0), languageId, version));
      }
    }
  });
});
