import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Finding, OffsetRange } from '../../shared/finding';
import type { WhyPage, WhyPlace } from '../../shared/protocol';
import type { FindingStore } from '../findings';
import { readingOf, type Reading } from '../recogniser/languages';
import { withoutColours } from '../recogniser/log/colours';
import { enough } from '../recogniser/log/sign';
import type { Seen, Weighed } from '../recogniser/log/weighing';
import type { Recogniser } from '../recogniser/recogniser';
import { code, escapeMarkdown } from '../render/markdown';

/** Most places of a line that are explained. */
const mostPlaces = 20;
/** Longest part of a line that is looked at around the place, in UTF-16 units. */
const longestPart = 4_000;
/** Words and numbers, but not the parts of a time or of a decimal. */
const wordPattern = /(?<![\d][:.,])[A-Za-z0-9_-]+(?![:.,]\d)/g;

/** What would make a number or word a finding, by the way its document is read. */
const whatCounts: Readonly<Record<Reading, string>> = {
  json: 'a telling key (status, code, error, type) beside a title, message or error; its key and its neighbours say nothing of an error',
  log: 'a telling neighbour on its line: HTTP and a version, a reason phrase, status= or code=, the text that the API prints with it, or a known client’s format',
  source:
    'being compared with, switched on, listed with, assigned or passed to something that holds a status or an error’s code',
};

/** Says of the places of a line why they are findings, and why others that look like codes are none. */
export class WhyFeature {
  constructor(
    private readonly catalogs: CatalogSet,
    private readonly findings: FindingStore,
    private readonly recogniser: Pick<Recogniser, 'weigh'>,
  ) {}

