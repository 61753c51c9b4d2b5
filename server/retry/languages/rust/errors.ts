import type { HttpCall } from '../../httpCall';
import { children, field, scopesOf } from '../../nodes';
import type { Source } from '../../source';

/** Types of errors that any other error becomes by `?`, and crates whose `Result` has such a type. */
const anyError = /\bBox\s*<\s*dyn\b[^>]*\bError\b|\b(?:anyhow|eyre)::/;
const anyResult = /^use (?:anyhow|eyre|color_eyre)::[^;]*\bResult\b/m;

/** The type that the function of a call gives, or what an alias stands for; empty when it names none. */
export function returnType({ args }: HttpCall, { root, language: { syntax } }: Source): string {
  const type = field(scopesOf(args, syntax)[0], 'return_type')?.text ?? '';
  const name = /^\w*/.exec(type)?.[0];
  const alias = children(root).find((item) => item.type === 'type_item' && field(item, 'name')?.text === name);
  return field(alias, 'type')?.text ?? type;
}

/** Whether `?` makes any error one that the function of a call can return. */
export function returnsAnyError(call: HttpCall, source: Source): boolean {
  const type = returnType(call, source);
  return anyError.test(type) || (/^Result\b/.test(type) && anyResult.test(source.text));
}
