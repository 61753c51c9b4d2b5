import { type HandlerFile, isRefusal, type RetryLanguage } from '../../language';
import { splitBy } from '../../handlerText';
import { appendDefinitions } from '../../placement';
import { scriptCallReader } from './calls';
import { scriptDefinitions } from './definitions';
import { addScriptImports } from './imports';
import { type LibraryTexts, scriptLibraries } from './libraries';
import { scriptInstead } from './instead';
import { scriptKeys } from './keys';
import { scriptModule } from './module';
import { scriptSyntax } from './syntax';
import { scriptStrategies, streamOnly, type StrategyTexts } from './strategies';
import { wrapScriptCall } from './wrap';

const splitRules = {
  head: /^import /,
  imports: /^import /,
  start: /\/\*\*|async |function |interface |class |type /,
  name: /^(?:export )?(?:async )?(?:function|interface|class|type) (\w+)/m,
};

const split = (text: string) => splitBy(splitRules, text);

/** TypeScript and JavaScript differ only by the types that their handlers have. */
export function scriptLanguage(
  name: 'typescript' | 'javascript',
  texts: { readonly backoff: string } & StrategyTexts & LibraryTexts,
): RetryLanguage {
  const backoff: HandlerFile = { name: 'withBackoff', text: texts.backoff, parameters: ['call', 'options'] };
  const strategies = scriptStrategies(texts, split);
  return {
    name,
    languageIds: [name, `${name}react`],
    syntax: scriptSyntax,
    style: {
      indent: '  ',
      handlerIndent: '  ',
      quote: "'",
      strings: ['string', 'template_string'],
      optionalSemicolons: [
        'expression_statement',
        'lexical_declaration',
        'import_statement',
        'return_statement',
        'throw_statement',
      ],
      width: 80,
    },
    handlers: [backoff, ...strategies.files],
    readCalls: scriptCallReader,
    handlerFor: (call) => streamOnly(call) ?? backoff,
    wrap: wrapScriptCall,
    split,
    definitions: scriptDefinitions,
    module: scriptModule,
    libraries: scriptLibraries(texts, { backoff, split }),
    // Function declarations are hoisted.
    insert(parts, { source, imports }) {
      const added = addScriptImports(imports, source);
      return isRefusal(added) ? added : [...added, appendDefinitions(parts, source)];
    },
    strategies,
    keys: scriptKeys,
    instead: scriptInstead,
  };
}
