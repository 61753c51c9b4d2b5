/** What a figure must reach: at most or at least so much, of the ratio to the reference or of our own value. */
export interface Goal {
  readonly of: 'ratio' | 'ours';
  readonly most?: number;
  readonly least?: number;
}

/** What a row measures: our value and the reference's, side by side, once for each repetition. */
export interface Figure {
  /** Unique; a record of an earlier run is found by it. */
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'MB/s' | 'kB';
  readonly ours: readonly number[];
  readonly reference: readonly number[];
  readonly goals: readonly Goal[];
  /** What the table adds about how it was measured. */
  readonly note?: string;
}

/** A figure with its repetitions drawn together. */
export interface Result {
  readonly name: string;
  readonly unit: Figure['unit'];
  readonly ours: number;
  readonly reference: number;
  /** Median of the ratios of the repetitions. */
  readonly ratio: number;
  /** Smallest and largest ratio of a repetition. */
  readonly spread: readonly [least: number, most: number];
  readonly repetitions: number;
  readonly goals: readonly Goal[];
  readonly reached: boolean;
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share of the values lies. @throws when there are no values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) {
    throw new Error('nothing was measured');
  }
  return value;
}

export function resultOf(figure: Figure): Result {
  const { name, unit, ours, reference, goals, note } = figure;
  const ratios = ours.map((value, index) => value / (reference[index] ?? NaN));
  const ratio = median(ratios);
  const values = { ratio, ours: median(ours) };
  return {
    name,
    unit,
    ours: values.ours,
    reference: median(reference),
    ratio,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    repetitions: ratios.length,
    goals,
    reached: goals.every(({ of, most = Infinity, least = -Infinity }) => values[of] <= most && values[of] >= least),
    ...(note !== undefined && { note }),
  };
}

/** Whether more is better for a figure, as for a speed. */
export function isSpeed({ goals }: Pick<Figure, 'goals'>): boolean {
  return goals.some(({ of, least }) => of === 'ratio' && least !== undefined);
}

export function isFiniteResult({ ours, reference, ratio }: Result): boolean {
  return [ours, reference, ratio].every((value) => Number.isFinite(value) && value > 0);
}
