import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { CatalogEntry, CatalogFile } from './catalog';
import schema from './catalog.schema.json';

/** What became of a catalog's text. Without `catalog` nothing of the file can be used. */
export interface LoadResult {
  readonly catalog?: CatalogFile;
  /** Sentences for the user, each beginning with the file's name. */
  readonly problems: readonly string[];
}

/** Longer texts are refused, in UTF-16 units: the largest built-in catalog is far below a tenth of it. */
const longestText = 5 * 1024 * 1024;
/** The format itself is five levels deep; the parser recurses, so what is deeper is refused before the stack ends. */
const deepest = 32;
const mostProblems = 20;
const mostReasons = 3;
const longestQuote = 80;

/**
 * Reads a catalog file: JSON with comments, checked against the format. An entry that is wrong is left out and named
 * in a problem, the others are kept. A file that is wrong as a whole gives no catalog. Never throws.
 *
 * @param text the file's content
 * @param name the file's name as the user knows it, for the problems
 */
export function loadCatalog(text: string, name: string): LoadResult {
  const root = parse(text);
  if (typeof root === 'string') {
    return { problems: [`${name}: ${root}`] };
  }
  const { value } = root;
  if (!isObject(value)) {
    return { problems: [`${name}: A catalog is a JSON object with "format", "id", "name" and "entries".`] };
  }
  const entries: unknown = ownValue(value, 'entries');
  const head = Array.isArray(entries) ? { ...value, entries: [] } : value;
  const reasons = [...faults(validators().file, head), ...headerFaults(head)];
  if (reasons.length > 0) {
    return { problems: [`${name}: The catalog cannot be used: ${inOneLine(reasons)}.`] };
  }
  const found = entries as readonly unknown[];
  const most = schema.properties.entries.maxItems;
  if (found.length > most) {
    return { problems: [`${name}: The catalog cannot be used: it has ${found.length} entries, more than ${most}.`] };
  }
  const file = head as unknown as CatalogFile;
  const { kept, problems } = keepGood(found, file);
  return { catalog: { ...file, entries: kept }, problems: shorten(problems.map((problem) => `${name}: ${problem}`)) };
}

/** The text's value, or a sentence that says why there is none. */
function parse(text: string): { readonly value: unknown } | string {
  if (text.length > longestText) {
    return 'The file is over 5 MB, a catalog must be smaller.';
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') {
    return 'The file is empty.';
  }
  const builder = new ValueBuilder();
  let fault: string | undefined;
  try {
    visit(
      json,
      {
        onObjectBegin: () => builder.begin({}),
        onObjectProperty: (key) => builder.property(key),
        onObjectEnd: () => builder.end(),
        onArrayBegin: () => builder.begin([]),
        onArrayEnd: () => builder.end(),
        onLiteralValue: (value: unknown) => builder.add(value),
        onError: (code, _offset, _length, line, character) => {
          fault ??= `It is not valid JSON: line ${line + 1}, column ${character + 1}: ${inWords(code)}.`;
        },
      },
      { allowTrailingComma: true, disallowComments: false },
    );
  } catch (error) {
    if (error instanceof RangeError) {
      return 'The file is nested too deeply to be a catalog.';
    }
    return `The file cannot be read: ${String(error)}.`;
  }
  return fault ?? { value: builder.root };
}

/** Collects what the parser visits. The parser's own `parse` would let a key `__proto__` replace a prototype. */
class ValueBuilder {
  root: unknown;
  private readonly open: object[] = [];
  private key = '';

  begin(container: object): void {
    this.add(container);
    if (this.open.push(container) > deepest) {
      throw new RangeError('too deep');
    }
  }

  end(): void {
    this.open.pop();
  }

  property(key: string): void {
    this.key = key;
  }

  add(value: unknown): void {
    const parent = this.open.at(-1);
    if (parent === undefined) {
      this.root = value;
    } else if (Array.isArray(parent)) {
      parent.push(value);
    } else {
      Object.defineProperty(parent, this.key, { value, enumerable: true, configurable: true, writable: true });
    }
  }
}

