import { describe, expect, it } from 'vitest';
import { Answers } from '../../../server/recogniser/source/answers';
import { changeBetween } from '../../../server/syntax/textChange';
import { randomNumbers } from '../support';

const filling = 'call(one, two);\n'.repeat(1_500);
const signs = [/^import tenacity$/m, /\bretry\(\s*3/, 'tenacity', /^# first/, /last$/, /one, (?!two)/];
const pieces = ['import tenacity\n', 'retry(\n  3)', 'tenacity', '# first', 'last', 'one, three', '\n', 'x'];

describe('what a document says', () => {
  it('is known after each edit as if it were asked anew', () => {
    const random = randomNumbers(5);
    const answers = new Answers();
    let text = filling + filling;
    answers.turnTo(text, undefined);
    let count = 0;
    for (let round = 0; round < 400; round++) {
      const start = [0, text.length, filling.length, random(text.length)][random(4)] ?? 0;
      const removed = round % 2 === 0 ? 0 : random(40);
      const after = text.slice(0, start) + (pieces[random(pieces.length)] ?? '') + text.slice(start + removed);
      const changes = answers.changes;
      const said = signs.map((sign) => answers.says(sign));
      answers.turnTo(after, { before: text, ...changeBetween(text, after) });
      const anew = new Answers();
      anew.turnTo(after, undefined);
      const now = signs.map((sign) => answers.says(sign));
      expect(now).toEqual(signs.map((sign) => anew.says(sign)));
      expect(answers.changes > changes).toBe(now.join() !== said.join());
      count += Number(now.join() !== said.join());
      // Mostly only what was just added is there.
      text = round % 3 === 0 ? after : text;
      answers.turnTo(text, undefined);
    }
    expect(count).toBeGreaterThan(50);
  });
});
