import { z } from 'zod';
import { type CsvLine, csvLines } from './csv-lines.ts';
import { type Fault, UnreadableInput } from './fault.ts';
import { isTimeZone } from './local-start.ts';
import { slug } from './slug.ts';
import { type ProgrammeCategory, type ProgrammeVenue, type VenueMap, venueKey } from './venue-map.ts';
import { spaced } from './work-title.ts';

const maxLines = 5_000;
const priceColumn = /^priceCents:([A-Z0-9][A-Z0-9_-]{0,39})$/;

const name = z.string().transform(spaced).pipe(z.string().min(1).max(200));
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/);
const whole = (from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to));
const price = whole(0, 100_000_000);

const row = z.object({
  venue: name,
  timeZone: z.string().trim().min(1).max(60),
  categoryCode: code,
  categoryNameFr: name,
  categoryNameEn: name,
  rank: whole(1, 99),
  colour: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
  capacity: whole(1, 200_000),
});
type Row = z.infer<typeof row>;
const columns = Object.keys(row.shape);

/**
 * Reads a file of venues: CSV in UTF-8 with a header (comma, semicolon or tab), one line per venue and seat category.
 * Columns: `venue`, `timeZone` (IANA name), `categoryCode`, `categoryNameFr`, `categoryNameEn`, `rank` (1 = best),
 * `colour` (`#rrggbb`), `capacity` (places), and `priceCents:<code of an audience subcategory>` for each price; an
 * empty price is none.
 * @throws UnreadableInput with every fault of every line, `where` being `line <n>`
 */
export function readVenues(csv: string): VenueMap {
  const [header, ...lines] = csvLines(csv, maxLines);
  if (header === undefined || lines.length === 0) throw new UnreadableInput([fault(1, 'venues.empty')]);
  const titles = header.cells.map((cell) => cell.trim());
  refuse(headerFaults(header.number, titles));
  const venues = new Map<string, OpenVenue>();
  refuse(lines.flatMap((line) => readLine(line, titles, venues)));
  return venues;
}

type OpenVenue = ProgrammeVenue & { categories: ProgrammeCategory[] };

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new UnreadableInput(faults);
}

function fault(line: number, faultCode: Fault['code'], values: Fault['values'] = {}): Fault {
  return { where: `line ${line}`, code: faultCode, values };
}

function headerFaults(line: number, titles: readonly string[]): Fault[] {
  const missing = columns.filter((column) => !titles.includes(column));
  const odd = titles.filter(
    (title, index) =>
      titles.indexOf(title) !== index || !(columns.includes(title) || priceColumn.test(title)),
  );
  return [
    ...missing.map((column) => fault(line, 'venues.columnMissing', { column })),
    ...odd.map((column) => fault(line, 'venues.columnUnknown', { column })),
    ...(titles.some((title) => priceColumn.test(title)) ? [] : [fault(line, 'venues.noPriceColumn')]),
  ];
}

/** Adds the category of a line to its venue, or says what is wrong with the line. */
function readLine(line: CsvLine, titles: readonly string[], venues: Map<string, OpenVenue>): Fault[] {
  const cells = Object.fromEntries(titles.map((title, index) => [title, line.cells[index] ?? '']));
  const parsed = row.safeParse(cells);
  const { prices, faults } = readPrices(line.number, cells);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    const fields = [...wrong].map((column) =>
      fault(line.number, 'venues.field', { column, value: cells[column] ?? '' }),
    );
    return [...fields, ...faults];
  }
  if (line.cells.length > titles.length) {
    faults.push(fault(line.number, 'venues.columnUnknown', { column: `${titles.length + 1}` }));
  }
  if (faults.length > 0) return faults;
  return addCategory(line.number, parsed.data, prices, venues);
}

function readPrices(line: number, cells: Readonly<Record<string, string>>) {
  const prices = new Map<string, number>();
  const faults: Fault[] = [];
  for (const [column, value] of Object.entries(cells)) {
    const subcategory = priceColumn.exec(column)?.[1];
    if (subcategory === undefined || value.trim() === '') continue;
    const parsed = price.safeParse(value);
    if (parsed.success) prices.set(subcategory, parsed.data);
    else faults.push(fault(line, 'venues.field', { column, value }));
  }
  return { prices, faults };
}

function addCategory(
  line: number,
  given: Row,
  prices: ReadonlyMap<string, number>,
  venues: Map<string, OpenVenue>,
): Fault[] {
  const { venue: venueName, timeZone, categoryCode: category } = given;
  if (!isTimeZone(timeZone)) return [fault(line, 'venues.timeZone', { value: timeZone })];
  if (prices.size === 0) return [fault(line, 'venues.noPrice', { category })];
  const key = venueKey(venueName);
  const venue = venues.get(key) ?? {
    code: uniqueCode(venueName, venues),
    name: venueName,
    timeZone,
    categories: [],
  };
  if (venue.timeZone !== timeZone) {
    return [fault(line, 'venues.timeZoneDiffers', { venue: venueName, value: venue.timeZone })];
  }
  if (venue.categories.some((known) => known.code === category)) {
    return [fault(line, 'venues.duplicateCategory', { category, venue: venueName })];
  }
  const { categoryNameFr, categoryNameEn, rank, colour, capacity } = given;
  venue.categories.push({
    code: category,
    names: { fr: categoryNameFr, en: categoryNameEn },
    rank,
    colour,
    capacity,
    prices,
  });
  venues.set(key, venue);
  return [];
}

/** Two venues whose names give one code (they differ in a sign only) get a number. */
function uniqueCode(venueName: string, venues: ReadonlyMap<string, OpenVenue>): string {
  const taken = new Set([...venues.values()].map((venue) => venue.code));
  const plain = slug(venueName);
  let unique = plain;
  for (let number = 2; taken.has(unique); number += 1) unique = `${plain}-${number}`;
  return unique;
}
