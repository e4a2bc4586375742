import type { Writable } from 'node:stream';
import type { Cell, CellForm } from '../../rules/lists/cells.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** A table to be written into a file, row after row. */
export interface Sheet {
  title: string;
  locale: Locale;
  columns: readonly { heading: string; form: CellForm }[];
  /** The rows in batches; each is written out before the next is asked for. */
  batches: AsyncIterable<Cell[][]>;
}

/** A format of file. */
export interface FileFormat {
  contentType: string;
  extension: string;
  /** Writes the whole sheet, no faster than it is taken. Fails when the reader leaves or a batch cannot be had. */
  write(sheet: Sheet, out: Writable): Promise<void>;
}
