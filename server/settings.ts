import { defaultSettings, type ProblemsSetting, type Settings } from '../shared/protocol';

const problemsValues: ReadonlySet<string> = new Set<ProblemsSetting>(['hint', 'grouped', 'all', 'off']);

/** The settings as a client sends them, with the default for whatever is missing or of another type. */
export function readSettings(section: unknown): Settings {
  const { problems, catalogs } = (typeof section === 'object' && section !== null ? section : {}) as Record<
    string,
    unknown
  >;
  return {
    problems:
      typeof problems === 'string' && problemsValues.has(problems)
        ? (problems as ProblemsSetting)
        : defaultSettings.problems,
    catalogs: Array.isArray(catalogs)
      ? catalogs.filter((path): path is string => typeof path === 'string')
      : defaultSettings.catalogs,
  };
}
