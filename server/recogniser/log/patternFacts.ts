/**
 * What a text must hold for a regular expression to match in it, read from the expression itself. A pattern of which
 * nothing is there need not be tried, and most lines of a log hold nothing of most patterns.
 */
export interface PatternFacts {
  /** Texts in small letters, of which every match or what it must stand beside has one, in any case. */
  readonly required: readonly string[] | undefined;
  /** With what every match begins; undefined where it may be empty. */
  readonly first: Units | undefined;
  /** What stands before every match, where the expression begins with looking behind. */
  readonly preceding: Units | undefined;
}

/** For each unit of ASCII whether it is meant, and at {@link otherUnits} for all others. */
export type Units = Uint8Array;
export const otherUnits = 128;

/** What is known of a part of an expression. */
interface Facts {
  /** All that the part matches, in small letters; undefined for too much. */
  readonly exact: readonly string[] | undefined;
  readonly required: readonly string[] | undefined;
  /** With what it may begin and end, unless it matches nothing at all. */
  readonly first: Units;
  readonly last: Units;
  readonly isEmptyable: boolean;
  readonly preceding: Units | undefined;
}

/** Most texts that a part is known to match exactly, and most of which a match must have one. */
const most = { exact: 256, crossed: 64, required: 512 } as const;

const noUnits = new Uint8Array(otherUnits + 1);
const anyUnits = new Uint8Array(otherUnits + 1).fill(1);
/** An assertion, which matches no unit. */
const nothing: Facts = {
  exact: [''], required: undefined, first: noUnits, last: noUnits, isEmptyable: true, preceding: undefined,
}; // prettier-ignore
const anything: Facts = { ...nothing, exact: undefined, first: anyUnits, last: anyUnits };

/** @returns what is certain of every match; where an expression has syntax that is not known here, nothing is */
export function factsOf(pattern: RegExp): PatternFacts {
  let facts = all.get(pattern);
  if (!facts) {
    facts = readFacts(pattern);
    all.set(pattern, facts);
  }
  return facts;
}

const all = new WeakMap<RegExp, PatternFacts>();

function readFacts({ source, ignoreCase, flags }: RegExp): PatternFacts {
  const facts = /[uv]/.test(flags) ? anything : new Reader(source, ignoreCase).all();
  return {
    required: requiredOf(facts),
    first: facts.isEmptyable ? undefined : facts.first,
    preceding: facts.preceding,
  };
}

const quantifierPattern = /(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/y;
const literalPattern = /[A-Za-z_ ]{2,}(?![*+?{])/y;
const openingPattern = /\?(?:[:=!]|<[=!]|<\w+>)/y;
const referencePattern = /<\w+>|\d*/y;
const escapePattern = /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[^])/iy;
const classPattern = /\[(?:\\[^]|[^\]\\])*\]/y;

/** Reads the source of an expression. */
class Reader {
  #at = 0;

  constructor(
    private readonly source: string,
    private readonly ignoresCase: boolean,
  ) {}

  all(): Facts {
    return this.#alternatives();
  }

  #alternatives(): Facts {
    const all = [this.#sequence()];
    while (this.#takes('|')) {
      all.push(this.#sequence());
    }
    return all.length === 1 ? (all[0] ?? nothing) : either(all);
  }

  #sequence(): Facts {
    const parts: Facts[] = [];
    while (this.#at < this.source.length && !this.#sees('|') && !this.#sees(')')) {
      parts.push(this.#literal() ?? this.#repeated());
    }
    return inSequence(parts);
  }

  #repeated(): Facts {
    const part = this.#atom();
    const match = this.#match(quantifierPattern);
    if (!match) {
      return part;
    }
    const [quantifier, least, only] = match;
    const isOnce = least === '1' && (only === '1' || quantifier.startsWith('{1}'));
    if (isOnce) {
      return part;
    }
    if (quantifier.startsWith('+') || Number(least) > 0) {
      return { ...part, exact: undefined, required: requiredOf(part) };
    }
    const isOption = quantifier.startsWith('?') || (least === '0' && only === '1');
    const exact = isOption && part.exact ? unique([...part.exact, '']) : undefined;
    return { ...part, exact, required: undefined, isEmptyable: true, preceding: undefined };
  }

