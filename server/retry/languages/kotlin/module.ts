import { children } from '../../nodes';
import { type HandlerModule, joinBlocks } from '../../shapes/module';

/** The files of the handlers, but for that of the retries. */
const files = new Map([
  ['executeWithBackoff', 'OkHttpBackoff.kt'],
  ['sendAcceptingDone', 'AlreadyDone.kt'],
  ['executeAcceptingDone', 'OkHttpAlreadyDone.kt'],
  ['sendOrFail', 'ApiFailure.kt'],
  ['executeOrFail', 'OkHttpFailure.kt'],
  ['sendWithVerification', 'Verification.kt'],
  ['executeWithVerification', 'OkHttpVerification.kt'],
  ['sendWithReconnect', 'Reconnect.kt'],
  ['executeWithReconnect', 'OkHttpReconnect.kt'],
  ['sendWithRenewal', 'Renewal.kt'],
  ['executeWithRenewal', 'OkHttpRenewal.kt'],
]);

/** Files of one package see each other. */
export const kotlinModule: HandlerModule = {
  names: ({ name }) => [files.get(name) ?? ['Backoff.kt', 'HttpBackoff.kt']].flat(),
  fromElsewhere: false,
  sharesNames: true,
  write({ imports, definitions }, _, source) {
    const clause = children(source.root).find(({ type }) => type === 'package_header')?.text ?? '';
    const seen = definitions.map(({ text }) => text.replace(/^private (?=fun )/m, 'internal '));
    return joinBlocks([clause, usedImports(imports, seen.join('\n')).join('\n'), ...seen], source);
  },
  use: () => [],
  isUse: () => false,
};

/** The imports that code uses, in order. */
export function usedImports(lines: readonly string[], code: string): string[] {
  return lines.filter((line) => new RegExp(`\\b${/\w+$/.exec(line)?.[0] ?? ''}\\b`).test(code)).toSorted();
}
