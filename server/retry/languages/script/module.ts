import { type HandlerModule, joinBlocks, type ModuleFile } from '../../shapes/module';
import type { Source } from '../../source';
import { addScriptImports, isCommonJs, moduleAround, relativeModules } from './imports';

/** Extensions of documents, and those of the modules beside them. */
const extensions: Readonly<Record<string, string>> = { tsx: 'ts', jsx: 'js' };

export const scriptModule: HandlerModule = {
  names(_, document) {
    const own = /\.(\w+)$/.exec(document)?.[1] ?? 'js';
    const extension = extensions[own] ?? own;
    return ['backoff', 'with-backoff', 'api-backoff'].map((name) => `${name}.${extension}`);
  },
  fromElsewhere: true,
  write({ imports, definitions }, { name }, source, file) {
    const isCommon = usesRequire(source, file);
    const head = imports.map((line) =>
      isCommon ? line.replace(/^import (.+) from (.+);$/, 'const $1 = require($2);') : line,
    );
    const body = definitions.map(({ text }) =>
      isCommon ? text : text.replace(new RegExp(`^(?=(?:async )?function ${name}\\b)`, 'm'), 'export '),
    );
    const tail = isCommon ? [`module.exports = { ${name} };`] : [];
    return joinBlocks([head.join('\n'), ...body, ...tail], source);
  },
  use({ name }, file, source) {
    const line = `import { ${name} } from '${specifier(file, source)}';`;
    return addScriptImports([line], source, usesRequire(source, file));
  },
  isUse(definition, { path }) {
    const bare = (module: string): string => module.replace(/^\.\//, '').replace(/\.[cm]?[jt]s$/, '');
    const module = moduleAround(definition);
    return module !== undefined && bare(module) === bare(path);
  },
};

/** A file without any import or export is what its name says, or else what its package says. */
function usesRequire(source: Source, { path, manifests }: ModuleFile): boolean {
  if (isCommonJs(source) || /\.c[jt]s$/.test(path)) {
    return true;
  }
  const isModule = /^(?:import|export)\b/m.test(source.text) || !path.endsWith('.js');
  return !isModule && !isModulePackage(manifests);
}

function isModulePackage(manifests: ModuleFile['manifests']): boolean {
  return /"type"\s*:\s*"module"/.test(manifests.get('package.json') ?? '');
}

/** A path as the imports of the file are written: with the extension or without. */
function specifier({ path, manifests }: ModuleFile, source: Source): string {
  const relative = path.startsWith('.') ? path : `./${path}`;
  const [, bare = relative, extension = ''] = /^(.*)\.(\w+)$/.exec(relative) ?? [];
  const compiled = extension.replace('ts', 'js');
  const habits = relativeModules(source).map((module) => /\.([cm]?[jt]s)x?$/.exec(module)?.[1]);
  const isNamed = habits.length > 0 ? habits.some((habit) => habit !== undefined) : needsExtension();
  const written = habits.some((habit) => habit?.endsWith('ts')) ? extension : compiled;
  return isNamed || compiled !== 'js' ? `${bare}.${written}` : bare;

  /** Node asks for it in modules. Compilers and bundlers of TypeScript mostly do not. */
  function needsExtension(): boolean {
    return isModulePackage(manifests) || (extension === 'js' && /^(?:import|export)\b/m.test(source.text));
  }
}
