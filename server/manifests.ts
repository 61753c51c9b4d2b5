/** A file in which a project names the libraries that it depends on. */
export interface Manifest {
  /** Its name in any folder, in which `*` stands for the folder's own. */
  readonly name: string;
  readonly text: string;
}

const script = ['package.json'];
const jvm = ['pom.xml', 'build.gradle', 'build.gradle.kts', 'gradle/libs.versions.toml'];

/** Names of manifests by the name of a language's folder of handlers. */
export const manifestNames: Readonly<Record<string, readonly string[]>> = {
  typescript: script,
  javascript: script,
  python: ['requirements.txt', 'pyproject.toml', 'setup.cfg', 'setup.py', 'Pipfile'],
  go: ['go.mod'],
  java: jvm,
  kotlin: jvm,
  csharp: ['*.csproj', 'Directory.Packages.props', 'packages.config'],
  rust: ['Cargo.toml'],
  ruby: ['Gemfile', '*.gemspec'],
  php: ['composer.json'],
  swift: ['Package.swift', 'Podfile'],
};

/** Whether a manifest names a library among those that the project depends on. */
export function dependsOn(manifest: Manifest, library: string): boolean {
  return dependenciesOf(manifest).has(packageName(library));
}

/** What a manifest says the project depends on, each as {@link packageName} spells it. What it is about besides names none. */
export function dependenciesOf({ name, text }: Manifest): ReadonlySet<string> {
  const read = name.endsWith('.json')
    ? namesInJson
    : (readers.get(name) ?? readers.get(/\.\w+$/.exec(name)?.[0] ?? ''));
  return new Set([...(read?.(text) ?? [])].map(packageName));
}

/** One spelling for the name of a package: registries make no difference between cases, `-` and `_`. */
export function packageName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

type ReadNames = (text: string) => Iterable<string>;

const sections = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'require',
  'require-dev',
];

function namesInJson(text: string): string[] {
  try {
    const manifest = Object(JSON.parse(text)) as Record<string, unknown>;
    return sections.flatMap((section) => Object.keys(Object(manifest[section]) as object));
  } catch {
    // A manifest that is being written names nothing yet.
    return [];
  }
}

