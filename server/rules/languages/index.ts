import type { RuleLanguage } from '../language';
import { python } from './python';
import { script } from './script';

const byId = new Map([script, python].flatMap((language) => language.languageIds.map((id) => [id, language] as const)));

/** The language that documents with this id are written in. */
export function ruleLanguage(languageId: string): RuleLanguage | undefined {
  return byId.get(languageId);
}
