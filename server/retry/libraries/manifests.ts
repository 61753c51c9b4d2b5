/** A file in which a project names the libraries that it depends on. */
export interface Manifest {
  /** Its name in any folder, in which `*` stands for the folder's own. */
  readonly name: string;
  readonly text: string;
}

/** Names of manifests by the name of a language's folder of handlers. */
export const manifestNames: Readonly<Record<string, readonly string[]>> = {
  typescript: ['package.json'],
  javascript: ['package.json'],
  python: ['requirements.txt', 'pyproject.toml', 'setup.cfg', 'setup.py', 'Pipfile'],
  go: ['go.mod'],
  java: ['pom.xml', 'build.gradle', 'build.gradle.kts'],
  rust: ['Cargo.toml'],
  ruby: ['Gemfile', '*.gemspec'],
  php: ['composer.json'],
};

/** Whether a manifest names a library among those that the project depends on. */
export function dependsOn({ name, text }: Manifest, library: string): boolean {
  return name.endsWith('.json') ? isKeyOfJson(text, library) : isNamedIn(text, library);
}

const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies', 'require'];

function isKeyOfJson(text: string, library: string): boolean {
  try {
    const manifest = Object(JSON.parse(text)) as Record<string, unknown>;
    return sections.some((section) => Object.hasOwn(Object(manifest[section]) as object, library));
  } catch {
    // A manifest that is being written names nothing yet.
    return false;
  }
}

/**
 * The name where a manifest lists a library: at the start of a line or of a string, or as a tag or a table of its own,
 * and followed by a version or by nothing. Names are the same with `-` and `_`.
 */
function isNamedIn(text: string, library: string): boolean {
  const code = text.replaceAll(/.*\/\/ indirect$/gm, '').replaceAll(/(?:#|\/\/ ).*/g, '');
  const name = library.replaceAll('.', '\\.').replaceAll(/[-_]/g, '[-_]');
  const before = '(?:^[ \\t]*(?:require )?|["\'>:]|dependencies\\.)';
  const after = '(?:["\'<:\\]]|[ \\t]*(?:[=<>~!;[]|$)| v\\d)';
  return new RegExp(before + name + after, 'im').test(code);
}
