import { piece, statement } from '../../database/statement.ts';
import type { StockEffect } from '../../rules/options/life.ts';
import { moveBetween } from '../../rules/stock/counters.ts';
import { moveStock } from '../stock/move-stock.ts';
import { releaseSeats, takeSeats } from '../stock/seats.ts';
import type { Verb } from '../verb.ts';
import type { AnsweredLine, PlacedPlaces } from './option-answer.ts';

/** Places granted, with the stock row they stand in. */
export interface GrantedPlaces extends PlacedPlaces {
  lineId: string;
  stockId: string;
  counter: 'held' | 'ordered' | 'sold' | 'blocked' | 'released';
}

/** The lines of an option with all that was ever granted on them (released places too). */
export interface OptionLines {
  lines: AnsweredLine[];
  granted: GrantedPlaces[];
}

/** A row of lines as asked for; what there is none of is null. */
export type LinesRow = { [Key in keyof OptionLines]: OptionLines[Key] | null };

/** The lines of `q.option_id` in their order and all that was granted on them, as columns of a question. */
export const linesOfOption = piece`
      (select json_agg(json_build_object('id', l.id, 'performanceId', l.performance_id,
          'productLineId', l.product_line_id, 'seatCategoryId', l.seat_category_id,
          'audienceSubcategoryId', l.audience_subcategory_id, 'requestedQuantity', l.requested_quantity,
          'minimumQuantity', l.minimum_quantity, 'placed', '[]'::json) order by l.position)
        from option_line l where l.option_id = q.option_id) as lines,
      (select json_agg(json_build_object('id', c.id, 'lineId', c.line_id, 'stockId', c.stock_id, 'counter', c.counter,
          'performanceId', c.performance_id, 'seatCategoryId', c.seat_category_id, 'contingentId', c.contingent_id,
          'audienceSubcategoryId', c.audience_subcategory_id, 'quantity', c.quantity, 'takesStock', c.takes_stock,
          'priceCents', c.price_cents, 'seats', c.seats) order by c.id)
        from claim c where c.source_id = q.option_id and c.source_type = 'option') as granted`;

/** Reads the lines of a locked option. */
export async function readLines(ask: Verb['ask'], optionId: string): Promise<OptionLines> {
  const [found] = await ask(
    statement<LinesRow>`select ${linesOfOption} from (select ${optionId}::uuid as option_id) q`,
  );
  return toLines(found);
}

/** Lines of an option as they are written, from a position on. */
export function insertLines(verb: Verb, optionId: string, lines: readonly AnsweredLine[], from = 0) {
  return verb.db.insertInto('option_line').values(
    lines.map((line, at) => ({
      id: line.id,
      institution_id: verb.institutionId,
      option_id: optionId,
      position: from + at,
      performance_id: line.performanceId,
      seat_category_id: line.seatCategoryId,
      audience_subcategory_id: line.audienceSubcategoryId,
      requested_quantity: line.requestedQuantity,
      minimum_quantity: line.minimumQuantity,
      product_line_id: line.productLineId,
    })),
  );
}

/** The lines told by a row. */
export function toLines(row: LinesRow | undefined): OptionLines {
  return { lines: row?.lines ?? [], granted: row?.granted ?? [] };
}

/** Puts beside each requested line the places that are live now. */
export function withPlaced(
  lines: readonly AnsweredLine[],
  granted: readonly GrantedPlaces[],
): AnsweredLine[] {
  return lines.map((line) => ({
    ...line,
    placed: granted
      .filter((places) => places.lineId === line.id && places.counter !== 'released')
      .map(({ lineId: _line, stockId: _stock, counter: _counter, ...places }) => places),
  }));
}

/** What places in a counter weigh on the stock; tentative ones are held in name only. */
function effectOf(counter: GrantedPlaces['counter']): StockEffect {
  switch (counter) {
    case 'held':
    case 'ordered':
    case 'sold':
      return counter;
    case 'blocked':
    case 'released':
      return 'nothing';
  }
}

/**
 * Moves every live claim of an option from one counter to another, claims and stock rows alike;
 * `released` gives the places back and keeps what had been granted. Numbered seats follow their claim.
 * @throws Problem `stock.insufficient` for seats named for a tentative claim that somebody else has taken.
 */
export async function moveClaims(
  verb: Verb,
  optionId: string,
  granted: readonly GrantedPlaces[],
  to: 'held' | 'ordered' | 'released',
): Promise<GrantedPlaces[]> {
  const live = granted.filter((places) => places.counter !== 'released');
  if (live.length === 0) return [];
  await moveSeats(verb, live, to);
  verb.write(
    verb.db
      .updateTable('claim')
      .set({ counter: to })
      .where('source_id', '=', optionId)
      .where('source_type', '=', 'option')
      .where('counter', '<>', 'released'),
  );
  return moveCounted(verb, live, to);
}

/** The same for some claims of an option. */
export async function moveSomeClaims(
  verb: Verb,
  live: readonly GrantedPlaces[],
  to: 'held' | 'ordered' | 'released',
): Promise<GrantedPlaces[]> {
  if (live.length === 0) return [];
  await moveSeats(verb, live, to);
  const ids = live.map(({ id }) => id);
  verb.write(verb.db.updateTable('claim').set({ counter: to }).where('id', 'in', ids));
  return moveCounted(verb, live, to);
}

function moveCounted(
  verb: Verb,
  live: readonly GrantedPlaces[],
  to: 'held' | 'ordered' | 'released',
): GrantedPlaces[] {
  moveStock(
    verb,
    live.map(({ stockId, counter, quantity, takesStock }) => ({
      stockId,
      move: moveBetween(effectOf(counter), effectOf(to), quantity, takesStock),
    })),
  );
  return live.map((places) => ({ ...places, counter: to }));
}

/** A claim holds its seats while it takes stock: a tentative one from its confirmation on. */
async function moveSeats(
  verb: Verb,
  live: readonly GrantedPlaces[],
  to: 'held' | 'ordered' | 'released',
): Promise<void> {
  const holds = ({ takesStock }: GrantedPlaces, counter: GrantedPlaces['counter']) =>
    counter !== 'released' && (takesStock || counter !== 'held');
  const before = live.filter((places) => holds(places, places.counter));
  releaseSeats(
    verb,
    before.filter((places) => !holds(places, to)),
  );
  await takeSeats(
    verb,
    live.filter((places) => !before.includes(places) && holds(places, to)),
  );
}
