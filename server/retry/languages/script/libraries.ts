import type { HandlerParts } from '../../handlerText';
import type { HandlerFile } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import type { RetryLibrary } from '../../libraries/library';
import { axiosInstance } from './axiosInstance';
import { wrapWithSetting } from './wrapSetting';

/** The files of the handlers that libraries repeat. */
export interface LibraryTexts {
  readonly attempts: string;
  readonly axiosRetry: string;
  readonly cockatiel: string;
  readonly got: string;
  readonly ky: string;
  readonly pRetry: string;
}

/** The libraries that repeat calls in TypeScript and JavaScript. */
export function scriptLibraries(
  texts: LibraryTexts,
  { backoff, split }: { readonly backoff: HandlerFile; readonly split: (text: string) => HandlerParts },
): readonly RetryLibrary[] {
  const pool = [split(backoff.text), split(texts.attempts)];
  const handler = (name: string, text: string): HandlerFile => ({
    name,
    text: handlerText(
      composeParts(split(text), pool, (lines) => lines),
      '\n',
    ).replaceAll(`\`${backoff.name}\``, `\`${name}\``),
    parameters: name === backoff.name ? (backoff.parameters ?? []) : ['options'],
  });
  /** A function of the library that is handed the call. */
  const around = (name: string, text: string): RetryLibrary => {
    const own = handler(backoff.name, text);
    return { name, packages: [name], handlerFor: () => own };
  };
  /** An option of the client that sends the call. */
  const setting = (client: string, name: string, text: string): RetryLibrary => {
    const own = handler(name, text);
    return {
      name: `the retry option of ${client}`,
      packages: [],
      handlerFor: (call) => (call.client === client ? own : undefined),
      wrap: wrapWithSetting,
      setting: name,
    };
  };
  const axios = handler('axiosBackoff', texts.axiosRetry);
  return [
    setting('got', 'gotBackoff', texts.got),
    setting('ky', 'kyBackoff', texts.ky),
    {
      name: 'axios-retry',
      packages: ['axios-retry'],
      handlerFor: (call, source) => (axiosInstance(call, source) ? axios : undefined),
      wrap: wrapWithSetting,
      setting: 'axiosBackoff',
    },
    around('p-retry', texts.pRetry),
    around('cockatiel', texts.cockatiel),
  ];
}
