import { describe, expect, it } from 'vitest';
import { withPlainStrings } from '../../../server/syntax/rawStrings';
import { SyntaxService } from '../../../server/syntax/syntax';
import { readGrammar } from '../support';

const raw = 'let day = #"^\\d{4}"$"#\nlet text = ##"""\n a "#" b\n"""##\nfunc f() { if code == 404 { stop() } }\n';

async function shapeOf(syntax: SyntaxService, text: string): Promise<string> {
  const tree = await syntax.parse('swift', text);
  if (!tree) {
    throw new Error('not parsed');
  }
  const { rootNode } = tree;
  const shape = `${rootNode.endIndex.toString()} ${rootNode.hasError.toString()} ${rootNode.toString()}`;
  tree.delete();
  return shape;
}

describe('raw strings of Swift', () => {
  it('are read after other texts as they are read first', async () => {
    const first = await shapeOf(new SyntaxService(readGrammar), raw);
    const syntax = new SyntaxService(readGrammar);
    await shapeOf(syntax, 'let a = "b"\nfunc g() { }\n');
    expect(await shapeOf(syntax, raw)).toBe(first);
    expect(first).toContain(`${raw.length.toString()} false`);
    expect(first).toContain('if_statement');
  });

  it('become plain ones of the same length, each at its place', () => {
    const plain = withPlainStrings('tree-sitter-swift', raw);
    expect(plain.length).toBe(raw.length);
    expect(plain.split('\n')[0]).toBe(`let day =  "^'d{4}'$" `);
    expect(plain.indexOf('func')).toBe(raw.indexOf('func'));
    expect(withPlainStrings('tree-sitter-kotlin', raw)).toBe(raw);
  });

  it('are left alone where there are too many of them', () => {
    const many = '#"'.repeat(200_000);
    expect(withPlainStrings('tree-sitter-swift', many)).toBe(many);
  });
});
