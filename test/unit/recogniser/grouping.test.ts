import { describe, expect, it } from 'vitest';
import { Declarations } from '../../../server/recogniser/source/declarations';
import { grammars } from '../../../server/recogniser/source/languages';
import { SyntaxService } from '../../../server/syntax/syntax';
import { readGrammar } from '../support';

const syntax = new SyntaxService(readGrammar);

/** The groups of a text, a line each: the first word of each of its own lines, and in brackets of those it is read with. */
async function groups(text: string, linking: readonly string[] = []): Promise<string[]> {
  const tree = await syntax.parse('javascript', text);
  const grammar = grammars.get('javascript');
  if (!tree || !grammar) {
    throw new Error('no grammar');
  }
  const placed = new Declarations(0).groupsOf(text, tree.rootNode, grammar, undefined, new Set(linking));
  tree.delete();
  return placed.map(({ group, stretches, members }) =>
    members
      .map((index, number) => {
        const { start, end } = stretches[index] ?? { start: 0, end: 0 };
        const name = /\w+(?=[ (=;]*(?:\(|=|;|\d))/.exec(text.slice(start, end))?.[0] ?? '';
        return group.owns[number] ? name : `[${name}]`;
      })
      .join(' '),
  );
}

describe('the groups of a text', () => {
  it('are what is shared, and each declaration with what it names and with what is shared', async () => {
    const text = `base = 1;
function send() { return 1; }
function load() { return send(); }
function loadAll() { return load(); }
function alone() { return 2; }
`;
    expect(await groups(text)).toEqual([
      'base',
      '[base] send',
      '[base] [send] load',
      '[base] [send] [load] loadAll',
      '[base] alone',
    ]);
  });

  it('are read with what is shared calls', async () => {
    expect(await groups('main();\nfunction main() { return 1; }\nfunction other() { return 2; }\n')).toEqual([
      'main [main]',
      '[main] main',
      '[main] other',
    ]);
  });

  it('are one for declarations that call each other only as far as they are read', async () => {
    expect(await groups('function a() { b(); }\nfunction b() { a(); }\n')).toEqual(['', 'a [b]', '[a] b']);
  });

  it('are one for all that has a name whose uses decide', async () => {
    const text = `function send(code) { return code; }
function load() { return send(1); }
function save() { return send(2); }
function alone() { return 2; }
`;
    expect(await groups(text, ['send'])).toEqual(['', 'send load save', 'alone']);
  });

  it('are one for several declarations of a name', async () => {
    expect(await groups('function a() { return 1; }\nfunction b() {}\nfunction a() { return 2; }\n')).toEqual([
      '',
      'a a',
      'b',
    ]);
  });

  it('are fewer where all together would be much longer than the text', async () => {
    const shared = `long = ${'1 + '.repeat(400)}1;\n`;
    const functions = Array.from({ length: 16 }, (_, number) => `function f${number}() { return ${number}; }\n`);
    const found = await groups(shared + functions.join(''));
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThan(5);
    // Each is somebody's own, just once.
    expect(
      found
        .join(' ')
        .match(/(?<!\[)\bf\d+/g)
        ?.sort(),
    ).toEqual(functions.map((_, number) => `f${number}`).sort());
  });

  it('are whole families where very many call each other', async () => {
    const calls = Array.from({ length: 60 }, (_, number) => `f${number}();`).join(' ');
    const text = `${Array.from({ length: 60 }, (_, number) => `function f${number}() { ${calls} }\n`).join('')}function alone() { return 2; }\n`;
    const found = await groups(text);
    expect(found).toHaveLength(3);
    expect(found.at(-1)).toBe('alone');
  });
});
