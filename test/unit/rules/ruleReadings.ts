import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { CatalogSet } from '../../../shared/catalog/catalogSet';
import type { Finding } from '../../../shared/finding';
import { atOnce } from '../../../server/recogniser/paced';
import { Recogniser } from '../../../server/recogniser/recogniser';
import { Placed } from '../../../server/recogniser/source/placed';
import type { SourceReadings } from '../../../server/recogniser/source/sourceRecogniser';
import { NearMisses } from '../../../server/rules/nearMisses';
import type { RuleReadings } from '../../../server/rules/readings';
import type { RuleFinding } from '../../../server/rules/rule';
import { SyntaxService } from '../../../server/syntax/syntax';
import { randomNumbers, readGrammar } from '../support';

const catalogs = new CatalogSet(builtInCatalogs());
const syntax = new SyntaxService(readGrammar);
const recogniser = new Recogniser(catalogs, syntax);
const nearMisses = new NearMisses(catalogs);

/** What all rules find in a text, by readings that may know earlier versions of it. */
export async function check(readings: RuleReadings, languageId: string, text: string): Promise<readonly RuleFinding[]> {
  const { placed: findings = Placed.of<Finding>([]) } = await recogniser.recognise(languageId, text);
  const tree = await syntax.parse(languageId, text);
  const parse = await syntax.partParser(languageId);
  const entry = (id: string) => catalogs.get(id);
  const nearMiss: Parameters<RuleReadings['check']>[0]['nearMiss'] = (code, says) => nearMisses.of(code, says);
  const change = syntax.changeTo(languageId, text);
  const input = { text, languageId, change, findings, entry, nearMiss, parse };
  const found = tree && atOnce(readings.check({ ...input, tree }, () => true));
  tree?.delete();
  return found?.all ?? [];
}

/** The findings of a text, by readings that may know earlier versions of it, with the errors numbered in their order. */
export async function recognise(readings: SourceReadings, languageId: string, text: string): Promise<Finding[]> {
  const { findings } = await recogniser.recognise(languageId, text, undefined, readings);
  const groups = [...new Set(findings.map(({ group }) => group))];
  return findings.map((finding) => ({ ...finding, group: groups.indexOf(finding.group) }));
}

/** What people type, and what they should not. */
const typed = ['', '4', 'status', '\n', ' ', '(', ')', '{', '}', '"', '// x\n', ' == 404', '😀', 'fetch(url)', ';'];

/** Versions of a text, each an edit of the one before: the same for the same seed. */
export function* versions(text: string, count: number, seed: number): Generator<string> {
  const random = randomNumbers(seed);
  let version = text;
  for (let round = 0; round < count; round++) {
    const start = random(version.length + 1);
    const end = Math.min(version.length, start + (round % 3 === 0 ? random(40) : 0));
    // Whole lines come back elsewhere, so that names are declared twice.
    const lines = text.split('\n');
    const added = round % 4 === 1 ? (lines[random(lines.length)] ?? '') : (typed[random(typed.length)] ?? '');
    version = version.slice(0, start) + added + version.slice(end);
    yield version;
    // What breaks the syntax is mostly put right at once.
    version = round % 2 === 0 ? text : version;
  }
}
