import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandIds } from '../../client/commands/ids';
import { documentSelector, languages, schemes } from '../../client/documents';
import { defaultSettings, linkCommands, settingsSection } from '../../shared/protocol';

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Command {
  readonly command: string;
  readonly title?: string;
  readonly category?: string;
  readonly when?: string;
}

interface Manifest {
  readonly type?: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly Command[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
const { commands, menus, configuration } = manifest.contributes;

describe('manifest', () => {
  it('has the settings of the settings type, with their defaults, and the one that the library reads', () => {
    const defaults = Object.entries(configuration.properties).map(([name, property]) => [name, property.default]);
    const expected = Object.entries<unknown>({ ...defaultSettings, 'trace.server': 'messages' });
    expect(new Map(defaults as [string, unknown][])).toEqual(
      new Map(expected.map(([name, value]) => [`${settingsSection}.${name}`, value])),
    );
  });

  it('describes every value that a setting can have', () => {
    for (const [name, property] of Object.entries(configuration.properties)) {
      expect(property.enumDescriptions?.length, name).toBe(property.enum?.length);
    }
  });

  it('does not let an untrusted workspace name catalog files', () => {
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual([`${settingsSection}.catalogs`]);
  });

  it('has the commands that are registered', () => {
    expect(commands.map(({ command }) => command).sort()).toEqual(Object.values(commandIds).sort());
    expect(commands.every(({ category }) => category === 'API Error Assist')).toBe(true);
  });

  it('has the commands that links may run', () => {
    expect(Object.values(commandIds)).toEqual(expect.arrayContaining(Object.values(linkCommands)));
  });

  it('has only its own commands in menus', () => {
    const inMenus = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    expect(Object.values(commandIds)).toEqual(expect.arrayContaining(inMenus));
  });

  it('is activated for the languages whose documents the server sees', () => {
    const activated = manifest.activationEvents.map((event) => event.replace(/^onLanguage:/, ''));
    expect([...activated].sort()).toEqual([...languages].sort());
    const selected = documentSelector.map((filter) =>
      typeof filter === 'object' && 'language' in filter ? filter.language : '',
    );
    expect([...new Set(selected)].sort()).toEqual([...languages].sort());
  });

  it('offers to explain in the documents that the server sees', () => {
    const when = menus['editor/context']?.find(({ command }) => command === commandIds.explain)?.when;
    expect(when).toBe(`editorLangId =~ /^(${languages.join('|')})$/ && resourceScheme =~ /^(${schemes.join('|')})$/`);
  });

  it('does not call the bundles ES modules, which they are not', () => {
    expect(manifest.type ?? 'commonjs').toBe('commonjs');
  });

  it('is typed by the oldest VS Code that it runs in', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode'] ?? ''}.0`);
  });
});
