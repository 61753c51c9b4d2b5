import type { HandlerFile, RetryLanguage } from '../../language';
import { splitBy } from '../../handlerText';
import { appendDefinitions } from '../../placement';
import { scriptCallReader } from './calls';
import { scriptDefinitions } from './definitions';
import { scriptInstead } from './instead';
import { scriptSyntax } from './syntax';
import { wrapForRenewal, wrapScriptCall } from './wrap';

const splitRules = {
  head: /^import /,
  imports: /^import /,
  start: /\/\*\*|async |function |interface |class |type /,
  name: /^(?:export )?(?:async )?(?:function|interface|class|type) (\w+)/m,
};

/** TypeScript and JavaScript differ only by the types that their handlers have. */
export function scriptLanguage(
  name: 'typescript' | 'javascript',
  texts: { readonly backoff: string; readonly renewal: string },
): RetryLanguage {
  const backoff: HandlerFile = { name: 'withBackoff', text: texts.backoff, parameters: ['call', 'options'] };
  const renewal: HandlerFile = { name: 'withRenewal', text: texts.renewal, parameters: ['call', 'options'] };
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
    handlers: [backoff, renewal],
    readCalls: scriptCallReader,
    handlerFor: () => backoff,
    wrap: wrapScriptCall,
    split: (text) => splitBy(splitRules, text),
    definitions: scriptDefinitions,
    // Function declarations are hoisted.
    insert: (parts, { source }) => [appendDefinitions(parts, source)],
    renewal: { handlerFor: () => renewal, wrap: wrapForRenewal },
    instead: scriptInstead,
  };
}
