import type { Entry } from '../../shared/catalog/catalog';
import type { Confidence, Finding, ServerWait } from '../../shared/finding';
import { callsLeftIn, isOfOtherLimit } from './callsLeft';
import type { Candidate, ErrorGroup, Role } from './candidate';
import type { Systems } from './systems';

/** What surrounds a group: the systems that its neighbourhood and its whole document speak for. */
export interface Surroundings {
  readonly near: Systems;
  readonly far: Systems;
  /** What the project's manifest speaks for: it counts where the document speaks for no system. */
  readonly ofProject?: Systems;
  /** The neighbourhood's text: whether something stands in it. */
  readonly text: { includes(part: string): boolean };
}

/** The more exact a part names the error, the more it counts: code, type, message, title, status. */
const rank: Readonly<Record<Role, number>> = {
  code: 100,
  'problem-type': 90,
  message: 75,
  title: 55,
  field: 25,
  status: 40,
  header: 5,
};

interface Support {
  score: number;
  weight: number;
  readonly roles: Set<Role>;
  readonly evidence: string[];
}

/** Most errors that one group turns out to be: one line, or the fields of one object. */
const mostErrors = 16;

/** From this weight on a word that is a status's own name stands where errors are named. */
const leastOfName = 0.6;

/** A status below 400 is no error. */
function isSuccess(entry: Entry): boolean {
  return entry.kind === 'status' && Number(entry.value) < 400;
}

/** A problem document that no catalog has may be any error: what names it beside that is the same one. */
function isGeneral(entry: Entry): boolean {
  return entry.id === 'http/problem-details';
}

function isVariant(entry: Entry): boolean {
  return entry.slug.includes('#');
}

/**
 * Decides which error a group of candidates is, and makes a finding of each of its parts.
 * The most specific entry leads; what the parts stand for by themselves are the alternatives.
 * @param number the number that the group's findings carry
 */
export function resolve(text: string, group: ErrorGroup, around: Surroundings, number: number): Finding[] {
  const result: Finding[] = [];
  let left = group;
  for (let error = 0; left.candidates.length > 0 && error < mostErrors; error++) {
    const { findings, others } = resolveLead(text, left, around, number + error / mostErrors);
    result.push(...findings);
    // A code or text that belongs to another entry is another error on the same line.
    left = { candidates: others };
  }
  return result;
}