  /**
   * @param line zero-based
   * @param character what touches this place comes first; zero-based, UTF-16
   */
  async why(document: TextDocument, line: number, character = 0): Promise<WhyPage> {
    const start = document.offsetAt({ line, character: 0 });
    const lineEnd = document.offsetAt({ line: line + 1, character: 0 });
    const at = start + character;
    const part = {
      start: Math.max(start, at - longestPart / 2),
      end: Math.min(lineEnd, at + longestPart),
    };
    const lines = { start: document.positionAt(part.start), end: document.positionAt(part.end) };
    const findings = await this.findings.around(document, lines);
    const reading = readingOf(document.languageId);
    const text = document.getText(lines);
    const weighed = reading === 'log' ? this.recogniser.weigh(text.replace(/\r?\n$/, '')) : [];
    const weighedAt = ({ start, end }: OffsetRange) =>
      weighed.find(({ range }) => part.start + range.start >= start && part.start + range.end <= end);
    const seen = findings
      .filter(({ range }) => range.start < part.end && range.end > part.start)
      .map((finding) => ({ range: finding.range, place: this.#ofFinding(finding, weighedAt(finding.range)) }));
    const unseen = reading ? this.#unseen(withoutColours(text), part, reading, findings, weighedAt) : [];
    const touches = ({ range }: { range: OffsetRange }) => Number(range.start <= at && at <= range.end);
    const places = [...seen, ...unseen]
      .sort((a, b) => touches(b) - touches(a))
      .slice(0, mostPlaces)
      .map(({ place }) => place);
    const note = reading ? undefined : `Documents of the language ${document.languageId} are not read.`;
    return { line, places, markdown: render(places, note), ...(note && { note }) };
  }

  #ofFinding(finding: Finding, weighed: Weighed | undefined): WhyPlace {
    const entry = this.catalogs.get(finding.entry);
    const isShown = finding.confidence !== 'low';
    return {
      text: finding.text,
      candidates: [finding.entry, ...finding.alternatives],
      verdict: isShown ? `recognised, confidence ${finding.confidence}` : 'not shown: the evidence is too weak',
      for: finding.evidence,
      against: (weighed?.against ?? []).map(withPoints),
      needed: finding.confidence === 'high' || !entry ? [] : needs(entry),
    };
  }

  /** Numbers and words that a catalog knows and no rule took for an error. */
  #unseen(
    text: string,
    part: OffsetRange,
    reading: Reading,
    findings: readonly Finding[],
    weighedAt: (range: OffsetRange) => Weighed | undefined,
  ) {
    const result: { range: OffsetRange; place: WhyPlace }[] = [];
    for (const match of text.matchAll(wordPattern)) {
      const range = { start: part.start + match.index, end: part.start + match.index + match[0].length };
      const entries = this.catalogs
        .byValue(match[0])
        .filter((entry) => (entry.kind === 'status' ? Number(entry.value) >= 400 : entry.kind === 'code'));
      const isTaken = findings.some((f) => f.range.start < range.end && f.range.end > range.start);
      if (entries.length > 0 && !isTaken) {
        const isNumber = /^\d+$/.test(match[0]);
        const weighed = isNumber ? weighedAt(range) : undefined;
        result.push({
          range,
          place: {
            text: match[0],
            candidates: entries.map((entry) => entry.id),
            verdict: isNumber
              ? 'not recognised: a number alone is no error'
              : 'not recognised: a word alone is no error',
            for: (weighed?.for ?? []).map(withPoints),
            against: (weighed?.against ?? []).map(withPoints),
            needed: [...lacks(weighed), `To be a finding it needs ${whatCounts[reading]}.`],
          },
        });
      }
    }
    return result;
  }
}

function withPoints({ name, points }: Seen): string {
  return `${name} (${points > 0 ? '+' : ''}${points})`;
}

/** What a number that was weighed lacks. */
function lacks(weighed: Weighed | undefined): string[] {
  if (!weighed) {
    return [];
  }
  const { points, isNamed } = weighed;
  const beside = isNamed ? '' : ' and a sign right beside it, such as a word that names a status';
  return [`It has ${points} points. A finding needs ${enough.medium}${beside}.`];
}

/** What would raise the confidence in an entry. */
function needs(entry: Entry): string[] {
  const { hosts = [], words = [], modules = [], packages = [] } = entry.catalog.context;
  const signs = [...new Set([...hosts.slice(0, 2), ...words.slice(0, 2), ...modules.slice(0, 2)])];
  const result: string[] = [];
  if (entry.kind === 'status') {
    result.push('The neighbours of an error or a request beside it: error, message, method, path, a reason phrase.');
  } else if (signs.length > 0) {
    const [client] = [...modules, ...packages];
    const inManifest = client === undefined ? '' : `; or ${client} among the dependencies of the nearest manifest`;
    result.push(`A sign of ${entry.catalog.name} nearby, such as ${signs.join(', ')}${inManifest}.`);
  }
  if (entry.kind === 'code' && (entry.messages ?? []).length > 0) {
    result.push(`The text that is printed with it: ${entry.messages?.[0] ?? ''}`);
  }
  if (entry.http !== undefined && entry.kind !== 'status') {
    result.push(`Its HTTP status ${entry.http} beside it.`);
  }
  return result;
}

function render(places: readonly WhyPlace[], note: string | undefined): string {
  if (places.length === 0) {
    return `# Nothing to recognise here\n\n${escapeMarkdown(note ?? 'No number or word on this line is in a catalog.')}\n`;
  }
  const sections = places.map((place) => {
    const list = (heading: string, items: readonly string[]) =>
      items.length === 0 ? [] : [`${heading}:`, ...items.map((item) => `- ${escapeMarkdown(item)}`)];
    return [
      `## ${code(place.text)}`,
      `${escapeMarkdown(place.verdict)}.`,
      `Could be: ${place.candidates.map(code).join(', ')}`,
      list('Evidence', place.for).join('\n'),
      list('Against it', place.against).join('\n'),
      list('Would help', place.needed).join('\n'),
    ]
      .filter((block) => block !== '')
      .join('\n\n');
  });
  return `# Why (not) recognised\n\n${sections.join('\n\n')}\n`;
}
