import { isRuleCode, ruleSeverities, type RuleSettings } from '../shared/rules';
import { defaultSettings, type ProblemsSetting, type Settings } from '../shared/protocol';

const problemsValues: ReadonlySet<string> = new Set<ProblemsSetting>(['hint', 'grouped', 'all', 'off']);

/** The settings as a client sends them, with the default for whatever is missing or of another type. */
export function readSettings(section: unknown): Settings {
  const values = (typeof section === 'object' && section !== null ? section : {}) as Record<string, unknown>;
  const { problems } = values;
  const isKnown = typeof problems === 'string' && problemsValues.has(problems);
  return {
    problems: isKnown ? (problems as ProblemsSetting) : defaultSettings.problems,
    catalogs: strings(values['catalogs']),
    pinnedCatalogs: strings(values['pinnedCatalogs']),
    rules: ruleSettings(values['rules']),
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The rules of a setting's value that exist, with severities that exist. */
function ruleSettings(value: unknown): RuleSettings {
  const severities: readonly unknown[] = ruleSeverities;
  const chosen = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(chosen.filter(([code, severity]) => isRuleCode(code) && severities.includes(severity)));
}