function resolveLead(
  text: string,
  group: ErrorGroup,
  around: Surroundings,
  number: number,
): { findings: Finding[]; others: readonly Candidate[] } {
  // Most lines of an access log report a success.
  if (group.candidates.every((c) => c.entries.every(isSuccess))) {
    return { findings: [], others: [] };
  }
  const supports = weigh(group.candidates, around);
  const ranking = [...supports.entries()].sort(([, a], [, b]) => b.score - a.score);
  const best = ranking[0];
  if (!best || isSuccess(best[0])) {
    return { findings: [], others: [] };
  }
  const [lead, support] = best;
  // The variants of a problem type read the same problem more closely; those of a code are errors of their own.
  const base =
    lead.kind === 'problem-type' && isVariant(lead)
      ? (ranking.find(([entry]) => entry.id === lead.id.slice(0, lead.id.indexOf('#')))?.[0] ?? lead)
      : lead;
  // A variant that nothing but the shared address speaks for is not decided: naming it would be a guess.
  const isUndecided = (entry: Entry) =>
    lead === base &&
    entry.id.startsWith(`${base.id}#`) &&
    [...(supports.get(entry)?.roles ?? [])].every((role) => role === 'problem-type') &&
    !Object.values(entry.fields ?? {}).some((values) => values.some((value) => around.text.includes(value)));
  const fitting = new Set(
    ranking
      .map(([entry]) => entry)
      .filter((entry) => entry !== base && !isUndecided(entry) && fits(entry, lead, around)),
  );
  const { confidence, evidence } = confidenceOf(lead, support, group.candidates, around);
  const leadRange = [...group.candidates]
    .filter((c) => c.entries.includes(lead))
    .sort((a, b) => rank[b.role] - rank[a.role])[0]?.range;
  const comesWith = new Set([lead.http, ...(lead.alsoHttp ?? [])].map(String));
  const agrees = (c: Candidate) => c.role === 'status' && c.entries.some(({ value }) => comesWith.has(value));
  const isNamed = (c: Candidate) =>
    group.candidates.some(({ entries, range }) => range.start === c.range.start && entries.includes(lead));
  // Beside the status that the error comes with, another one is that of another error.
  const isDecided = lead.kind !== 'status' && group.candidates.some(agrees);
  // A word that is the status's own name, as any API may have it.
  const isNameOfLead = ({ role, entries }: Candidate) =>
    role === 'code' &&
    lead.kind === 'status' &&
    entries.every((entry) => entry.common && words(entry.value) === words(lead.title));
  const isOther = (c: Candidate) =>
    (c.role === 'status' && isDecided && !agrees(c) && !isNamed(c) && !c.entries.every(isSuccess)) ||
    (c.role === 'status' && lead.kind === 'status' && !c.entries.includes(lead) && !c.entries.every(isSuccess)) ||
    ((c.role === 'code' || c.role === 'message' || c.role === 'problem-type') &&
      !isNameOfLead(c) &&
      !c.entries.some(
        (entry) =>
          entry === base ||
          isGeneral(entry) ||
          entry.value === lead.value ||
          entry.confusedWith?.some((x) => x.entry === base.id),
      ));
  const others = group.candidates.filter(isOther);
  // `retryAfter` is a system's own where that is named: anybody's fields may have such a name.
  const isAnybodys = (c: Candidate) =>
    c.role === 'header' &&
    c.entries.every(({ common, catalog: { id } }) => common && !around.near.has(id) && !around.far.has(id));
  const isShown = (c: Candidate) =>
    !isOther(c) && !isAnybodys(c) && !c.entries.every(isSuccess) && !(isNameOfLead(c) && c.weight < leastOfName);
  const shown = outermost(group.candidates.filter(isShown));
  // What names the error may lie inside of another part, or be read as two.
  const leading = leadRange && shown.find(({ range }) => range.start <= leadRange.start && range.end >= leadRange.end);
  const callsLeft = callsLeftIn(text, group.candidates);
  const stated = group.wait && !isOfOtherLimit(group.wait, callsLeft) ? group.wait : undefined;
  const findings = shown.map((c) => {
    const own = c.entries.filter((entry) => fitting.has(entry));
    // A header says when, not what: it explains itself.
    const explained = c.role === 'header' ? headerEntry(c, base, around) : base;
    const others = c.role !== 'header' ? [...own, ...fitting] : base.kind === 'header' ? [] : [base];
    const wait = c.role === 'header' ? c.wait : stated;
    return {
      range: c.range,
      text: text.slice(c.range.start, c.range.end),
      entry: explained.id,
      kind: explained.kind,
      alternatives: firstIds(others),
      confidence,
      evidence,
      group: number,
      lead: c === leading,
      ...(wait && { wait: withClock(wait, group.wait) }),
      ...(callsLeft && { callsLeft }),
    };
  });
  return { findings, others };
}

/** Whose header it is: of the error's own system, of one nearby, else of HTTP, which has the header that several share. */
function headerEntry({ entries }: Candidate, lead: Entry, around: Surroundings): Entry {
  const byCatalog = (id: string) => entries.find((entry) => entry.catalog.id === id);
  const nearby = entries.find(({ catalog }) => around.near.has(catalog.id));
  const own = lead.catalog.id === 'http' ? nearby : byCatalog(lead.catalog.id);
  return own ?? nearby ?? byCatalog('http') ?? entries[0] ?? lead;
}

/** The clock of the line belongs to every wait in it. */
function withClock(wait: ServerWait, other: ServerWait | undefined): ServerWait {
  return other?.loggedAt === undefined ? wait : { ...wait, loggedAt: other.loggedAt };
}

