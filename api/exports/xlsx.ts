import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cell, CellForm } from '../../rules/lists/cells.ts';
import type { FileFormat, Sheet } from './sheet.ts';
import {
  addressed,
  contentTypesXml,
  headXml,
  relationshipsXml,
  styleOf,
  stylesXml,
  tailXml,
  textXml,
  workbookRelationshipsXml,
  workbookXml,
} from './xlsx-parts.ts';
import { type ZipPart, zip } from './zip.ts';

/** Rows of one sheet, as the format allows; more go on in a second one. */
const rowsOfSheet = 1_048_576;
const dayMs = 86_400_000;
/** 1 January 1970 as spreadsheets count days. */
const epochDay = 25_569;

/** A workbook of Excel and its like (ECMA-376): numbers are numbers, dates are dates, texts are never computed. */
export const xlsx: FileFormat = {
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  write: (sheet, out) => pipeline(Readable.from(zip(partsOf(sheet)), { objectMode: false }), out),
};

/** The sheets first, as their rows come; what counts them after. */
async function* partsOf(sheet: Sheet): AsyncGenerator<ZipPart> {
  const batches = sheet.batches[Symbol.asyncIterator]();
  const names: string[] = [];
  let pending: Cell[][] = [];
  const more = async () => {
    if (pending.length > 0) return true;
    const { done, value } = await batches.next();
    pending = done === true ? [] : value;
    return done !== true;
  };
  async function* sheetXml(): AsyncGenerator<string> {
    yield headXml(sheet.columns);
    let number = 1;
    while (number < rowsOfSheet && (await more())) {
      const fitting = pending.splice(0, rowsOfSheet - number);
      let xml = '';
      for (const row of fitting) {
        number += 1;
        xml += rowXml(row, sheet.columns, number);
      }
      yield xml;
    }
    yield tailXml(sheet.columns.length, number);
  }
  try {
    do {
      names.push(names.length === 0 ? sheet.title : `${sheet.title} ${names.length + 1}`);
      yield { path: `xl/worksheets/sheet${names.length}.xml`, text: sheetXml() };
    } while (await more());
  } finally {
    await batches.return?.();
  }
  yield { path: '[Content_Types].xml', text: [contentTypesXml(names.length)] };
  yield { path: '_rels/.rels', text: [relationshipsXml] };
  yield { path: 'xl/workbook.xml', text: [workbookXml(names)] };
  yield { path: 'xl/_rels/workbook.xml.rels', text: [workbookRelationshipsXml(names.length)] };
  yield { path: 'xl/styles.xml', text: [stylesXml(sheet.locale)] };
}

function rowXml(row: readonly Cell[], columns: Sheet['columns'], number: number): string {
  let cells = '';
  for (const [place, cell] of row.entries()) {
    if (cell !== null) cells += addressed(cellXml(cell, columns[place]?.form ?? 'text'), place, number);
  }
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(cell: string | number, form: CellForm): string {
  if (typeof cell === 'string') return textXml(cell);
  return `<c${styleOf(form)}><v>${numberOf(cell, form)}</v></c>`;
}

function numberOf(cell: number, form: CellForm): number {
  switch (form) {
    case 'money':
      return cell / 100;
    case 'instant':
    case 'day':
      return cell / dayMs + epochDay;
    default:
      return cell;
  }
}
