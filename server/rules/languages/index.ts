import type { RuleLanguage } from '../language';
import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import { kotlin } from './kotlin';
import { php } from './php';
import { powershell } from './powershell';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { script } from './script';
import { shell } from './shell';
import { swift } from './swift';

/** The languages that have rules. */
export const ruleLanguages: readonly RuleLanguage[] = [
  script,
  python,
  go,
  java,
  csharp,
  php,
  ruby,
  rust,
  kotlin,
  swift,
  shell,
  powershell,
];

const byId = new Map(ruleLanguages.flatMap((language) => language.languageIds.map((id) => [id, language] as const)));

/** The language that documents with this id are written in. */
export function ruleLanguage(languageId: string): RuleLanguage | undefined {
  return byId.get(languageId);
}
