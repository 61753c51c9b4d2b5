import { expect, it } from 'vitest';
import { SystemDetector } from '../../../server/recogniser/systems';
import { changeBetween } from '../../../server/syntax/textChange';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { randomNumbers } from '../support';

const words = [
  'api.x.com',
  '/2',
  '/1.1',
  '.',
  'x',
  'api.twitter.com',
  'tweepy',
  'Twitter',
  '-',
  ' ',
  '\n',
  'é',
  'ads-api.x.com',
];

it('signs of an edited text are those that it has when it is read anew', () => {
  const systems = new SystemDetector(builtInCatalogs());
  const random = randomNumbers(5);
  const some = (count: number) => Array.from({ length: count }, () => words[random(words.length)] ?? '').join('');
  let text = some(300);
  let signs = systems.signs(text, 0, text.length);
  let found = 0;
  for (let edit = 0; edit < 300; edit++) {
    const start = random(text.length + 1);
    const next = text.slice(0, start) + some(random(4)) + text.slice(start + random(12));
    signs = systems.signsAfter(changeBetween(text, next), next, signs);
    text = next;
    expect(signs, text).toEqual(systems.signs(text, 0, text.length));
    found += signs.length;
  }
  expect(found).toBeGreaterThan(3_000);
});
