import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../shared/catalog/catalog';
import type { Finding } from '../../shared/finding';
import { firstFrom } from '../recogniser/inOrder';
import { part, type Shape } from '../recogniser/source/grammar';
import { grammars } from '../recogniser/source/languages';
import { SourceFile, type Whole } from '../recogniser/source/sourceFile';
import type { HttpCall } from '../retry/httpCall';
import { retryLanguage } from '../retry/languages';
import { readStyle, type SourceStyle } from '../retry/sourceStyle';
import { type Repetition, repetitionSteps } from './repetition';
import { type Flow, Outcomes } from './controlFlow';
import type { RuleLanguage } from './language';
import type { RuleFinding, RuleFix } from './rule';
import { NodeIndex } from './nodeIndex';
import { readClientCall, type Request, writtenCallee } from './requests';
import { witnessedRequests } from './witnesses';
import { ruleLanguage } from './languages';

/** An error that source names, with its entry. */
export interface NamedError {
  readonly finding: Finding;
  readonly entry: Entry;
  /** The other entries that it may be. */
  readonly others: readonly Entry[];
}

export interface ProgramInput {
  readonly text: string;
  readonly languageId: string;
  readonly root: Node;
  /** The findings of the text. */
  readonly findings: readonly Finding[];
  readonly entry: (id: string) => Entry | undefined;
  /** The entry whose code a text was meant to be. */
  readonly nearMiss: (code: string) => Entry | undefined;
  /** Whether the findings come with their fixes, which most are never asked for. */
  readonly withFixes?: boolean;
  /** The document, of which the text may be a part. */
  readonly whole: Whole;
}

const indexed = ['call', 'command', 'binary', 'list', 'switch', 'arm', 'string'] as const;
/** The shapes that rules look for in whole functions and files. */
type IndexedShape = (typeof indexed)[number];
const indexedShapes: ReadonlySet<Shape['is']> = new Set(indexed);

/** What is common where a language has no handler that would tell more. */
const plainStyle = { indent: '    ', handlerIndent: '    ', strings: [], width: 120 };

/** Longest function whose text is searched, in UTF-16 units. */
const longestFunction = 60_000;

/** What the rules ask about a parsed text. Everything is found on demand. */
export class Program {
  readonly text: string;
  readonly languageId: string;
  readonly root: Node;
  readonly file: SourceFile;
  readonly outcomes: Outcomes;
  readonly errors: readonly NamedError[];
  readonly language: RuleLanguage;
  readonly nearMiss: ProgramInput['nearMiss'];
  readonly #withFixes: boolean;
  /** For what holds in the whole document wherever it stands: a library that is imported, a limit for all requests. */
  readonly says: Whole['says'];
  readonly #readCall: (node: Node) => HttpCall | undefined;
  readonly #nodes: NodeIndex;
  #style: SourceStyle | undefined;
  #nameTypes: string[] | undefined;
  #requests: readonly Request[] | undefined;
  #requestsByNode: ReadonlyMap<number, Request> | undefined;
  #repetitions: readonly Repetition[] | undefined;
  /** Several rules ask for what is around the same nodes: each step outwards goes through the tree from its root. */
  readonly #around = new Map<Flow['is'], Map<number, Node | undefined>>();
  /** Several rules ask for the text of the same function. */
  readonly #texts = new Map<number, string>();

  private constructor(
    input: ProgramInput,
    language: RuleLanguage,
    readCall: (node: Node) => HttpCall | undefined,
    file: SourceFile,
  ) {
    this.text = input.text;
    this.languageId = input.languageId;
    this.root = input.root;
    this.file = file;
    this.nearMiss = input.nearMiss;
    this.#withFixes = input.withFixes === true;
    this.says = input.whole.says;
    this.language = language;
    this.#readCall = readCall;
    this.outcomes = new Outcomes(language.flow);
    const converting = (language.conversions.operators ?? []).map(({ type }) => type);
    const shaped = [...file.grammar.nodes].flatMap(([type, { is }]) => (indexedShapes.has(is) ? [type] : []));
    this.#nodes = new NodeIndex(this.root, [...new Set([...shaped, ...language.flow.types(), ...converting])]);
    this.errors = input.findings.flatMap((finding) => {
      const entry = finding.confidence === 'low' ? undefined : input.entry(finding.entry);
      const others = finding.alternatives.flatMap((id) => input.entry(id) ?? []);
      return entry && entry.kind !== 'header' && !finding.isInComment ? [{ finding, entry, others }] : [];
    });
  }

  /** Undefined for a language whose control flow is not known. */
  static of(input: ProgramInput): Program | undefined {
    const language = ruleLanguage(input.languageId);
    const grammar = grammars.get(input.languageId);
    const readCall = retryLanguage(input.languageId)?.readCalls(input.root) ?? (() => undefined);
    return language && grammar
      ? new Program(input, language, readCall, new SourceFile(input.text, input.root, grammar, input.whole))
      : undefined;
  }

