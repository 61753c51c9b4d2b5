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
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
