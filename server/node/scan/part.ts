import type { ReportData } from './report';

/** Something to scan in one go. Plain data: it is sent to workers. */
export type Task =
  /** Files that are read whole, unless they turn out to be large. */
  | {
      readonly kind: 'files';
      readonly paths: readonly string[];
      /** Whether files that are no text are passed over, as in folders. */
      readonly skipsBinary: boolean;
    }
  /** The lines that begin in a range of bytes. */
  | {
      readonly kind: 'range';
      readonly path: string;
      readonly language: string;
      readonly from: number;
      readonly to: number;
      /** For each range of the file how many lines end in it, plus one: zero says that it is not known yet. */
      readonly lineCounts: Int32Array;
      readonly index: number;
    };

/** What scanning a file, or a part of one, gives. Plain data. */
export interface Part {
  readonly path: string;
  readonly language: string;
  /** The printed findings, with the format's separator between them. */
  readonly output: string;
  /** How many findings there are. */
  readonly findings: number;
  /** Ids of the entries that were found. */
  readonly entries: readonly string[];
  readonly report?: ReportData;
  readonly truncated: boolean;
  /** How many bytes of the file were read. */
  readonly bytes: number;
  /** What the user should know, without the file's name: that something was left out. */
  readonly notes: readonly string[];
  /** Why the file could not be read, or not to its end. */
  readonly problem?: string;
  /** Nothing was read yet, because this is better read otherwise: in ranges, or as a stream. */
  readonly instead?: { readonly kind: 'ranges'; readonly size: number } | { readonly kind: 'stream' };
  /** The file is no text and was passed over. */
  readonly isBinary?: boolean;
}

/** What every scan of one run has in common. Plain data. */
export interface RunOptions {
  readonly format: string;
  readonly isReport: boolean;
  readonly language: string | undefined;
  readonly catalogs: readonly string[];
}
