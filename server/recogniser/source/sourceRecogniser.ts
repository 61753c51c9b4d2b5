import type { Finding } from '../../../shared/finding';
import type { SyntaxService } from '../../syntax/syntax';
import type { Knowledge } from '../knowledge';
import type { Recognition } from '../log/logRecogniser';
import { type Pace, paced } from '../paced';
import { resolve } from '../resolve';
import { noSystems, type Sign, type Systems } from '../systems';
import { caughtCandidates } from './caughtErrors';
import { clientErrorCandidates } from './clientErrors';
import { codeListCandidates } from './codeLists';
import { Contexts } from './contexts';
import {
  aliasedCandidates,
  bareCandidates,
  constantCandidates,
  generatedCandidates,
  importedCandidates,
} from './constants';
import type { Grammar } from './grammar';
import { grammars } from './languages';
import { memberCandidates, textCandidates, wordCandidates } from './literals';
import { messagePartCandidates } from './messageParts';
import { GroupReadings, type ReadText } from './groupReadings';
import { errorMemberCandidates } from './errorMembers';
import { namedStatusCandidates } from './namedStatuses';
import { numberCandidates } from './numbers';
import { Placed } from './placed';
import { printedBodyCandidates } from './printedBodies';
import { SourceFile } from './sourceFile';
import { titledNameCandidates } from './titledStatuses';

/** What was found in a group of declarations, and what it depends on besides the text. */
interface SourceReading {
  readonly context: string;
  /** Those that are to be found in this group and in no other, for each of its stretches; errors numbered from zero. */
  readonly found: readonly (readonly Finding[])[];
  readonly errorCount: number;
  readonly truncated: boolean;
}

/** What was found in the versions of one document. */
export type SourceReadings = GroupReadings<SourceReading>;

const nothing: Recognition = { findings: [], truncated: false };

/** Most places of one document that are findings. */
const mostPlaces = 5_000;
/** After this long a document is left half read, in milliseconds. What a person wrote takes a hundredth of it. */
const longestRead = 10_000;

/** What finds named statuses, and what finds an API's texts. Of two readers of one place the first counts. */
const readersOfStatuses = [
  constantCandidates,
  importedCandidates,
  aliasedCandidates,
  caughtCandidates,
  generatedCandidates,
  bareCandidates,
  clientErrorCandidates,
  errorMemberCandidates,
];
const readersOfWords = [textCandidates, messagePartCandidates];
const allReaders = [
  codeListCandidates,
  printedBodyCandidates,
  numberCandidates,
  namedStatusCandidates,
  titledNameCandidates,
  wordCandidates,
  memberCandidates,
  ...readersOfStatuses,
  ...readersOfWords,
];
const readersWithoutStatuses = [wordCandidates, memberCandidates, ...readersOfWords];

/** What a comment says is never sure, and no error of the program. */
function ofComment(finding: Finding): Finding {
  return { ...finding, confidence: finding.confidence === 'high' ? 'medium' : finding.confidence, isInComment: true };
}

/** Recognises errors in source, by syntax: a literal counts by what it is compared with, assigned or passed to. */
export class SourceRecogniser {
  /** The signs of systems in the last version of each document. */
  readonly #signs = new WeakMap<SourceReadings, { readonly text: string; readonly signs: readonly Sign[] }>();

  constructor(
    private readonly knowledge: Knowledge,
    private readonly syntax: SyntaxService,
  ) {}