  /** Letters and spaces that stand for themselves, as long as no quantifier is about the last one. */
  #literal(): Facts | undefined {
    const literal = this.#match(literalPattern)?.[0];
    return literal === undefined
      ? undefined
      : {
          ...nothing,
          exact: [literal.toLowerCase()],
          first: ofUnits(literal[0] ?? '', this.ignoresCase).first,
          last: ofUnits(literal.at(-1) ?? '', this.ignoresCase).last,
          isEmptyable: false,
        };
  }

  #atom(): Facts {
    const unit = this.source[this.#at++] ?? '';
    switch (unit) {
      case '(':
        return this.#group();
      case '[':
        return this.#ofUnits(classPattern, 1);
      case '^':
      case '$':
        return nothing;
      case '\\':
        return this.#escape();
      default:
        return ofUnits(unit, this.ignoresCase);
    }
  }

  #group(): Facts {
    const opening = this.#match(openingPattern)?.[0] ?? '';
    const inside = this.#alternatives();
    this.#takes(')');
    if (opening.endsWith('!')) {
      return nothing;
    }
    if (!opening.endsWith('=')) {
      return inside;
    }
    // What stands around a match is not a part of it.
    const preceding = opening === '?<=' && !inside.isEmptyable ? inside.last : undefined;
    return { ...nothing, required: requiredOf(inside), preceding };
  }

  #escape(): Facts {
    const unit = this.source[this.#at++] ?? '';
    if (unit === 'b' || unit === 'B') {
      return nothing;
    }
    if (unit === 'k' || (unit >= '1' && unit <= '9')) {
      this.#match(referencePattern);
      return anything;
    }
    return this.#ofUnits(escapePattern, 2);
  }

  /** A class or an escape, of which some units are read already. */
  #ofUnits(pattern: RegExp, read: number): Facts {
    this.#at -= read;
    return ofUnits(this.#match(pattern)?.[0] ?? '', this.ignoresCase);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    this.#at += match?.[0].length ?? 0;
    return match;
  }

  #sees(unit: string): boolean {
    return this.source[this.#at] === unit;
  }

  #takes(unit: string): boolean {
    const isThere = this.#sees(unit);
    this.#at += isThere ? 1 : 0;
    return isThere;
  }
}

const known = new Map<string, Facts>();

/**
 * What stands for one unit: asked of the expression itself, unit by unit. Beyond ASCII it is not asked, and may always
 * match.
 */
function ofUnits(source: string, ignoresCase: boolean): Facts {
  const key = `${source} ${String(ignoresCase)}`;
  let facts = known.get(key);
  if (!facts) {
    const pattern = new RegExp(`^${source}$`, ignoresCase ? 'is' : 's');
    const units = new Uint8Array(otherUnits + 1).map((_, code) =>
      code === otherUnits || pattern.test(String.fromCharCode(code)) ? 1 : 0,
    );
    const exact = new Set<string>();
    units.subarray(0, otherUnits).forEach((isMeant, code) => {
      if (isMeant) {
        exact.add(String.fromCharCode(code).toLowerCase());
      }
    });
    // Of other units a class names some by themselves, or all.
    const isOfAscii = !/[^ -~]|\\u(?!00[0-7])/.test(source) && !pattern.test('\u00e9') && exact.size > 0;
    facts = {
      ...nothing,
      exact: isOfAscii && exact.size <= mostUnits ? [...exact] : undefined,
      first: units,
      last: units,
      isEmptyable: false,
    };
    known.set(key, facts);
  }
  return facts;
}

/** A class of more units says too little. */
const mostUnits = 6;