function keepGood(
  found: readonly unknown[],
  file: CatalogFile,
): { readonly kept: readonly CatalogEntry[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const bySlug = new Map<string, CatalogEntry>();
  const leaveOut = (entry: unknown, index: number, reasons: readonly string[]) =>
    problems.push(`Entry ${nameOf(entry, index)} is left out: ${inOneLine(reasons)}.`);

  for (const [index, candidate] of found.entries()) {
    let reasons = faults(validators().entry, candidate);
    if (reasons.length === 0) {
      reasons = semanticFaults(candidate as CatalogEntry, file, bySlug);
    }
    if (reasons.length === 0) {
      const entry = candidate as CatalogEntry;
      bySlug.set(entry.slug, entry);
    } else {
      leaveOut(candidate, index, reasons);
    }
  }
  for (const [index, entry] of [...bySlug.values()].entries()) {
    const base = entry.slug.includes('#') ? bySlug.get(entry.slug.slice(0, entry.slug.indexOf('#'))) : undefined;
    if (base !== undefined && base.kind === entry.kind && base.value !== entry.value) {
      bySlug.delete(entry.slug);
      leaveOut(entry, index, [`a variant of ${quote(base.slug)} must have its value ${quote(base.value)}`]);
    }
  }
  return { kept: [...bySlug.values()], problems };
}

/** Headers that say something else to the server, or belong to the client: a key in one of them would break the request. */
const otherHeaders =
  /^(?:accept.*|authorization|connection|content-.*|cookie|date|expect|from|host|if-.*|keep-alive|origin|proxy-.*|range|referer|sec-.*|te|trailer|transfer-encoding|upgrade|user-agent|via)$/i;

/** Whether the header of the key has another meaning. */
function headerFaults(head: Readonly<Record<string, unknown>>): string[] {
  const key = ownValue(head, 'idempotencyKey');
  const header = isObject(key) ? ownValue(key, 'header') : undefined;
  return typeof header === 'string' && otherHeaders.test(header)
    ? [`${quote('idempotencyKey.header')} is ${quote(header)}, which means something else`]
    : [];
}

/** What the schema cannot say. */
function semanticFaults(entry: CatalogEntry, file: CatalogFile, earlier: ReadonlyMap<string, CatalogEntry>): string[] {
  const reasons: string[] = [];
  if (earlier.has(entry.slug)) {
    reasons.push('an earlier entry has the same slug');
  }
  for (const key of new Set(entry.sources)) {
    if (!Object.hasOwn(file.sources, key)) {
      reasons.push(`its source ${quote(key)} is not in the catalog's "sources"`);
    }
  }
  if (entry.kind === 'status' && !/^[1-9]\d\d$/.test(entry.value)) {
    reasons.push(`a status has three digits, ${quote(entry.value)} does not`);
  }
  return reasons;
}

let cachedValidators: { readonly file: Validator; readonly entry: Validator } | undefined;

/**
 * Made at first use: a start without user catalogs validates nothing. They stop at the first fault of a list or of an
 * object's properties, for a hostile file can have millions.
 */
function validators(): { readonly file: Validator; readonly entry: Validator } {
  if (cachedValidators === undefined) {
    // The imported schema has the type of its literals, which the validator's type does not take.
    const file: Schema = schema as Schema;
    const entry: Schema = { $schema: schema.$schema, definitions: schema.definitions, $ref: '#/definitions/entry' };
    cachedValidators = { file: new Validator(file, '7'), entry: new Validator(entry, '7') };
  }
  return cachedValidators;
}

/** How a value differs from the schema, in words. Empty when it does not. */
function faults(validator: Validator, value: unknown): string[] {
  try {
    return [...new Set(validator.validate(value).errors.flatMap((unit) => inWordsOf(unit) ?? []))];
  } catch {
    // The validator spreads lists of errors into calls: hundreds of thousands of unknown properties end the stack.
    return ['it is too large to be checked'];
  }
}

/** A fault in words, or nothing for a unit that only says that something inside of it is wrong. */
function inWordsOf(unit: OutputUnit): string | undefined {
  const place = unit.instanceLocation === '#' ? 'it' : quote(pathOf(unit.instanceLocation));
  switch (unit.keyword) {
    case 'properties':
    case 'items':
    case 'additionalProperties':
    case '$ref':
      return undefined;
    case 'false':
      return `${place} is not a property of the format`;
    case 'required':
      return `${place} has no ${/"[^"]*"/.exec(unit.error)?.[0] ?? 'property that it needs'}`;
    case 'type':
      return `${place} must be of type ${/Expected "([^"]*)"/.exec(unit.error)?.[1] ?? 'another type'}`;
    case 'enum':
      return `${place} must be one of ${unit.error.slice(unit.error.indexOf('[') + 1, -2).replaceAll(',', ', ')}`;
    case 'const':
      return `${place} must be 1`;
    case 'pattern':
      return unit.instanceLocation.endsWith('/link') || unit.instanceLocation.endsWith('/url')
        ? `${place} must be an https address`
        : unit.instanceLocation.endsWith('/header')
          ? `${place} must be the name of a header: letters, digits, "-" and "_"`
          : `${place} has characters that are not allowed there`;
    case 'minLength':
    case 'minItems':
      return `${place} is too short`;
    case 'maxLength':
    case 'maxItems':
      return `${place} is too long`;
    case 'minimum':
    case 'maximum':
      return `${place} is outside of the allowed range`;
    default:
      return `${place} is wrong: ${unit.error}`;
  }
}

/** `#/strategy/name` as `strategy.name`. */
function pathOf(pointer: string): string {
  const decode = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');
  return pointer.slice(2).split('/').map(decode).join('.');
}

function nameOf(entry: unknown, index: number): string {
  const slug = isObject(entry) ? ownValue(entry, 'slug') : undefined;
  return typeof slug === 'string' && slug !== '' ? quote(slug) : `number ${index + 1}`;
}

function inWords(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
}

function inOneLine(reasons: readonly string[]): string {
  const more = reasons.length - mostReasons;
  return reasons.slice(0, mostReasons).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function shorten(problems: readonly string[]): readonly string[] {
  const more = problems.length - mostProblems;
  return more > 0 ? [...problems.slice(0, mostProblems), `and ${more} more`] : problems;
}

/** Text of a file within a problem: on one line, and no longer than a reader wants. */
function quote(text: string): string {
  return JSON.stringify(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
