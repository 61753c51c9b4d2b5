import type { Node } from '@vscode/tree-sitter-wasm';
import type { Finding } from '../../../shared/finding';
import type { SyntaxService } from '../../syntax/syntax';
import { messageWeight } from '../body';
import { candidate, type Candidate } from '../candidate';
import type { Knowledge } from '../knowledge';
import type { Recognition } from '../log/logRecogniser';
import { resolve } from '../resolve';
import { type Meaning, meaningOf } from './contexts';
import { isErrorName } from './names';

const nothing: Recognition = { findings: [], truncated: false };

/** Most places of one document that are looked at. */
const mostPlaces = 50_000;

const numberPattern = /(?<![\w.$#-])[1-9]\d{0,3}(?![\w.%])/g;
const stringPattern = /(["'`])([A-Za-z][\w-]{2,80})\1/g;
/** Constants of HTTP libraries, and the error classes of tweepy that stand for one status. */
const constantPattern =
  /\b(?:HTTPStatus|HttpStatus|HttpStatusCode|HttpStatusCodes|StatusCodes|StatusCode|HTTP_STATUS|httpStatus|status|codes|constants|tweepy|errors)\.(?:errors\.)?([A-Za-z_]\w{3,60})|\b(?:HTTP_STATUS_|HTTP_(?=\d{3}_))(\w{4,60})/g;
const stringNodes = new Set(['string', 'string_fragment', 'string_content', 'template_string', 'concatenated_string']);

/** Recognises errors in source, by syntax: a literal counts by what it is compared with, assigned or passed to. */
export class SourceRecogniser {
  constructor(
    private readonly knowledge: Knowledge,
    private readonly syntax: SyntaxService,
  ) {}

  async recognise(languageId: string, text: string): Promise<Recognition> {
    if (!this.#mayHold(text)) {
      return nothing;
    }
    const tree = await this.syntax.parse(languageId, text);
    if (!tree) {
      return { findings: [], truncated: text.length > 0 };
    }
    try {
      return this.#read(text, tree.rootNode);
    } finally {
      tree.delete();
    }
  }

  /** A cheap look, before a grammar is loaded and the text parsed. */
  #mayHold(text: string): boolean {
    return /[45]\d\d|code|status|problem|error|exception|tweepy/i.test(text);
  }

  #read(text: string, root: Node): Recognition {
    const { knowledge } = this;
    const systems = knowledge.systems.find(text);
    const around = { near: systems, far: systems, text };
    const places = [
      ...this.#numbers(text, root),
      ...this.#strings(text, root),
      ...this.#constants(text, root),
      ...this.#texts(text, root),
    ];
    const findings: Finding[] = [];
    const taken = new Set<number>();
    places.slice(0, mostPlaces).forEach((candidates, group) => {
      const start = candidates[0]?.range.start;
      if (start !== undefined && !taken.has(start)) {
        taken.add(start);
        findings.push(...resolve(text, { candidates }, around, group));
      }
    });
    return {
      findings: findings.sort((a, b) => a.range.start - b.range.start),
      truncated: places.length > mostPlaces,
    };
  }

  *#numbers(text: string, root: Node): Generator<Candidate[]> {
    for (const match of text.matchAll(numberPattern)) {
      const number = match[0];
      const codes = this.knowledge.code(number);
      const statuses = this.knowledge.status(number);
      if (codes.length === 0 && !(statuses.length > 0 && Number(number) >= 400)) {
        continue;
      }
      const range = { start: match.index, end: match.index + number.length };
      const node = root.descendantForIndex(range.start, range.end - 1);
      if (!node || (node.type !== 'number' && node.type !== 'integer')) {
        continue;
      }
      const meaning = meaningOf(node);
      const candidates = meaning ? this.#numberCandidates(range, meaning, Number(number), codes, statuses) : [];
      if (candidates.length > 0) {
        yield candidates;
      }
    }
  }

  #numberCandidates(
    range: Candidate['range'],
    meaning: Meaning,
    number: number,
    codes: Candidate['entries'],
    statuses: Candidate['entries'],
  ): Candidate[] {
    const { what, weight, evidence } = meaning;
    const isError = number >= 400;
    switch (what) {
      case 'status':
        return isError ? candidate(range, 'status', statuses, weight, evidence) : [];
      case 'vendor-code':
        return candidate(range, 'code', codes, weight * 0.6, evidence);
      case 'code':
        return isError && statuses.length > 0
          ? [
              ...candidate(range, 'status', statuses, weight >= 0.9 ? 0.9 : 0.3, evidence),
              ...candidate(range, 'code', codes, 0.3, evidence),
            ]
          : candidate(range, 'code', codes, weight * 0.5, evidence);
    }
  }

  *#strings(text: string, root: Node): Generator<Candidate[]> {
    for (const match of text.matchAll(stringPattern)) {
      const value = match[2] ?? '';
      const range = { start: match.index + 1, end: match.index + 1 + value.length };
      const codes = this.knowledge.code(value);
      const problemTypes = value.includes('-')
        ? this.knowledge.problemType(`https://api.x.com/2/problems/${value}`)
        : [];
      if (codes.length === 0 && problemTypes.length === 0) {
        continue;
      }
      const node = stringAt(root, range.start);
      if (!node) {
        continue;
      }
      const meaning = meaningOf(node);
      const distinctive = codes.some((entry) => !entry.common);
      const weight = distinctive
        ? 0.9
        : meaning && isErrorName(meaning.evidence.split(' ').at(-1) ?? '')
          ? 0.45
          : meaning
            ? 0.35
            : 0.1;
      yield [
        ...candidate(range, 'code', codes, weight, meaning?.evidence ?? `code ${value}`),
        ...candidate(range, 'problem-type', problemTypes, meaning ? 0.5 : 0.35, `slug of a problem type`),
      ];
    }
  }

  *#constants(text: string, root: Node): Generator<Candidate[]> {
    for (const match of text.matchAll(constantPattern)) {
      const name = (match[1] ?? match[2] ?? '').replace(/^HTTP_(?:\d{3}_)?/, '').replace(/^\d{3}_/, '');
      const entries = this.knowledge.statusConstant(name).filter((entry) => Number(entry.value) >= 400);
      const end = match.index + match[0].length;
      const start = end - (match[1] ?? match[0]).length;
      const node = root.descendantForIndex(start, end - 1);
      if (node && (node.type === 'property_identifier' || node.type === 'identifier')) {
        const found = candidate({ start, end }, 'status', entries, 0.95, `constant ${match[0]}`);
        if (found.length > 0) {
          yield found;
        }
      }
    }
  }

  /** Problem types and printed texts inside strings. */
  *#texts(text: string, root: Node): Generator<Candidate[]> {
    for (const { start, end, entries } of this.knowledge.problemTypes(text, 0, text.length)) {
      const inString = stringAt(root, start) !== undefined;
      yield candidate({ start, end }, 'problem-type', entries, inString ? 0.95 : 0.55, 'problem type');
    }
    for (const match of this.knowledge.messages.find(text)) {
      if (!match.isTitle && match.words >= 3 && stringAt(root, match.range.start)) {
        yield candidate(match.range, 'message', match.entries, messageWeight('', match.words, false), 'its message');
      }
    }
  }
}

/** The string that an offset lies in, as the whole literal. */
function stringAt(root: Node, offset: number): Node | undefined {
  let node: Node | null = root.descendantForIndex(offset, offset);
  while (node && stringNodes.has(node.type) && node.parent && stringNodes.has(node.parent.type)) {
    node = node.parent;
  }
  return node && stringNodes.has(node.type) ? node : undefined;
}