function either(all: readonly Facts[]): Facts {
  const exact = all.every((facts) => facts.exact) ? unique(all.flatMap((facts) => facts.exact ?? [])) : undefined;
  const required = all.map(requiredOf);
  const isCertain = required.every((texts) => texts !== undefined);
  const preceding = all.map((facts) => facts.preceding);
  return {
    exact: exact && limited(exact, most.exact),
    required: isCertain ? limited(unique(required.flatMap((texts) => texts)), most.required) : undefined,
    first: union(all.map(({ first }) => first)),
    last: union(all.map(({ last }) => last)),
    isEmptyable: all.some(({ isEmptyable }) => isEmptyable),
    preceding: preceding.every((units) => units !== undefined) ? union(preceding) : undefined,
  };
}

function inSequence(parts: readonly Facts[]): Facts {
  const candidates: (readonly string[])[] = [];
  let exact: readonly string[] = [''];
  let isWhole = true;
  for (const part of parts) {
    if (part.required) {
      candidates.push(part.required);
    }
    const longer: readonly string[] | undefined = part.exact && crossed(exact, part.exact);
    if (longer) {
      exact = longer;
      continue;
    }
    isWhole = false;
    candidates.push(exact);
    exact = part.exact ?? [''];
  }
  candidates.push(exact);
  return {
    exact: isWhole ? exact : undefined,
    required: rarest(candidates),
    first: firstOf(parts, (part) => part.first),
    last: firstOf(parts.toReversed(), (part) => part.last),
    isEmptyable: parts.every(({ isEmptyable }) => isEmptyable),
    preceding: parts[0]?.preceding,
  };
}

/** What a sequence begins with: its first part, and the one behind it where that may be empty. */
function firstOf(parts: readonly Facts[], of: (part: Facts) => Units): Units {
  const end = parts.findIndex(({ isEmptyable }) => !isEmptyable);
  return union((end < 0 ? parts : parts.slice(0, end + 1)).map(of));
}

function requiredOf({ exact, required }: Facts): readonly string[] | undefined {
  return rarest([...(exact ? [exact] : []), ...(required ? [required] : [])]);
}

/** Of several sets of texts the one that says the most: long texts, and few of them. */
function rarest(all: readonly (readonly string[])[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let most = -Infinity;
  for (const texts of all) {
    const content = contentOf(texts);
    if (content > most) {
      [best, most] = [texts, content];
    }
  }
  return best;
}

/** How much it says that a text has one of some texts; nothing at all where one of them is empty. */
function contentOf(texts: readonly string[]): number {
  let content = contents.get(texts);
  if (content === undefined) {
    const shortest = texts.reduce((least, text) => Math.min(least, text.trim().length + 0.2), 4);
    content = texts.length === 0 || texts.includes('') ? -Infinity : 4 * shortest - Math.log2(texts.length);
    contents.set(texts, content);
  }
  return content;
}

/** Parts of expressions hand their texts on to what is around them, which asks again. */
const contents = new WeakMap<readonly string[], number>();

/** Every text of one list with every one of another behind it; undefined for too many. */
function crossed(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  if (a.length === 1 && b.length === 1) {
    return [`${a[0] ?? ''}${b[0] ?? ''}`];
  }
  const isGrowing = a.length > 1 && b.length > 1;
  return isGrowing && a.length * b.length > most.crossed
    ? undefined
    : unique(a.flatMap((left) => b.map((right) => left + right)));
}

function union(all: readonly Units[]): Units {
  const [first = noUnits, ...rest] = all.filter((units) => units !== noUnits);
  if (rest.every((units) => units === first)) {
    return first;
  }
  const result = first.slice();
  for (const units of rest) {
    for (let unit = 0; unit <= otherUnits; unit++) {
      result[unit] = (result[unit] ?? 0) | (units[unit] ?? 0);
    }
  }
  return result;
}

function limited(texts: readonly string[], count: number): readonly string[] | undefined {
  return texts.length <= count ? texts : undefined;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