  flow(node: Node): Flow | undefined {
    return this.language.flow.of(node);
  }

  /** The fix of a finding, made only where fixes are asked for. */
  fix(make: () => RuleFix | undefined): Pick<RuleFinding, 'fix'> {
    const fix = this.#withFixes ? make() : undefined;
    return fix ? { fix } : {};
  }

  /** How the file is written, for what a fix puts into it. */
  get style(): SourceStyle {
    return (this.#style ??= readStyle(this.text, this.root, retryLanguage(this.languageId)?.style ?? plainStyle));
  }

  /** The errors that a part of the text names, in the order of the text. */
  errorsIn({ startIndex, endIndex }: Extent): NamedError[] {
    const found: NamedError[] = [];
    for (let at = firstFrom(this.errors, startIndex, ({ finding }) => finding.range.start); ; at++) {
      const error = this.errors[at];
      if (!error || error.finding.range.start >= endIndex) {
        return found;
      }
      if (error.finding.range.end <= endIndex) {
        found.push(error);
      }
    }
  }

  /** Finds what nearly every rule asks for, in steps. What was not prepared is found when it is asked for. */
  *prepare(): Generator<void> {
    const requests: Request[] = [];
    for (const node of this.calls(this.root)) {
      requests.push(...this.#readRequest(node));
      yield;
    }
    this.#requests = requests;
    const repetitions: Repetition[] = [];
    for (const repetition of repetitionSteps(this)) {
      repetitions.push(...(repetition ? [repetition] : []));
      yield;
    }
    this.#repetitions = repetitions;
  }

  /** The calls that send requests, in the order of the text. */
  get requests(): readonly Request[] {
    return (this.#requests ??= this.calls(this.root).flatMap((node) => this.#readRequest(node)));
  }

  #readRequest(node: Node): Request[] {
    const known = this.#readCall(node);
    const call =
      known && this.language.limitsUnread ? { ...known, hasLimit: false } : (known ?? readClientCall(this, node));
    return call ? [{ node, call }] : [];
  }

  /** The request that a call sends itself, or that is known to be one because the outcome is asked for a status. */
  #requestAt(node: Node): Request | undefined {
    this.#requestsByNode ??= new Map(
      [...witnessedRequests(this), ...this.requests].map((request) => [request.node.id, request]),
    );
    return this.#requestsByNode.get(node.id);
  }

  /** What the file repeats. */
  get repetitions(): readonly Repetition[] {
    return (this.#repetitions ??= [...repetitionSteps(this)].filter((found) => found !== undefined));
  }

  /** Where a part of a function sends requests: itself, or through a function of this file. */
  requestsIn(node: Node): Request[] {
    const owner = this.#ownerOf(node);
    return this.calls(node).flatMap((call) => {
      const own = this.#requestAt(call);
      if (this.functionAround(call).id !== owner.id) {
        return [];
      }
      const target = own ? undefined : this.helperOf(call);
      const inside = target && this.requests.filter((request) => this.functionAround(request.node).id === target.id);
      return own ? [own] : inside?.length === 1 && inside[0] ? [{ node: call, call: inside[0].call }] : [];
    });
  }

  /** The function of this file that a call calls, if there is just one of its name. */
  helperOf(call: Node): Node | undefined {
    const { name, object } = this.file.callee(call);
    if (name === '' || (object && !this.language.own.test(object.text))) {
      return undefined;
    }
    const functions = this.file.functions(name);
    const value = functions.length === 1 ? functions[0]?.value : undefined;
    const own = value && (this.flow(value)?.is === 'function' ? value : undefined);
    return own && own.id !== this.functionAround(call).id ? own : undefined;
  }

  /** What a name was set to. Of several names that one call sets at once, each stands for the call. */
  valueOf(name: Node): Node | undefined {
    const binding = this.file.bindingOf(name);
    if (binding?.kind !== 'value') {
      return undefined;
    }
    const bind = binding.value ? undefined : this.file.around(binding.name, ['bind'], 4);
    const shape = bind && this.file.shape(bind);
    return binding.value ?? (bind && shape?.is === 'bind' ? part(bind, shape.value) : null) ?? undefined;
  }

  /** The node types of names. */
  get nameTypes(): string[] {
    return (this.#nameTypes ??= [...this.file.grammar.nodes].flatMap(([type, { is }]) =>
      is === 'name' ? [type] : [],
    ));
  }

