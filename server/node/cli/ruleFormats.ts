import type { Range } from 'vscode-languageserver';
import { rulePage, ruleCodes, rules, type RuleSeverity, rulesPage, unusedSuppression } from '../../../shared/rules';
import { sarifLocation, sarifOpening } from './sarif';
import { harmless } from './terminal';

/** What a rule finds at a place; lines and characters are zero-based, UTF-16, the end is exclusive. */
export interface Mistake {
  /** A rule's code, or that of comments that silence nothing. */
  readonly rule: string;
  readonly severity: Exclude<RuleSeverity, 'off'>;
  readonly message: string;
  readonly range: Range;
  /** The id of the entry that it is about. */
  readonly entry?: string | undefined;
  /** The reason that a comment gives for silencing it; undefined when none silences it. */
  readonly suppression?: string | undefined;
}

/** One way to print what the rules find, file by file. */
interface RuleFormat {
  readonly begin: string;
  file(path: string, language: string, mistakes: readonly Mistake[], isFirst: boolean): string;
  end(checked: { readonly files: number; readonly mistakes: number }): string;
}

const text: RuleFormat = {
  begin: '',
  file: (path, _language, mistakes) =>
    shown(mistakes)
      .map(({ rule, severity, message, range: { start } }) =>
        harmless(`${path}:${start.line + 1}:${start.character + 1}: ${severity} ${rule}: ${message}\n`),
      )
      .join(''),
  end: ({ files, mistakes }) =>
    mistakes === 0 && files > 0
      ? `No mistakes in the handling of errors found in ${files} ${files === 1 ? 'file' : 'files'}.\n`
      : '',
};

const json: RuleFormat = {
  begin: '{"version":1,"files":[',
  file(path, language, mistakes, isFirst) {
    const list = shown(mistakes).map((mistake) => JSON.stringify(plain(mistake)));
    return `${isFirst ? '' : ','}\n${JSON.stringify({ path, language }).slice(0, -1)},"findings":[${list.join(',')}]}`;
  },
  end: () => '\n]}\n',
};

const ndjson: RuleFormat = {
  begin: '',
  file: (path, _language, mistakes) =>
    shown(mistakes)
      .map((mistake) => `${JSON.stringify({ path, ...plain(mistake) })}\n`)
      .join(''),
  end: () => '',
};

/** SARIF 2.1.0: a result for each mistake, also for those that a comment silences, which say so. */
const sarif: RuleFormat = (() => {
  let hasResults = false;
  return {
    begin: sarifOpening,
    file(path, _language, mistakes) {
      const results = mistakes.map(({ rule, severity, message, range, suppression }) =>
        JSON.stringify({
          ruleId: rule,
          level: levels[severity],
          message: { text: message },
          locations: [sarifLocation(path, range)],
          ...(suppression !== undefined && {
            suppressions: [{ kind: 'inSource', ...(suppression && { justification: suppression }) }],
          }),
        }),
      );
      const separator = hasResults && results.length > 0 ? ',\n' : '';
      hasResults ||= results.length > 0;
      return separator + results.join(',\n');
    },
    end() {
      const known = ruleCodes.map((id) => {
        const { title, why, instead, severity } = rules[id];
        return {
          id,
          shortDescription: { text: title },
          fullDescription: { text: why },
          help: { text: `${why}\n\nInstead: ${instead}` },
          helpUri: rulePage(id),
          defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
        };
      });
      const unused = {
        id: unusedSuppression,
        shortDescription: { text: 'A comment that silences nothing' },
        helpUri: rulesPage,
        defaultConfiguration: { level: levels.hint },
      };
      return `\n],"tool":${JSON.stringify({ driver: { name: 'API Error Assist', rules: [...known, unused] } })}}]}\n`;
    },
  };
})();

/** SARIF's words for severities: it has none below a note. */
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

function shown(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter(({ suppression }) => suppression === undefined);
}

/** A mistake as the formats for programs print it. */
function plain({ range, rule, severity, message, entry }: Mistake) {
  return { range, rule, severity, message, ...(entry !== undefined && { entry }) };
}

export const ruleFormats = { text, json, ndjson, sarif } satisfies Record<string, RuleFormat>;

export function isRuleFormat(name: string): name is keyof typeof ruleFormats {
  return Object.hasOwn(ruleFormats, name);
}