  /**
   * @param isWanted asked now and then; when it says no, what is found is incomplete
   * @param ofProject the systems that the project's manifest speaks for
   * @param readings what is known of earlier versions of the document
   * @param pace how it makes room for others
   */
  async recognise(
    languageId: string,
    text: string,
    isWanted: () => boolean,
    ofProject: Systems,
    readings: SourceReadings = new GroupReadings(),
    pace?: Pace,
  ): Promise<Recognition> {
    const grammar = grammars.get(languageId);
    if (!grammar || !this.#mayHold(text, grammar)) {
      return nothing;
    }
    const left: Recognition = { findings: [], truncated: text.length > 0 };
    const parse = await this.syntax.partParser(languageId);
    const tree = readings.isOnce
      ? await this.syntax.parseOnce(languageId, text, isWanted)
      : await this.syntax.parse(languageId, text, isWanted);
    if (!tree) {
      return left;
    }
    try {
      const version = { text, tree, grammar, change: this.syntax.changeTo(languageId, text), parse };
      return (await paced(this.#readAll(languageId, version, readings, ofProject), isWanted, pace)) ?? left;
    } finally {
      tree.delete();
    }
  }

  /** A cheap look, before a grammar is loaded and the text parsed. */
  #mayHold(text: string, { constants }: Grammar): boolean {
    return (
      /[45]\d\d|code|status|problem|error|exception|tweepy|tw(?:eet|itter)|http|results\.|gateway|rate.?limit|too.?many|forbidden|unauthori|unavailable|:(?:[a-z]+_)*(?:found|gone|allowed|request|entity|content|conflict|acceptable|required|implemented)\b/i.test(
        text,
      ) ||
      constants.some((pattern) => text.search(pattern) >= 0) ||
      this.knowledge.systems.find(text).size > 0 ||
      this.knowledge.messages.find(text).length > 0
    );
  }

  *#readAll(
    languageId: string,
    version: ReadText,
    readings: SourceReadings,
    project: Systems,
  ): Generator<void, Recognition | undefined> {
    const systems = this.knowledge.systems.of(this.#signsOf(version, readings));
    const deadline = Date.now() + longestRead;
    // What the text itself says is surer.
    const ofProject = systems.size > 0 ? noSystems : this.knowledge.systems.withKin(project);
    const context = `${languageId} ${[...systems.values(), ...ofProject.values()].join()}`;
    const namesSystem = systems.size > this.knowledge.systems.always.size;
    const read = this.#read.bind(this);
    const found = yield* readings.of(version, {
      holds: (known) => known.context === context,
      *read({ excerpt, text, root, whole }) {
        const file = new SourceFile(text, root, version.grammar, whole, namesSystem);
        const { findings, truncated } = yield* read(file, systems, ofProject, deadline);
        const own = excerpt.split(findings);
        const errorCount = own.flat().reduce((most, { group }) => Math.max(most, Math.floor(group) + 1), 0);
        return { context, found: own, errorCount, truncated };
      },
    });
    if (!found) {
      return undefined;
    }
    const errorsBefore: number[] = [];
    let errors = 0;
    for (const { read } of found) {
      errorsBefore.push(errors);
      errors += read.errorCount;
    }
    const placed = Placed.of(
      found.map(({ placed, read }) => ({ placed, found: read.found })),
      (finding, range, group) => ({ ...finding, range, group: finding.group + (errorsBefore[group] ?? 0) }),
    );
    return {
      get findings() {
        return placed.all.slice(0, mostPlaces);
      },
      placed,
      truncated: placed.count > mostPlaces || found.some(({ read }) => read.truncated),
    };
  }

  /** The systems of the project, and those whose topics a text speaks of that names no system. */
  #besides(file: SourceFile, project: Systems): Systems {
    const found = new Map(project);
    for (const [catalog, topics] of this.knowledge.systems.topics) {
      if (!found.has(catalog) && file.says(topics)) {
        found.set(catalog, 'topics of its API');
      }
    }
    return found;
  }

  #signsOf({ text, change }: ReadText, readings: SourceReadings): readonly Sign[] {
    const { systems } = this.knowledge;
    const last = this.#signs.get(readings);
    const signs =
      change && last?.text === change.before
        ? systems.signsAfter(change, text, last.signs)
        : systems.signs(text, 0, text.length);
    this.#signs.set(readings, { text, signs });
    return signs;
  }

  *#read(file: SourceFile, near: Systems, project: Systems, deadline: number): Generator<void, Recognition> {
    const { knowledge } = this;
    const systems = knowledge.systems.withKin(near);
    const { text } = file;
    const contexts = new Contexts(file);
    // The codes of gRPC are small numbers, too.
    const ofProject = file.subject.speaksGrpc ? noSystems : near.size > 0 ? project : this.#besides(file, project);
    const around = { near, far: systems, ofProject, text: { includes: (part: string) => file.says(part) } };
    const findings: Finding[] = [];
    const taken = new Set<number>();
    let places = 0;
    let isTruncated = false;
    for (const reader of file.subject.speaksReplies ? readersWithoutStatuses : allReaders) {
      for (const candidates of reader({ file, contexts, knowledge, systems, ofProject })) {
        yield;
        if (places >= mostPlaces || Date.now() > deadline) {
          isTruncated = true;
          break;
        }
        const start = candidates[0]?.range.start;
        if (start === undefined || taken.has(start)) {
          continue;
        }
        places++;
        for (const { range } of candidates) {
          taken.add(range.start);
        }
        const found = resolve(text, { candidates }, around, places);
        findings.push(...(file.commentAt(start) ? found.map(ofComment) : found));
      }
    }
    return {
      findings: findings.sort((a, b) => a.range.start - b.range.start),
      truncated: isTruncated || contexts.isExhausted,
    };
  }
}
