import type { RetryLanguage } from '../language';
import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import { javascript } from './javascript';
import { kotlin } from './kotlin';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { shell } from './shell';
import { typescript } from './typescript';

/** The languages for which there are handlers. */
export const retryLanguages: readonly RetryLanguage[] = [
  typescript,
  javascript,
  python,
  go,
  java,
  csharp,
  rust,
  ruby,
  php,
  shell,
  kotlin,
];

const byId = new Map(retryLanguages.flatMap((language) => language.languageIds.map((id) => [id, language] as const)));

/** The language that documents with this id are written in. */
export function retryLanguage(languageId: string): RetryLanguage | undefined {
  return byId.get(languageId);
}
