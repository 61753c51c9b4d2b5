import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languageOfFile } from '../../../server/recogniser/languages';
import { Declarations } from '../../../server/recogniser/source/declarations';
import { grammars } from '../../../server/recogniser/source/languages';
import { SyntaxService } from '../../../server/syntax/syntax';
import { versions } from '../../unit/rules/ruleReadings';
import { readGrammar } from '../../unit/support';

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url));
const files = (await readdir(corpus, { recursive: true }))
  .filter((file) => /(?:^|\/)source\/.*\.\w+$/.test(file) && grammars.has(languageOfFile(file) ?? ''))
  .sort();

describe('declarations that are kept from one version of a text to the next', () => {
  it('are, after each of many edits, those of the text when it is cut anew', async () => {
    const syntax = new SyntaxService(readGrammar);
    let edits = 0;
    let kept = 0;
    for (const [seed, file] of files.filter((_, index) => index % 5 === 0).entries()) {
      const languageId = languageOfFile(file) ?? '';
      const grammar = grammars.get(languageId);
      const text = await readFile(join(corpus, file), 'utf8');
      const declarations = new Declarations(0);
      for (const version of grammar ? versions(text, 20, seed + 1) : []) {
        const tree = await syntax.parse(languageId, version);
        if (!tree || !grammar) {
          continue;
        }
        const change = syntax.changeTo(languageId, version);
        const cut = (by: Declarations) =>
          by.groupsOf(version, tree.rootNode, grammar, change, new Set()).map(({ group, stretches, members }) => ({
            stretches: stretches.map(({ start, end, isShared }) => ({ start, end, isShared })),
            units: group.units.map((unit) => ({ ...unit, words: [...unit.words] })),
            starts: group.starts,
            members,
          }));
        expect(cut(declarations), `${file}\n${version}`).toEqual(cut(new Declarations(0)));
        edits++;
        kept += change && change.start > 0 ? 1 : 0;
        tree.delete();
      }
    }
    expect(edits).toBeGreaterThan(500);
    expect(kept).toBeGreaterThan(edits / 2);
  });
});
