/** A file of contacts as a table: titles, then rows with the line (from 1) on which each begins. */
export interface Table {
  format: 'csv' | 'xlsx';
  columns: string[];
  rows: TableRow[];
}

export interface TableRow {
  line: number;
  cells: string[];
}

/** Bounds within which a workbook is read. */
export interface WorkbookLimits {
  unpackedBytes: number;
  rows: number;
  columns: number;
  megabytes: number;
  seconds: number;
}

/** Bounds of one import. */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 10 * 1024 * 1024,
  /** Bytes of a workbook once unpacked. */
  unpackedBytes: 40 * 1024 * 1024,
  rows: 10_000,
  columns: 100,
  /** Memory and time a workbook may take to be read. */
  megabytes: 320,
  seconds: 30,
} as const;
