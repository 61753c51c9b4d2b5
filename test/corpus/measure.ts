import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reported } from '../../server/findings';
import type { LanguageService } from '../../server/languageService';
import { languageOfFile } from '../../server/recogniser/languages';
import type { Finding } from '../../shared/finding';

/** The folder with the corpus. Each folder in it is a part, and each folder in a part a kind of document. */
export const corpusFolder = dirname(fileURLToPath(import.meta.url));

/** What must or may be found on a line of a corpus file. */
interface Expectation {
  readonly line: number;
  readonly text: string;
  readonly entries: readonly string[];
  readonly isRequired: boolean;
}

export interface CorpusCase {
  /** Path below the corpus folder, with slashes. */
  readonly name: string;
  /** Part and kind of document: `blind/log`. */
  readonly kind: string;
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

export interface Figures {
  cases: number;
  /** Errors that must be found, and how many of them were. */
  required: number;
  found: number;
  /** Findings, and how many of them are right. */
  findings: number;
  right: number;
}

/** All cases below the corpus folder. A case is a file with a `.findings` file beside it. */
export async function readCorpus(): Promise<CorpusCase[]> {
  const files = await readdir(corpusFolder, { recursive: true });
  const cases = files.filter((file) => file.endsWith('.findings')).sort();
  return Promise.all(
    cases.map(async (file) => {
      const path = file.slice(0, -'.findings'.length);
      const name = relative(corpusFolder, join(corpusFolder, path)).split(sep).join('/');
      const [text, findings] = await Promise.all([
        readFile(join(corpusFolder, path), 'utf8'),
        readFile(join(corpusFolder, file), 'utf8'),
      ]);
      return { name, kind: name.split('/').slice(0, -1).join('/'), text, expectations: parseFindings(findings, name) };
    }),
  );
}

function parseFindings(text: string, name: string): Expectation[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [place = '', found = '', entries = ''] = line.split('\t');
      const number = Number(place.replace('?', ''));
      if (!Number.isInteger(number) || number < 1 || found === '' || entries === '') {
        throw new Error(`${name}.findings: cannot be read: ${line}`);
      }
      return { line: number, text: found, entries: entries.trim().split('|'), isRequired: !place.startsWith('?') };
    });
}

/** Compares what is found in a case with what it must hold. Mistakes are sentences for a person. */
export async function measure(
  service: LanguageService,
  { name, text, expectations }: CorpusCase,
): Promise<{ figures: Figures; mistakes: string[] }> {
  const languageId = languageOfFile(name) ?? 'plaintext';
  const document = TextDocument.create(`corpus:///${name}`, languageId, 0, text);
  const findings = reported((await service.recognise(document)).findings);
  service.forget(document.uri);
  const mistakes: string[] = [];
  const required = expectations.filter((expectation) => expectation.isRequired);
  const missed = required.filter((expectation) => !findings.some((finding) => isRight(document, finding, expectation)));
  for (const { line, text: wanted, entries } of missed) {
    const there = findings.filter((f) => document.positionAt(f.range.start).line + 1 === line);
    const instead = there.map((f) => `${f.text} ${f.entry}`).join(', ');
    mistakes.push(`${name}:${line}: missed ${wanted} ${entries.join('|')}${instead ? ` (found ${instead})` : ''}`);
  }
  let right = 0;
  for (const finding of findings) {
    if (expectations.some((expectation) => isRight(document, finding, expectation))) {
      right++;
    } else {
      const line = document.positionAt(finding.range.start).line + 1;
      mistakes.push(
        `${name}:${line}: false ${finding.text.slice(0, 60)} ${finding.entry} (${finding.evidence.join('; ')})`,
      );
    }
  }
  const found = required.length - missed.length;
  return { figures: { cases: 1, required: required.length, found, findings: findings.length, right }, mistakes };
}

function isRight(document: TextDocument, finding: Finding, { line, text, entries }: Expectation): boolean {
  const own = document.positionAt(finding.range.start).line + 1;
  const isThere = own === line && (finding.text.includes(text) || text.includes(finding.text));
  // A variant is a closer reading of its base entry. A finding of a problem type carries the base and names the variant.
  const explains = (entry: string) =>
    finding.entry === entry ||
    finding.entry.startsWith(`${entry}#`) ||
    (entry.startsWith(`${finding.entry}#`) && finding.alternatives.includes(entry));
  return isThere && entries.some(explains);
}
