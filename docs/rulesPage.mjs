/**
 * @typedef {import('../shared/rules').Rule} Rule
 * @typedef {import('../test/corpus/rules/cases').RuleCase} RuleCase
 * @typedef {import('../server/rules/language').RuleLanguage} RuleLanguage
 */

/** How a language of a case is shown, and marked in Markdown. @type {Record<string, string>} */
const names = {
  python: 'Python',
  typescript: 'TypeScript',
  javascript: 'JavaScript',
  go: 'Go',
  java: 'Java',
  csharp: 'C#',
  kotlin: 'Kotlin',
  php: 'PHP',
  ruby: 'Ruby',
  rust: 'Rust',
  swift: 'Swift',
  powershell: 'PowerShell',
  shellscript: 'Shell',
};
/** Examples of each sort that a rule shows for a language. */
const mostExamples = 2;

/** The languages about which a rule says nothing. @param {string} code @param {readonly RuleLanguage[]} ruled */
function silence(code, ruled) {
  const reasons = ruled.flatMap(({ languageIds: [id = ''], without = {} }) => {
    const reason = Object.entries(without).find(([rule]) => rule === code)?.[1];
    return reason === undefined ? [] : [`${names[id] ?? id}: ${reason}.`];
  });
  return reasons.length > 0 ? [`Says nothing in ${reasons.join(' In ')}`] : [];
}

/** @param {RuleCase[]} cases @param {boolean} isFlagged */
function examples(cases, isFlagged) {
  return cases
    .filter(({ lines }) => lines.length > 0 === isFlagged)
    .slice(0, mostExamples)
    .map(({ language, title, text }) => {
      const what = title.replace(/^\w+: /, '');
      return `${names[language] ?? language}, ${what}:\n\n\`\`\`${language}\n${text.trim()}\n\`\`\``;
    });
}

/**
 * The page with all rules about retry handling.
 * @param {Record<string, Rule>} rules
 * @param {RuleCase[]} cases
 * @param {readonly RuleLanguage[]} ruled the languages that have rules
 */
export function rulesPage(rules, cases, ruled) {
  const sections = Object.entries(rules).map(([code, { title, why, instead, severity, fix }]) => {
    const own = cases.filter(({ rule }) => rule === code);
    const languages = [...new Set(own.map(({ language }) => language))];
    const shown = (/** @type {boolean} */ isFlagged) =>
      languages.flatMap((language) =>
        examples(
          own.filter((one) => one.language === language),
          isFlagged,
        ),
      );
    const flagged = shown(true);
    const silent = shown(false);
    return [
      `## ${code}`,
      `**${title}.** Severity by default: ${severity}.`,
      why,
      `Instead: ${instead}`,
      ...(fix === undefined ? [] : [`The fix: ${fix}`]),
      ...silence(code, ruled),
      ...(flagged.length > 0 ? ['Found:', ...flagged] : []),
      ...(silent.length > 0 ? ['Not found:', ...silent] : []),
    ].join('\n\n');
  });
  return `${[
    '# Rules about retry handling',
    'This page is generated from the rules and their tests by `npm run generate`.',
    'In source a code is no problem; wrong handling of it is. A rule looks at one function and the functions of the file that it calls, and speaks only when it is sure.',
    'The setting `apiErrorAssist.rules` gives a rule another severity (`error`, `warning`, `information`, `hint`, `off`). A comment silences it on its own line, or, alone on a line, on the next: `// api-error-assist-ignore no-timeout: the proxy has a limit` (`#` in Python, Ruby, PowerShell and shells). A comment that silences nothing is reported.',
    ...sections,
  ].join('\n\n')}\n`;
}