/** Most alternatives of a finding. */
const mostAlternatives = 6;

function firstIds(entries: Iterable<Entry>): string[] {
  const ids = new Set<string>();
  for (const { id } of entries) {
    ids.add(id);
    if (ids.size === mostAlternatives) {
      break;
    }
  }
  return [...ids];
}

function weigh(candidates: readonly Candidate[], around: Surroundings): Map<Entry, Support> {
  const supports = new Map<Entry, Support>();
  // The surest mention first: a second one of the same kind proves nothing new.
  for (const c of [...candidates].sort((a, b) => b.weight - a.weight)) {
    for (const entry of c.entries) {
      const support = supports.get(entry) ?? { score: 0, weight: 0, roles: new Set(), evidence: [] };
      if (!support.roles.has(c.role)) {
        // Beside a sign of its system a vendor's word means the vendor's error.
        const weight = c.role === 'code' && around.near.has(entry.catalog.id) ? Math.max(c.weight, 0.8) : c.weight;
        support.score += rank[c.role] * weight;
        support.roles.add(c.role);
        support.evidence.push(c.evidence);
      }
      support.weight = Math.max(support.weight, c.weight);
      supports.set(entry, support);
    }
  }
  const statuses = new Set(candidates.filter((c) => c.role === 'status').flatMap((c) => c.entries.map((e) => e.value)));
  const named = new Set([...supports.keys()].filter(({ kind }) => kind === 'status').map(({ title }) => words(title)));
  for (const [entry, support] of supports) {
    if (isSuccess(entry)) {
      // `expected 200, got 503`: the error leads, unless it is hardly one.
      support.score -= 12;
    }
    if (entry.kind === 'status') {
      // What a system says of a status is second to what HTTP says of it.
      support.score -= entry.catalog.id === 'http' ? 0 : 20;
      continue;
    }
    if (entry.kind === 'header') {
      // Whose header it is decides among headers only: a header never names the error.
      support.score += around.near.has(entry.catalog.id)
        ? 3
        : around.far.has(entry.catalog.id)
          ? 2
          : entry.catalog.id === 'http'
            ? 1
            : 0;
      continue;
    }
    const isNamed = [...support.roles].some((role) => role !== 'field' && role !== 'header');
    if (isNamed && around.near.has(entry.catalog.id)) {
      support.score += 40;
    } else if (isNamed && around.far.has(entry.catalog.id)) {
      support.score += 20;
    } else if (isNamed && projectSign(entry, support, around) !== undefined) {
      support.score += 10;
    } else if (entry.common && named.has(words(entry.value))) {
      // Beside its status a word that is the status's own name is nobody's.
      support.score -= 60;
    } else if (saysWhatAnybodySays(entry, support) && statuses.size > 0) {
      // Beside a status a sentence that any system may print explains nothing more.
      support.score -= 60;
    } else if (entry.slug.startsWith('oauth-') && statuses.size > 0) {
      // Every token endpoint answers so: whose it is stays open, and the status says it for all of them.
      support.score -= 60;
    } else if ((entry.common || !support.roles.has('code')) && support.weight < 0.6) {
      // A few words, or a word, that any system may print do not outdo a status.
      support.score -= 30;
    }
    if (entry.http !== undefined && statuses.size > 0) {
      const agrees = [entry.http, ...(entry.alsoHttp ?? [])].some((http) => statuses.has(String(http)));
      support.score += agrees ? 15 : statuses.has('200') ? 0 : -10;
    }
    const near = entry.near?.find((text) => stands(text, around.text));
    if (near !== undefined) {
      support.score += 30;
      // A text that is found where only this API prints it is as good as a longer one.
      support.weight += entry.kind === 'message' && support.weight < 0.5 ? 0.2 : 0;
      support.evidence.push(`near ${near}`);
    } else if (isVariant(entry) && !support.roles.has('message') && !support.roles.has('field')) {
      // Without a text or a field of its own a variant is only a possibility.
      support.score -= 5;
    }
  }
  return supports;
}

