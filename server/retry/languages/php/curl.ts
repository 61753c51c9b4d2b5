import type { Node } from '@vscode/tree-sitter-wasm';
import alreadyDoneCurl from '../../../handlers/php/already_done_curl.php?raw';
import apiFailure from '../../../handlers/php/api_failure.php?raw';
import apiFailureCurl from '../../../handlers/php/api_failure_curl.php?raw';
import renewalCurl from '../../../handlers/php/renewal_curl.php?raw';
import verificationCurl from '../../../handlers/php/verification_curl.php?raw';
import type { StrategyName } from '../../../../shared/catalog/catalog';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import { type HandlerFile, isRefusal, type Refusal } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import { oldCredentials, readsAnew } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit, TextEdits } from '../../textEdits';
import { fits, indentationAt } from '../../wrapping';
import { phpSyntax } from './syntax';

/** The handler of `refresh-credentials` for a handle of curl. */
export const curlRenewal: HandlerFile = { name: 'curlWithRenewal', text: renewalCurl, sign: /\$renew\b/ };

/** The handlers of the other strategies for a handle of curl, which they run themselves: its outcome stays in the handle. */
export function curlHandlers(
  split: (text: string) => HandlerParts,
): Readonly<Partial<Record<StrategyName, HandlerFile>>> {
  const file = (name: string, own: string, sign: RegExp): HandlerFile => {
    const parts = composeParts(split(own), [apiFailureCurl, apiFailure].map(split), (lines) => lines);
    return { name, text: `<?php\n\n${handlerText(parts, '\n')}`, sign };
  };
  const failure = file('curlOrApiFailure', apiFailureCurl, /\$advice\b/);
  const done = file('curlAcceptingDone', alreadyDoneCurl, /\$code\b/);
  const verification: HandlerFile = { name: 'curlWithVerification', text: verificationCurl, sign: /\$settle\b/ };
  return { 'already-done': done, none: failure, 'wait-for-quota': failure, 'verify-first': verification };
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
): TextEdit | TextEdits | Refusal {
  const refused = (callee.endsWith('Verification') ? whyNoVerification(call) : undefined) ?? whyNoHandle(call, source);
  const readings = callee.endsWith('AcceptingDone') ? statusReadings(call, source) : [];
  if (refused || isRefusal(readings)) {
    return refused ?? (readings as Refusal);
  }
  const taken = new Set(nodesOfType(handleScope(call, source) ?? source.root, 'variable_name').map(({ text }) => text));
  const status =
    ['$status', '$httpStatus', '$statusCode', '$statusOfCurl'].find((name) => !taken.has(name)) ?? '$curlStatus';
  const given = readings.length > 0 ? [...settings, `status: ${status}`] : settings;
  const all = [...children(call.args).map(({ text }) => text), ...given];
  const line = `${callee}(${all.join(', ')})`;
  const { eol, indent } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const broken = `${callee}(${all.map((item) => `${eol}${base}${indent}${item},`).join('')}${eol}${base})`;
  const read = readings.map(({ startIndex, endIndex }) => ({
    range: { start: startIndex, end: endIndex },
    newText: status,
  }));
  return [{ range: call.range, newText: fits(call, line, source) ? line : broken }, ...read];
}

/** Where the status is read after a call, or why what reads it cannot be told another one. */
function statusReadings(call: HttpCall, source: Source): readonly Node[] | Refusal {
  const scope = handleScope(call, source) ?? source.root;
  const handle = children(call.args)[0]?.text ?? '';
  if (!/^\$(?!this\b)\w+$/.test(handle) || /\bCURLOPT_FAILONERROR\b/.test(scope.text)) {
    return {
      refusal: 'Whoever has this handle, or reads no body after a failure, would still be told of the failure.',
    };
  }
  const readings: Node[] = [];
  for (const use of nodesOfType(scope, 'variable_name')) {
    if (use.text !== handle || use.startIndex < call.range.end) {
      continue;
    }
    const reader = use.parent?.parent?.parent;
    const name = reader?.type === 'function_call_expression' ? phpSyntax.callee(reader).name : '';
    const option = children(field(reader ?? undefined, 'arguments'))[1]?.text;
    if (reader && name === 'curl_getinfo' && /^CURLINFO_(?:RESPONSE|HTTP)_CODE$/.test(option ?? '')) {
      readings.push(reader);
    } else if (!/^curl_(?:close|err\w+|exec|reset|setopt\w*)$/.test(name) && !(name === 'curl_getinfo' && option)) {
      return { refusal: `What ${reader?.text ?? handle} tells afterwards would still be the failure.` };
    }
  }
  return readings;
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
