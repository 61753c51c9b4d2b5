import { describe, expect, it } from 'vitest';
import { documentSelector, isSource } from '../../../client/documents';

describe('document selector', () => {
  it('lists schemes, so that output channels, source control and notebooks stay out', () => {
    const schemes = documentSelector.map((filter) =>
      typeof filter === 'object' && 'scheme' in filter ? filter.scheme : undefined,
    );
    expect(new Set(schemes)).toEqual(new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web']));
  });

  it('takes plain text only from files named like output, and from what was never saved', () => {
    const plain = documentSelector.filter(
      (filter) => typeof filter === 'object' && 'language' in filter && filter.language === 'plaintext',
    );
    expect(plain).toContainEqual({ scheme: 'file', language: 'plaintext', pattern: '**/*.{log,out,err,txt}' });
    expect(plain).toContainEqual({ scheme: 'untitled', language: 'plaintext' });
    expect(plain.filter((filter) => typeof filter === 'object' && !('pattern' in filter))).toHaveLength(1);
  });
});

describe('isSource', () => {
  it.each(['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python'])('%s is source', (language) => {
    expect(isSource(language)).toBe(true);
  });

  it.each(['log', 'json', 'plaintext', 'markdown', ''])('%s is none', (language) => {
    expect(isSource(language)).toBe(false);
  });
});
