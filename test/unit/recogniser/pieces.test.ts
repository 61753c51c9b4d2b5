import { describe, expect, it } from 'vitest';
import { grammars } from '../../../server/recogniser/source/languages';
import { piecesBetween } from '../../../server/recogniser/source/pieces';
import { SyntaxView } from '../../../server/recogniser/source/syntaxView';
import { SyntaxService } from '../../../server/syntax/syntax';
import { readGrammar } from '../support';

const syntax = new SyntaxService(readGrammar);

/** A text with a mark before each of its pieces: `|` and how deep it lies. */
async function marked(languageId: string, text: string, longest = 0): Promise<string> {
  const tree = await syntax.parse(languageId, text);
  const grammar = grammars.get(languageId);
  if (!tree || !grammar) {
    throw new Error(`no grammar for ${languageId}`);
  }
  const pieces = piecesBetween(new SyntaxView(text, tree.rootNode, grammar), 0, text.length, longest);
  tree.delete();
  return pieces
    .map(({ start, depth, role }, index) => {
      const written = text.slice(start, pieces[index + 1]?.start ?? text.length);
      return `|${depth}${role === 'whole' ? '' : ` ${role}`} ${written.replace(/\s+/g, ' ').trim()}`;
    })
    .join('\n');
}

describe('the pieces of a class', () => {
  it.each([
    [
      'java',
      'import a.B;\npublic class C extends D {\n  int most = 3;\n  /** Sends. */\n  void send() { }\n\n  int more() { return 1; }\n}\nclass E { }\n',
      '|0 import a.B;\n|0 head public class C extends D {\n|1 int most = 3;\n|1 /** Sends. */\n|1 void send() { }\n|1 int more() { return 1; }\n|0 tail }\n|0 class E { }',
    ],
    [
      'typescript',
      'export class C {\n  a = 1;\n\n  async b() {}\n}\nfoo();\n',
      '|0 head export class C {\n|1 a = 1;\n|1 async b() {}\n|0 tail }\n|0 foo();',
    ],
    [
      'python',
      'class C:\n    """Text."""\n\n    @property\n    def a(self):\n        return 1\n\n    def b(self):\n        return 2\n\nx = 1\n',
      '|0 head class C:\n|1 """Text."""\n|1 @property def a(self): return 1\n|1 def b(self): return 2\n|0 x = 1',
    ],
    [
      'ruby',
      'module A\n  class B\n    def c; 1; end\n    def d; 2; end\n  end\n  X = 1\nend\n',
      '|0 head module A\n|1 head class B\n|2 def c; 1; end\n|2 def d; 2; end\n|1 tail end\n|1 X = 1\n|0 tail end',
    ],
    [
      'csharp',
      'using A;\nnamespace B\n{\n    class C\n    {\n        int d;\n        void E() { }\n    }\n    class F { }\n}\n',
      '|0 using A;\n|0 head namespace B {\n|1 head class C {\n|2 int d;\n|2 void E() { }\n|1 tail }\n|1 class F { }\n|0 tail }',
    ],
    [
      'kotlin',
      'class C(val a: Int) {\n    val b = 1\n    fun d() = 2\n}\n',
      '|0 head class C(val a: Int) {\n|1 val b = 1\n|1 fun d() = 2\n|0 tail }',
    ],
    [
      'swift',
      'struct C {\n    let b = 1\n    func d() { }\n}\n',
      '|0 head struct C {\n|1 let b = 1\n|1 func d() { }\n|0 tail }',
    ],
    [
      'rust',
      'impl C {\n    pub fn new() -> C { C }\n    fn d(&self) { }\n}\n',
      '|0 head impl C {\n|1 pub fn new() -> C { C }\n|1 fn d(&self) { }\n|0 tail }',
    ],
    [
      'php',
      '<?php\nclass C\n{\n    const A = 1;\n    function b() { }\n}\n',
      '|0 <?php\n|0 head class C {\n|1 const A = 1;\n|1 function b() { }\n|0 tail }',
    ],
    ['java', 'class C { int a; int b; }\n', '|0 head class C {\n|1 int a;\n|1 int b;\n|0 tail }'],
  ])('in %s', async (languageId, text, pieces) => {
    expect(await marked(languageId, text)).toBe(pieces);
  });

  it('is one where the class is short', async () => {
    const text = 'class C {\n  a = 1;\n\n  b() {}\n}\n';
    expect(await marked('javascript', text, 1_000)).toBe('|0 class C { a = 1; b() {} }');
  });

  it('is one where nothing closes the class or it has no two members', async () => {
    expect(await marked('java', 'class C {\n  int a;\n')).toBe('|0 class C { int a;');
    expect(await marked('java', 'class C {\n  void a() { }\n  int b;\n')).toBe(
      '|0 head class C {\n|1 void a() { }\n|1 int b;',
    );
  });
});
