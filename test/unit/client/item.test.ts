import { describe, expect, it } from 'vitest';
import { isHttps, itemActions, itemText, itemTexts } from '../../../client/lookup/item';
import type { LookupItem } from '../../../shared/protocol';

const limit: LookupItem = {
  entry: 'x-api-v1.1/88',
  kind: 'code',
  value: '88',
  title: 'Rate limit exceeded',
  http: 429,
  strategy: 'wait-for-reset',
  meaning: 'The window is used up.',
  fix: ['Wait until the reset time.', 'Cache what you read.'],
  sources: ['codes'],
  system: 'X API v1.1',
  verdict: 'Retry after the reset',
  link: 'https://docs.x.com/errors',
  hasHandler: true,
};

describe('texts of a line', () => {
  it('are code and title, system and status, verdict and meaning', () => {
    expect(itemTexts(limit)).toEqual({
      label: '88 Rate limit exceeded',
      description: 'X API v1.1 · HTTP 429',
      detail: 'Retry after the reset. The window is used up.',
    });
  });

  it('say a status once', () => {
    const status: LookupItem = {
      ...limit,
      kind: 'status',
      value: '429',
      title: '429 Too Many Requests',
      system: 'HTTP',
    };
    expect(itemTexts(status)).toMatchObject({ label: '429 Too Many Requests', description: 'HTTP' });
  });

  it('leave out a value that is as long as a sentence', () => {
    const type: LookupItem = {
      ...limit,
      kind: 'problem-type',
      value: 'https://api.x.com/2/problems/usage-capped',
      http: null,
    };
    expect(itemTexts(type)).toMatchObject({ label: 'Rate limit exceeded', description: 'X API v1.1' });
  });

  it('draw no icons', () => {
    const icon: LookupItem = { ...limit, title: 'Bad $(flame)', meaning: '$(bug)', system: '$(x)' };
    expect(Object.values(itemTexts(icon)).join()).not.toContain('$(');
  });
});

describe('buttons of a line', () => {
  it('are insert, copy and open', () => {
    expect(itemActions(limit, true)).toEqual(['insert', 'copy', 'open']);
  });

  it('do not offer to insert without an editor or without a handler', () => {
    expect(itemActions(limit, false)).toEqual(['copy', 'open']);
    expect(itemActions({ ...limit, hasHandler: false }, true)).toEqual(['copy', 'open']);
  });

  it.each([
    'http://x.com',
    'command:apiErrorAssist.restart',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://a b',
    '',
  ])('do not open %s', (link) => {
    expect(isHttps(link)).toBe(false);
    expect(itemActions({ ...limit, link }, false)).toEqual(['copy']);
  });
});

describe('copied text', () => {
  it('is title, meaning, verdict, steps and link', () => {
    expect(itemText(limit)).toBe(
      [
        '88 Rate limit exceeded (X API v1.1)',
        '',
        'The window is used up.',
        'Retry after the reset.',
        '',
        '- Wait until the reset time.',
        '- Cache what you read.',
        '',
        'https://docs.x.com/errors',
        '',
      ].join('\n'),
    );
  });

  it('has no empty parts', () => {
    expect(itemText({ ...limit, link: 'http://no.link', fix: [] })).toBe(
      '88 Rate limit exceeded (X API v1.1)\n\nThe window is used up.\nRetry after the reset.\n',
    );
  });
});
