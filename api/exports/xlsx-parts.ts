import type { CellForm } from '../../rules/lists/cells.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { Sheet } from './sheet.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** Styles by their place in `stylesXml`. A guarded text stays one even when somebody edits its cell. */
const heading = 1;
const guarded = 2;
const styles: Readonly<Record<CellForm, number>> = { text: 0, integer: 0, money: 3, instant: 4, day: 5 };

/** What Excel lets one cell hold. */
const longestText = 32_767;

/** The style of a number's cell, as an attribute. */
export function styleOf(form: CellForm): string {
  return styles[form] === 0 ? '' : ` s="${styles[form]}"`;
}

/** A cell of text, written in place. */
export function textXml(text: string, style = /^[=+\-@\t\r]/.test(text) ? guarded : 0): string {
  const attribute = style === 0 ? '' : ` s="${style}"`;
  return `<c t="inlineStr"${attribute}><is><t xml:space="preserve">${escapeXml(shortened(text))}</t></is></c>`;
}

/** A cell with its address, which the format leaves free but some readers need: `B7`. */
export function addressed(cell: string, place: number, row: number): string {
  return `<c r="${lettersOf(place)}${row}"${cell.slice('<c'.length)}`;
}

/** `A` to `Z`, then `AA`: the letters of a column counted from 0. */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

const forbidden = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const special = /[&<>\uFFFE\uFFFF]|\p{Cc}|\p{Cs}|_x[0-9A-Fa-f]{4}_/u;

/** Characters that XML cannot hold are left out; what looks like Excel's own escapes is kept as it is read. */
function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const widths: Readonly<Record<CellForm, number>> = { text: 24, integer: 10, money: 12, instant: 17, day: 12 };

/** The beginning of a sheet: headings that stay in view. */
export function headXml(columns: Sheet['columns']): string {
  const cols = columns
    .map(
      ({ form }, place) =>
        `<col min="${place + 1}" max="${place + 1}" width="${widths[form]}" customWidth="1"/>`,
    )
    .join('');
  const headings = columns
    .map((column, place) => addressed(textXml(column.heading, heading), place, 1))
    .join('');
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData><row r="1">${headings}</row>`;
}

/** The end of a sheet: headings that filter. */
export function tailXml(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${letterOf(columns)}${rows}"/></worksheet>`;
}

/** 1 is A, 27 is AA. */
function letterOf(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return `${before === 0 ? '' : letterOf(before)}${String.fromCharCode(65 + rest)}`;
}

const upTo = (sheets: number) => Array.from({ length: sheets }, (_, index) => index + 1);

export function contentTypesXml(sheets: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const each = upTo(sheets)
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${kind}.worksheet+xml"/>`)
    .join('');
  return `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${each}</Types>`;
}

export const relationshipsXml = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function workbookXml(names: readonly string[]): string {
  const sheets = names
    .map((name, index) => `<sheet name="${sheetName(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('');
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`;
}

/** At most 31 characters, none of those that formulas use. */
function sheetName(name: string): string {
  return escapeXml(name.replaceAll(/[[\]:*?/\\"]/g, ' ').slice(0, 31));
}

export function workbookRelationshipsXml(sheets: number): string {
  const each = upTo(sheets)
    .map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('');
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${each}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

/** Days as the reader's language writes them. */
const dayFormats: Readonly<Record<Locale, string>> = { fr: 'dd/mm/yyyy', en: 'yyyy\\-mm\\-dd' };

export function stylesXml(locale: Locale): string {
  const day = dayFormats[locale];
  const format = (id: number) =>
    `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"';
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="${day} hh:mm"/><numFmt numFmtId="165" formatCode="${day}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${plain}/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${plain} quotePrefix="1"/>${format(4)}${format(164)}${format(165)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
