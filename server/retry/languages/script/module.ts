import { type HandlerModule, joinBlocks, type ModuleFile, wordsOf } from '../../shapes/module';
import type { Source } from '../../source';
import { addScriptImports, isCommonJs, moduleAround, relativeModules } from './imports';

/** Extensions of documents, and those of the modules beside them. */
const extensions: Readonly<Record<string, string>> = { tsx: 'ts', jsx: 'js' };

export const scriptModule: HandlerModule = {
  names({ name }, document) {
    const own = /\.(\w+)$/.exec(document)?.[1] ?? 'js';
    const extension = extensions[own] ?? own;
    const bare = wordsOf(name.replace(/^with/, ''), '-');
    return [bare, `with-${bare}`, `api-${bare}`].map((file) => `${file}.${extension}`);
  },
  fromElsewhere: true,
  write({ imports, definitions }, { name }, source, file) {
    const isCommon = usesRequire(source, file);
    const head = imports.map((line) =>
      isCommon ? line.replace(/^import (.+) from (.+);$/, 'const $1 = require($2);') : line,
    );
    // The error that a handler throws is what its callers ask for.
    const others = definitions.filter((other) => /^class \w+Error\b/m.test(other.text)).map((other) => other.name);
    const exported = [name, ...others];
    const body = definitions.map((own) =>
      isCommon || !exported.includes(own.name)
        ? own.text
        : own.text.replace(/^(?:async )?function .*|^class /m, (line) => broken(`export ${line}`, source)),
    );
    const tail = isCommon ? [`module.exports = { ${exported.join(', ')} };`] : [];
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

/** The line that a function begins with, its parameters on lines of their own where the formatter puts them there. */
function broken(line: string, { style: { width, trailingCommas }, language }: Source): string {
  const [, head, parameters] = /^(.*?\bfunction \w+(?:<\w+>)?\()(.*)\) \{$/.exec(line) ?? [];
  if (line.length <= width || head === undefined || parameters === undefined) {
    return line;
  }
  const items = parameters.split(', ').map((item) => `\n${language.style.handlerIndent}${item}`);
  return `${head}${items.join(',')}${trailingCommas ? ',' : ''}\n) {`;
}

/** A file without any import or export is what its name says, or else what its package says. */
function usesRequire(source: Source, { path, manifests }: ModuleFile): boolean {
  if (isCommonJs(source) || /\.c[jt]s$/.test(path)) {
    return true;
  }
  const isModule = /^(?:import|export)\b/m.test(source.text) || !path.endsWith('.js');
  return !isModule && !isModulePackage(manifests);
}

function isModulePackage(manifests: ModuleFile['manifests']): boolean {
  return /"type"\s*:\s*"module"/.test(manifests['package.json'] ?? '');
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