/** A name with what may follow it where Python asks for a package: extras, versions, an address. */
const requirement = /^\s*([A-Za-z][\w.-]*)\s*(?:\[|[=<>~!;@,(]|#|$)/;

function* requirements(texts: Iterable<string>): Generator<string> {
  for (const text of texts) {
    const name = requirement.exec(text)?.[1];
    if (name !== undefined) {
      yield name;
    }
  }
}

const quoted = /"([^"\n]*)"|'([^'\n]*)'/g;

function stringsIn(text: string): string[] {
  return [...text.matchAll(quoted)].map(([, double, single]) => double ?? single ?? '');
}

/** Tables of TOML whose keys are packages, or names of groups with a list of packages each. */
const tableOfNames = /(?:^|\.)(?:(?:[\w-]+-)?dependencies|dependency-groups|(?:dev-)?packages|libraries)$/;
const headingOfName = /dependencies\.["']?([\w.-]+)["']?$/;

/** Names in TOML, which is read by lines: that takes a manifest that is being written, too. */
function* namesInToml(text: string): Generator<string> {
  let table = '';
  let isList = false;
  for (const line of text.split('\n')) {
    const code = line.replace(/(?<=^[^"']*)#.*/, '');
    const heading = isList ? undefined : /^\s*\[{1,2}([^[\]]+)\]/.exec(code)?.[1]?.trim();
    if (heading !== undefined) {
      table = heading;
      yield headingOfName.exec(table)?.[1] ?? '';
      continue;
    }
    const [, key = '', value = code] = /^\s*["']?([\w.-]+)["']?\s*=\s*(.*)$/.exec(isList ? '' : code) ?? [];
    const isOfNames = tableOfNames.test(table) || (table === 'project' && (isList || key === 'dependencies'));
    if (!isOfNames) {
      continue;
    }
    if (isList || value.startsWith('[')) {
      yield* requirements(stringsIn(value));
      isList = !code.replaceAll(quoted, '').includes(']');
    } else {
      yield key.replace(/\.\w+$/, '');
      yield* coordinates(value);
    }
  }
}

/** What stands in the brackets behind a name that speaks of requirements: `install_requires=[...]`, `TEST_DEPENDS = (...)`. */
function* namesInSetup(text: string): Generator<string> {
  const code = text.replaceAll(/^\s*#.*/gm, '');
  for (const { 0: opening, index } of code.matchAll(/\w*(?:requir|depend)\w*\s*=\s*[[({]/gi)) {
    const part = code.slice(index + opening.length, index + mostOfSetup);
    let depth = 1;
    const end = [...part.matchAll(/[[({]|[\])}]/g)].find(
      ([bracket]) => (depth += '[({'.includes(bracket) ? 1 : -1) === 0,
    );
    yield* requirements(stringsIn(part.slice(0, end?.index)));
  }
}

/** How much of a list of requirements is read, in UTF-16 units. */
const mostOfSetup = 8_000;

function* namesInSetupCfg(text: string): Generator<string> {
  for (const [, list = ''] of text.matchAll(/^\w+_requires?\s*=(.*(?:\n[ \t]+.*)*)/gm)) {
    yield* requirements(list.split('\n'));
  }
  const [, extras = ''] = /^\[options\.extras_require\]([^]*?)(?:^\[|(?![^]))/m.exec(text) ?? [];
  yield* requirements(extras.split('\n').map((line) => line.replace(/^[\w-]+\s*=(?!=)/, '')));
}

/** Coordinates of the JVM, `group:artifact:version`, by the artifact and with its group. */
function* coordinates(text: string): Generator<string> {
  for (const [, group = '', artifact = ''] of text.matchAll(/["']([\w.-]+):([\w.-]+)(?::[^"']*)?["']/g)) {
    yield artifact;
    yield `${group}:${artifact}`;
  }
  for (const [, artifact = ''] of text.matchAll(
    /\bgroup\s*[:=]\s*["'][\w.-]+["'],\s*name\s*[:=]\s*["']([\w.-]+)["']/g,
  )) {
    yield artifact;
  }
}

function* namesInPom(text: string): Generator<string> {
  for (const [, dependency = ''] of text
    .replaceAll(/<!--[^]*?-->/g, '')
    .matchAll(/<dependency>([^]*?)<\/dependency>/g)) {
    const [, group = ''] = /<groupId>\s*([^<\s]+)/.exec(dependency) ?? [];
    const [, artifact = ''] = /<artifactId>\s*([^<\s]+)/.exec(dependency) ?? [];
    yield artifact;
    yield `${group}:${artifact}`;
  }
}

/** Packages of Swift, by the repository and with its owner. */
function* namesInPackageSwift(text: string): Generator<string> {
  for (const [, owner = '', repository = ''] of text.matchAll(/url:\s*"[^"]*?([\w.-]+)\/([\w.-]+?)(?:\.git)?"/g)) {
    yield repository;
    yield `${owner}/${repository}`;
  }
}

/** The first group of each match. */
function named(pattern: RegExp): ReadNames {
  return (text) => [...text.matchAll(pattern)].map(([, name = '']) => name);
}

const gem = named(/^[ \t]*(?:gem|\w+\.add_(?:\w+_)?dependency)[ \t(]+["']([\w.-]+)["']/gm);
const referenced = named(/<Package(?:Reference|Version)?\s[^>]*?\b(?:Include|Update|id)="([^"]+)"/gi);
const nuget: ReadNames = (text) => referenced(text.replaceAll(/<!--[^]*?-->/g, ''));

/** How the names in a manifest are read, by its name or how that ends. */
const readers: ReadonlyMap<string, ReadNames> = new Map<string, ReadNames>([
  ['requirements.txt', (text) => requirements(text.split('\n'))],
  ['setup.cfg', namesInSetupCfg],
  ['setup.py', namesInSetup],
  ['Pipfile', namesInToml],
  ['.toml', namesInToml],
  ['go.mod', named(/^[ \t]*(?:require )?(\S+) v\d\S*[ \t]*$/gm)],
  ['pom.xml', namesInPom],
  ['.gradle', (text) => coordinates(text.replaceAll(/^\s*\/\/.*/gm, ''))],
  ['.kts', (text) => coordinates(text.replaceAll(/^\s*\/\/.*/gm, ''))],
  ['Gemfile', gem],
  ['.gemspec', gem],
  ['.csproj', nuget],
  ['.props', nuget],
  ['.config', nuget],
  ['Package.swift', namesInPackageSwift],
  ['Podfile', named(/^[ \t]*pod[ \t]+["']([\w/.-]+)["']/gm)],
]);
