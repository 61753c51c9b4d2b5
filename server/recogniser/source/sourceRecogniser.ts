import type { Node } from '@vscode/tree-sitter-wasm';
import type { Finding } from '../../../shared/finding';
import type { SyntaxService } from '../../syntax/syntax';
import type { Knowledge } from '../knowledge';
import type { Recognition } from '../log/logRecogniser';
import { paced } from '../paced';
import { resolve } from '../resolve';
import { Contexts } from './contexts';
import { bareCandidates, constantCandidates, importedCandidates } from './constants';
import { grammars } from './languages';
import { memberCandidates, numberCandidates, textCandidates, wordCandidates } from './literals';
import { messagePartCandidates } from './messageParts';
import { SourceFile } from './sourceFile';

const nothing: Recognition = { findings: [], truncated: false };

/** Most places of one document that are findings. */
const mostPlaces = 5_000;
/** After this long a document is left half read, in milliseconds. What a person wrote takes a hundredth of it. */
const longestRead = 10_000;

/** What a comment says is never sure, and no error of the program. */
function ofComment(finding: Finding): Finding {
  return { ...finding, confidence: finding.confidence === 'high' ? 'medium' : finding.confidence, isInComment: true };
}

/** Recognises errors in source, by syntax: a literal counts by what it is compared with, assigned or passed to. */
export class SourceRecogniser {
  constructor(
    private readonly knowledge: Knowledge,
    private readonly syntax: SyntaxService,
  ) {}

  /** @param isWanted asked now and then; when it says no, what is found is incomplete */
  async recognise(languageId: string, text: string, isWanted: () => boolean): Promise<Recognition> {
    if (!this.#mayHold(text)) {
      return nothing;
    }
    const left: Recognition = { findings: [], truncated: text.length > 0 };
    const tree = await this.syntax.parse(languageId, text, isWanted);
    if (!tree) {
      return left;
    }
    try {
      return (await paced(this.#read(languageId, text, tree.rootNode), isWanted)) ?? left;
    } finally {
      tree.delete();
    }
  }

  /** A cheap look, before a grammar is loaded and the text parsed. */
  #mayHold(text: string): boolean {
    return (
      /[45]\d\d|code|status|problem|error|exception|tweepy|http|results\./i.test(text) ||
      this.knowledge.systems.find(text).size > 0
    );
  }

  *#read(languageId: string, text: string, root: Node): Generator<void, Recognition> {
    const { knowledge } = this;
    const grammar = grammars.get(languageId);
    if (!grammar) {
      return nothing;
    }
    const systems = knowledge.systems.find(text);
    const file = new SourceFile(text, root, grammar, systems.size > knowledge.systems.always.size);
    const contexts = new Contexts(file);
    const around = { near: systems, far: systems, text };
    const findings: Finding[] = [];
    const taken = new Set<number>();
    const deadline = Date.now() + longestRead;
    let places = 0;
    let isTruncated = false;
    for (const reader of [
      numberCandidates,
      wordCandidates,
      memberCandidates,
      constantCandidates,
      importedCandidates,
      bareCandidates,
      textCandidates,
      messagePartCandidates,
    ]) {
      for (const candidates of reader({ file, contexts, knowledge, systems })) {
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
        taken.add(start);
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
