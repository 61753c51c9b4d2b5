import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  isRuleCode,
  type RuleCode,
  type RuleSeverity,
  ruleSeverities,
  severityOf,
  unusedSuppression,
} from '../../../shared/rules';
import type { RuleReport } from '../../features/rules';
import { languageIds, languageOfFile, readingOf } from '../../recogniser/languages';
import { complaintOf } from '../../rules/suppressions';
import { uriOf } from '../files';
import { filesBelow } from '../scan/folder';
import { tooLargeSource, wholeLimit } from '../scan/textScanner';
import { interrupted, Interruption } from './interruption';
import { isRuleFormat, type Mistake, ruleFormats } from './ruleFormats';
import { write } from './output';
import { complain } from './terminal';
import { createService, decode, reasonOf, UsageError } from './usage';

export interface RulesOptions {
  readonly paths: readonly string[];
  readonly format: string;
  readonly language: string | undefined;
  readonly catalogs: readonly string[];
  /** `RULE=SEVERITY` each. */
  readonly severities: readonly string[];
}

type Severities = ReadonlyMap<string, RuleSeverity>;

/**
 * Prints the mistakes in the handling of errors in source files and in those below folders.
 * @returns 1 when there is a mistake that is more than a hint, else 0; 2 when a path could not be read, after all others
 * were; 130 when it was interrupted: then what was printed is a part
 */
export async function checkRules(options: RulesOptions): Promise<number> {
  const severities = checkedSeverities(options.severities);
  const format = checkedFormat(options);
  const service = await createService(options.catalogs, { rules: Object.fromEntries(severities) });
  const interruption = new Interruption();
  const { signal } = interruption;
  const isInterrupted = () => signal.aborted;
  let failed = false;
  const hasFailed = () => failed;
  const fail = (problem: string) => {
    failed = true;
    complain(problem);
  };
  let files = 0;
  let count = 0;
  let isGrave = false;
  await write(format.begin);
  for (const path of sources(options.paths, fail)) {
    if (isInterrupted()) {
      break;
    }
    const language = options.language ?? languageOfFile(path) ?? 'log';
    if (readingOf(language) !== 'source') {
      complain(`${path}: is no source; the rules read nothing else`);
      continue;
    }
    let mistakes: readonly Mistake[];
    try {
      if (path !== '-' && statSync(path).size > wholeLimit) {
        complain(`${path}: ${tooLargeSource}`);
        continue;
      }
      const document = TextDocument.create(
        path === '-' ? 'rules:-' : uriOf(path),
        language,
        0,
        await textOf(path, signal),
      );
      const report = await service.checkRules(document);
      service.forget(document.uri);
      if (report.unchecked) {
        complain(`${path}: was not checked: it is too large, or nests too deep`);
        continue;
      }
      mistakes = mistakesOf(document, report, severities);
    } catch (error) {
      if (!isInterrupted()) {
        fail(`${path}: ${reasonOf(error)}`);
      }
      continue;
    }
    await write(format.file(path, language, mistakes, files === 0));
    files++;
    const shown = mistakes.filter(({ suppression }) => suppression === undefined);
    count += shown.length;
    isGrave ||= shown.some(({ severity }) => severity !== 'hint');
  }
  interruption.dispose();
  await write(format.end({ files, mistakes: count }));
  if (isInterrupted()) {
    complain('interrupted: this is not everything');
    return interrupted;
  }
  return hasFailed() ? 2 : isGrave ? 1 : 0;
}

/** The files of paths, in their order: every one that is named, and the source files below folders. */
function* sources(paths: readonly string[], fail: (problem: string) => void): Generator<string> {
  for (const path of paths) {
    let isFolder = false;
    try {
      isFolder = path !== '-' && statSync(path).isDirectory();
    } catch (error) {
      fail(`${path}: ${reasonOf(error)}`);
      continue;
    }
    if (isFolder) {
      yield* filesBelow(path, (name) => readingOf(languageOfFile(name) ?? '') === 'source', fail);
    } else {
      yield path;
    }
  }
}

async function textOf(path: string, signal: AbortSignal): Promise<string> {
  if (path !== '-') {
    return decode(await readFile(path));
  }
  // Else the end would wait for what may never come.
  signal.addEventListener('abort', () => process.stdin.destroy(), { once: true });
  return decode(await buffer(process.stdin));
}

/** What is printed of a report, in the order of the places. */
function mistakesOf(
  document: TextDocument,
  { findings, suppressed, unused }: RuleReport,
  severities: Severities,
): Mistake[] {
  const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  const chosen = (rule: RuleCode) => severityOf(rule, Object.fromEntries(severities));
  const ofFindings = [
    ...findings.all.map((finding) => ({ finding, by: undefined })),
    ...suppressed,
  ].map(({ finding: { rule, range, message, entry }, by }) => ({
    rule, message, entry, severity: chosen(rule), range: rangeOf(range), suppression: by?.reason,
  })); // prettier-ignore
  const ofUnused = unused.map((suppression) => ({
    rule: unusedSuppression,
    message: complaintOf(suppression),
    severity: severities.get(unusedSuppression) ?? 'hint',
    range: rangeOf(suppression.range),
  }));
  return [...ofFindings, ...ofUnused]
    .flatMap(({ severity, ...mistake }): Mistake[] => (severity === 'off' ? [] : [{ ...mistake, severity }]))
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** @throws when the command line is wrong */
function checkedSeverities(choices: readonly string[]): Severities {
  return new Map(
    choices.map((choice) => {
      const [rule = '', name = '', ...rest] = choice.split('=');
      const severity = ruleSeverities.find((known) => known === name);
      if (!severity || rest.length > 0) {
        throw new UsageError(`--severity needs RULE=${ruleSeverities.join('|')}, not ${choice}`);
      }
      if (!isRuleCode(rule) && rule !== unusedSuppression) {
        throw new UsageError(`there is no rule ${rule}`);
      }
      return [rule, severity] as const;
    }),
  );
}

/** @throws when the command line is wrong */
function checkedFormat({ paths, format, language }: RulesOptions) {
  if (paths.length === 0) {
    throw new UsageError('scan needs a path; - is standard input');
  }
  if (language === undefined ? paths.includes('-') : readingOf(language) !== 'source') {
    const known = languageIds.filter((id) => readingOf(id) === 'source').join(', ');
    throw new UsageError(`--rules needs a --language of source for standard input: ${known}`);
  }
  if (!isRuleFormat(format)) {
    throw new UsageError(`--rules has the formats ${Object.keys(ruleFormats).join(', ')}, not ${format}`);
  }
  return ruleFormats[format];
}