  /** All calls and commands in a node, itself included, in the order of the text. */
  calls(node: Node): Node[] {
    return this.#nodes.inside(node, 'calls', () =>
      [...this.file.grammar.nodes].flatMap(([type, shape]) =>
        shape.is === 'call' || (shape.is === 'command' && shape.callee !== undefined) ? [type] : [],
      ),
    );
  }

  /** The nodes inside a node that its language's table gives a shape, itself included, in the order of the text. */
  shapesIn(node: Node, is: IndexedShape): Node[] {
    return this.#nodes.inside(node, `shape ${is}`, () =>
      [...this.file.grammar.nodes].flatMap(([type, shape]) => (shape.is === is ? [type] : [])),
    );
  }

  /** The operators that may convert a text to a number, in the order of the text. */
  get convertingOperators(): Node[] {
    const types = (this.language.conversions.operators ?? []).map(({ type }) => type);
    return types.length > 0 ? this.#nodes.inside(this.root, 'operator', () => [...new Set(types)]) : [];
  }

  /** The nodes inside a node that do a certain thing to the flow. */
  flowsIn(node: Node, is: Flow['is']): Node[] {
    return this.#nodes
      .inside(node, `flow ${is}`, () => this.language.flow.types(is))
      .filter((found) => this.flow(found)?.is === is);
  }

  /** The function that a node is in, or the file. */
  functionAround(node: Node): Node {
    return this.around(node, 'function') ?? this.root;
  }

  /** The nearest node around that does a certain thing to the flow, within the function unless a function is asked for. */
  around(node: Node, is: Flow['is']): Node | undefined {
    let known = this.#around.get(is);
    if (!known) {
      known = new Map();
      this.#around.set(is, known);
    }
    const passed: number[] = [];
    let found: Node | undefined;
    for (let at: Node | null = node; at; at = at.parent) {
      if (passed.length > 0) {
        const flow = this.flow(at);
        const goesOn = flow?.is === 'function' && this.#goesOn(at);
        if (!goesOn && (flow?.is === is || flow?.is === 'function')) {
          found = flow.is === is ? at : undefined;
          break;
        }
      }
      if (known.has(at.id)) {
        found = known.get(at.id);
        break;
      }
      passed.push(at.id);
    }
    passed.forEach((id) => known.set(id, found));
    return found;
  }

  /** Whether a function only goes on with what the one around it began: `request.then(() => …)`. */
  #goesOn(node: Node): boolean {
    const { continuations } = this.language;
    const call = continuations && this.file.around(node, ['call'], 2);
    // Behind its arguments a call may be given a block, which then is a call of what they gave.
    const written = call && writtenCallee(this, call).replace(/\([^]*\)$/, '');
    return Boolean(written && continuations.test(/\w*$/.exec(written)?.[0] ?? ''));
  }

  /** The part of a node that the table of the language names. */
  part(
    node: Node,
    name: 'condition' | 'then' | 'body' | 'guard' | 'error' | 'type' | 'variable' | 'list',
  ): Node | null {
    const flow = this.flow(node) as Record<string, string | number | undefined> | undefined;
    return part(node, flow?.[name]);
  }

  /** The conditions that must all hold: Swift's `if let http = response as? HTTPURLResponse, http.statusCode == 429`. */
  conditions(node: Node): Node[] {
    const first = this.part(node, 'condition');
    const all = first
      ? node.childrenForFieldName('condition').filter((each): each is Node => each?.isNamed === true)
      : [];
    return first && all.some(({ id }) => id === first.id) ? all : first ? [first] : [];
  }

  /** What a clause catches the errors of: a block, or, where its statements stand beside the clause, all that is around. */
  attempt(clause: Node): Node | undefined {
    for (const around of [clause.parent, clause.parent?.parent]) {
      const flow = around && this.flow(around);
      if (around && flow?.is === 'try') {
        return part(around, flow.body) ?? around;
      }
      if (around && flow?.is === 'switch' && flow.tries !== undefined) {
        const value = this.file.bare(part(around, flow.tries));
        return (value && this.file.shape(value)?.is === 'name' ? this.valueOf(value) : value) ?? undefined;
      }
    }
    return undefined;
  }

  /** The function that a node is, or is in. */
  #ownerOf(node: Node): Node {
    return this.flow(node)?.is === 'function' ? node : this.functionAround(node);
  }

  /** The text of the function that a node is or is in, as far as it is searched, with that of the helpers that it calls. */
  textAround(node: Node): string {
    const owner = this.#ownerOf(node);
    let text = this.#texts.get(owner.id);
    if (text === undefined) {
      text = this.#textOf(owner);
      this.#texts.set(owner.id, text);
    }
    return text;
  }

  #textOf(owner: Node): string {
    const helpers = this.calls(owner).flatMap((call) => this.helperOf(call) ?? []);
    const own = this.text.slice(owner.startIndex, Math.min(owner.endIndex, owner.startIndex + longestFunction));
    return [own, ...helpers.slice(0, 12).map((helper) => helper.text.slice(0, 6_000))].join('\n');
  }
}

/** A part of the text, such as a node is. */
interface Extent {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** Whether `outer` covers `inner`. */
export function covers(outer: Extent, inner: Extent): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}
