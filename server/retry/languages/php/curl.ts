import type { Node } from '@vscode/tree-sitter-wasm';
import apiFailure from '../../../handlers/php/api_failure.php?raw';
import apiFailureCurl from '../../../handlers/php/api_failure_curl.php?raw';
import renewalCurl from '../../../handlers/php/renewal_curl.php?raw';
import verificationCurl from '../../../handlers/php/verification_curl.php?raw';
import type { StrategyName } from '../../../../shared/catalog/catalog';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, Refusal } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { children, nodesOfType, scopesOf } from '../../nodes';
import { oldCredentials, readsAnew } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { fits, indentationAt } from '../../wrapping';

/** The handler of `refresh-credentials` for a handle of curl. */
export const curlRenewal: HandlerFile = { name: 'curlWithRenewal', text: renewalCurl, sign: /\$renew\b/ };

/** The handlers of the other strategies for a handle of curl, which they run themselves: its outcome stays in the handle. */
export function curlHandlers(
  split: (text: string) => HandlerParts,
): Readonly<Partial<Record<StrategyName, HandlerFile>>> {
  const parts = composeParts(split(apiFailureCurl), [split(apiFailure)], (lines) => lines);
  const failure: HandlerFile = {
    name: 'curlOrApiFailure',
    text: `<?php\n\n${handlerText(parts, '\n')}`,
    sign: /\$advice\b/,
  };
  const verification: HandlerFile = { name: 'curlWithVerification', text: verificationCurl, sign: /\$settle\b/ };
  return { none: failure, 'wait-for-quota': failure, 'verify-first': verification };
}

/** The function around a call of curl, in which its handle is given its options. */
export function handleScope(call: HttpCall, { language }: Source): Node | undefined {
  return scopesOf(call.args, language.syntax).find(({ type }) => type !== 'arrow_function');
}

/** Why a handle cannot be run by a handler; undefined when it can. */
export function whyNoHandle(call: HttpCall, source: Source): Refusal | undefined {
  const around = handleScope(call, source)?.text ?? '';
  if (/\bCURLOPT_HEADERFUNCTION\b/.test(around)) {
    return { refusal: 'This request reads its headers with a function of its own, which the handler would replace.' };
  }
  return /\bcurl_init\b/.test(around) && !/\bCURLOPT_RETURNTRANSFER\b/.test(around)
    ? { refusal: 'Without CURLOPT_RETURNTRANSFER the answer is printed, and a retry cannot take that back.' }
    : undefined;
}

/** `curl_exec($curl)` becomes `curlOrApiFailure($curl, code: '187', ...)`. */
export function handHandleOver(
  call: HttpCall,
  callee: string,
  settings: readonly string[],
  source: Source,
): TextEdit | Refusal {
  const refused = (callee.endsWith('Verification') ? whyNoVerification(call) : undefined) ?? whyNoHandle(call, source);
  if (refused) {
    return refused;
  }
  const all = [...children(call.args).map(({ text }) => text), ...settings];
  const line = `${callee}(${all.join(', ')})`;
  const { eol, indent } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const broken = `${callee}(${all.map((item) => `${eol}${base}${indent}${item},`).join('')}${eol}${base})`;
  return { range: call.range, newText: fits(call, line, source) ? line : broken };
}

/** What was found takes the place of the handle, which others may hold where it is no variable of the function. */
function whyNoVerification({ args }: HttpCall): Refusal | undefined {
  return /^\$(?!this\b)\w+$/.test(children(args)[0]?.text ?? '')
    ? undefined
    : {
        refusal: 'What was found takes the place of the handle, which has to be a variable of this function for that.',
      };
}

/**
 * `curl_exec($curl)` becomes `curlWithRenewal($curl, function () { ... })`. A handle keeps its headers, so the function
 * gives it those with the credentials once more, as the statement above the call does.
 * @param renewing the call that renews
 */
export function wrapHandleForRenewal(
  call: HttpCall,
  callee: string,
  renewing: string,
  source: Source,
): TextEdit | Refusal {
  const handle = children(call.args)[0]?.text ?? '';
  const given = credentialsOf(call, source);
  const refused = whyNoHandle(call, source);
  if (refused || !/^\$\w+$/.test(handle) || !given || !readsAnew(given.value, call, source)) {
    return refused ?? { refusal: oldCredentials };
  }
  const names = nodesOfType(given.value, 'variable_name').map(({ text }) => text);
  const used = [...new Set([handle, ...names])].filter((name) => name !== '$this');
  const { eol, indent } = source.style;
  const base = eol + indentationAt(source.text, call.range.start);
  const inner = base + indent;
  const setting = `curl_setopt(${handle}, ${given.option}, ${given.value.text});`;
  const body = `${inner}${renewing};${inner}${setting}${base}`;
  return { range: call.range, newText: `${callee}(${handle}, function () use (${used.join(', ')}) {${body}})` };
}

/** The only option above a call that gives its handle credentials, and its value. */
function credentialsOf(call: HttpCall, source: Source): { option: string; value: Node } | undefined {
  const scope = handleScope(call, source);
  const options = (scope ? nodesOfType(scope, 'name') : []).filter(
    ({ text, startIndex }) =>
      /^CURLOPT_(?:HTTPHEADER|XOAUTH2_BEARER|USERPWD)$/.test(text) && startIndex < call.range.start,
  );
  const given = options.flatMap((option) => {
    const value = valueBehind(option);
    const isCredential = option.text !== 'CURLOPT_HTTPHEADER' || /\bauthorization\b/i.test(value?.text ?? '');
    return value && isCredential ? [{ option: option.text, value }] : [];
  });
  return given.length === 1 ? given[0] : undefined;
}

/** What an option is given: `CURLOPT_HTTPHEADER => [...]`, or the argument behind it. */
export function valueBehind(option: Node | undefined): Node | undefined {
  const holder = option?.parent?.type === 'argument' ? option.parent.parent : option?.parent;
  const values = children(holder).filter((node) => node.startIndex > (option?.endIndex ?? 0));
  return values[0]?.type === 'argument' ? children(values[0])[0] : values[0];
}