/** A name in small letters, its words parted by blanks: `not_found` is `Not Found`. */
function words(name: string): string {
  return name.toLowerCase().replace(/[_-]+/g, ' ');
}

function confidenceOf(
  lead: Entry,
  support: Support,
  candidates: readonly Candidate[],
  around: Surroundings,
): { confidence: Confidence; evidence: string[] } {
  const evidence = [...support.evidence];
  let weight = support.weight;
  const system = around.near.get(lead.catalog.id);
  const farSystem = around.far.get(lead.catalog.id);
  const ofProject = projectSign(lead, support, around);
  const agreeing = [...support.roles].filter((role) => role !== 'header').length;
  const status = candidates.find((c) => c.role === 'status' && c.entries.some((e) => Number(e.value) === lead.http));
  if (agreeing > 1) {
    weight += 0.5;
  } else if (lead.common && lead.kind !== 'status' && !system && !farSystem && ofProject === undefined) {
    weight *= saysWhatAnybodySays(lead, support) ? 0.5 : 0.75;
  } else if (lead.common && lead.kind === 'status' && !lead.titles?.some((title) => stands(title, around.text))) {
    // A status that hardly any server sends, and whose number is that of other things: its name tells.
    weight *= 0.6;
  }
  if (lead.kind !== 'status') {
    if (status && status.weight >= 0.5) {
      weight += 0.2;
      evidence.push(`status ${lead.http ?? ''} beside it`);
    }
    if (system) {
      weight += 0.5;
      evidence.push(system);
    } else if (farSystem) {
      weight += 0.3;
      evidence.push(`${farSystem} in the document`);
    } else if (ofProject !== undefined) {
      weight += 0.2;
      evidence.push(ofProject);
    }
  }
  return { confidence: weight >= 0.9 ? 'high' : weight >= 0.5 ? 'medium' : 'low', evidence };
}

/** Whether nothing but its text speaks for a code, and other systems print the text too. */
function saysWhatAnybodySays({ kind, common }: Entry, { roles }: Support): boolean {
  return common === true && kind === 'code' && roles.size === 1 && roles.has('message');
}

/**
 * What the project's manifest says for the system of an entry, where the document itself names no system. It tells whose
 * a code is that stands where codes do: what any system may say in words stays open.
 */
function projectSign({ catalog }: Entry, support: Support, { near, far, ofProject }: Surroundings): string | undefined {
  const isCode = support.roles.has('code') && support.weight > hardlyCode;
  return isCode && near.size + far.size === 0 ? ofProject?.get(catalog.id) : undefined;
}

/** Up to this weight a code may be a number or a word of any record. */
const hardlyCode = 0.4;

/** Whether an entry besides the lead is worth naming. */
function fits(entry: Entry, lead: Entry, around: Surroundings): boolean {
  if (isSuccess(entry)) {
    return false;
  }
  const known = around.near.has(entry.catalog.id) || around.far.has(entry.catalog.id);
  if (entry.kind === 'status') {
    return entry.catalog.id === 'http' || known;
  }
  return (
    entry.kind !== 'header' &&
    (known ||
      entry.catalog.id === lead.catalog.id ||
      entry.value === lead.value ||
      !entry.common ||
      lead.kind === 'status')
  );
}

/** Without the candidates that lie inside another one, in the order of the text, one for each range. */
function outermost(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) => a.range.start - b.range.start || b.range.end - a.range.end || rank[b.role] - rank[a.role],
  );
  const result: Candidate[] = [];
  let end = -1;
  for (const c of sorted) {
    if (c.range.end > end) {
      result.push(c);
      end = c.range.end;
    }
  }
  return result;
}

/** Whether a text holds another, also with the slashes of JSON that some write: `\/media\/upload`. */
function stands(part: string, text: { includes(part: string): boolean }): boolean {
  return text.includes(part) || (part.includes('/') && text.includes(part.replaceAll('/', '\\/')));
}
