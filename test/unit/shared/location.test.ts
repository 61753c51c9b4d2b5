import { describe, expect, it } from 'vitest';
import { catalogUris } from '../../../shared/catalog/location';

const one = ['file:///home/me/project'];

describe('addresses of a catalog file', () => {
  it.each([
    ['billing.json', one, ['file:///home/me/project/billing.json']],
    ['half \ud800.json', one, ['file:///home/me/project/half%20%EF%BF%BD.json']],
    ['./docs//billing.json', one, ['file:///home/me/project/docs/billing.json']],
    ['..\\shared\\billing.json', one, ['file:///home/me/shared/billing.json']],
    ['../../../../../billing.json', one, ['file:///billing.json']],
    ['my errors #1?.json', one, ['file:///home/me/project/my%20errors%20%231%3F.json']],
    ['billing.json', ['file:///a/', 'file:///b'], ['file:///a/billing.json', 'file:///b/billing.json']],
    ['billing.json', [], []],
    ['', one, []],
    ['  ', one, []],
    ['/etc/billing.json', [], ['file:///etc/billing.json']],
    ['/etc/billing.json', one, ['file:///etc/billing.json']],
    ['C:\\api\\billing.json', one, ['file:///C:/api/billing.json']],
    ['\\\\server\\share\\billing.json', one, ['file://server/share/billing.json']],
    [
      '/etc/billing.json',
      ['vscode-remote://ssh-remote%2Bhost/home/me'],
      ['vscode-remote://ssh-remote%2Bhost/etc/billing.json'],
    ],
    ['billing.json', ['vscode-vfs://github/owner/repo'], ['vscode-vfs://github/owner/repo/billing.json']],
    ['.', ['vscode-vfs://github'], ['vscode-vfs://github/']],
  ])('%j in %j', (path, folders, expected) => {
    expect(catalogUris(path, folders)).toEqual(expected);
  });
});
