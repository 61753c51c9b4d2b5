import { describe, expect, it } from 'vitest';
import { withCutTextsOpened } from '../../../server/syntax/cutTexts';

describe('a piece of a program that begins inside of a text or a comment', () => {
  it.each([
    [
      'the documentation of a function',
      'python',
      '    Moors a boat.\n\n    :param boat: the boat\n    """\n    if boat.status == 404:\n        raise Gone("""no\nberth""")\n',
      '    """rs a boat.\n',
    ],
    ['its end', 'python', "    '''\n    answer = self.pier.moor(boat)\n    return answer\n", '       \n'],
    [
      'lines that lie deeper than the end',
      'python',
      '            boat: which one\n        """\n        self.moor(boat)\n',
      '        """ boat: which one\n',
    ],
    [
      'a template',
      'typescript',
      '  boat { name length }\n`;\n\nexport async function moor(id: string) {\n  const answer = await send(`/boats/${id}`);\n  return answer;\n}\n',
      '` boat { name length }\n',
    ],
    [
      'a text block',
      'java',
      '  select name from boats\n  """;\nif (code == 404) {\n  return null;\n}\n',
      '  """ect name from boats\n',
    ],
    ['a comment', 'go', 'moors a boat and\nits crew */\nfunc moor() {\n}\n', '/*ors a boat and\n'],
    ['a comment with stars', 'php', ' * Moors a boat\n */\nfunction moor() {}\n', ' /*Moors a boat\n'],
    [
      'a body that a command is given',
      'bash',
      '    "berth": "7",\n    "boat": "\'$name\'"\n  }\')\nif [ "$code" -eq 404 ]; then\n',
      '    \'berth": "7",\n',
    ],
  ])('is read as one that opens it: %s', (_, grammar, text, firstLine) => {
    const opened = withCutTextsOpened(`tree-sitter-${grammar}`, text);
    expect(opened.length).toBe(text.length);
    const [first = ''] = text.split('\n');
    expect(opened).toBe(firstLine + text.slice(first.length + 1));
  });

  it.each([
    [
      'a text that is not closed yet',
      'python',
      'def moor(boat):\n    """\n    answer = send(boat)\n    return answer\n',
    ],
    [
      'programs in texts',
      'python',
      'def test_it(\n    run("""\nboat = moor()\nreturn boat\n""")\n    assert boat == 1\n    x = moor("""\nboat = moor()\n""")\n',
    ],
    ['what documents a piece', 'python', '    """\n    Moors a boat, and\n    its crew.\n    """\n    return {\n'],
    [
      'a page',
      'tsx',
      '  <p>{name}</p>\n    )}\n  ) : (\n<style>{`\n  .boat {\n    color: red;\n  }\n  p { margin: 0; }\n',
    ],
    ['a pattern of files', 'typescript', "  include: ['src/**/*.ts'],\n  boats: [\n"],
    ['a command', 'bash', '  echo "moor"\n  }\'\nfi\n'],
    ['a language without such texts', 'ruby', 'moors a boat\n*/\n"""\nboat = 1\n'],
    ['what is too long', 'python', `moors a boat\n"""\n${'boat = moor()\n'.repeat(10_000)}`],
  ])('is not: %s', (_, grammar, text) => {
    expect(withCutTextsOpened(`tree-sitter-${grammar}`, text)).toBe(text);
  });
});
