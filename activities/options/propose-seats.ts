import { sql } from 'kysely';
import { scoped } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { SeatReason } from '../../rules/seating/reasons.ts';
import { withTaken } from '../../rules/seating/seat-map.ts';
import { type NamedSeat, namedSeat } from '../../rules/stock/named-seat.ts';
import { Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import { hallOf, type IsolatedSeats, mapFor } from '../stock/hall.ts';
import type { VerbCaller } from '../verb.ts';
import { proposeFor } from './best-seats.ts';
import { readChoices } from './choices.ts';

/** What is asked: how many ways, on which date (left out: the option's choices in their order), for how many. */
export interface ProposalQuestion {
  optionId: string;
  performanceId?: string | null;
  /** Ways to seat each line; usually 3. */
  k?: number | null;
  lines?: readonly ProposalLine[] | null;
}

/** A line as it is to be seated; what is left out is as requested. */
export interface ProposalLine {
  lineId: string;
  quantity: number;
  seatCategoryId?: string | null;
  contingentId?: string | null;
}

/** The ways to seat one line, best first; without any, what is left on each date. */
export interface LineProposals {
  lineId: string;
  seatCategoryId: string;
  quantity: number;
  proposals: { performanceId: string; seats: NamedSeat[]; reasons: readonly SeatReason[] }[];
  left: readonly Readonly<{ performanceId: string; reasons: readonly SeatReason[] }>[];
}

/**
 * Proposes seats for an option and says why, without taking any: who takes them is `place`, by their ids or choosing anew
 * under its lock. The option's own seats count as free; a line sees the best seats of the lines before it as taken.
 * @throws Problem `request.notFound` for an option or a performance out of reach, `request.invalid` for a line that is
 *   not the option's.
 */
export async function proposeSeats(caller: VerbCaller, question: ProposalQuestion): Promise<LineProposals[]> {
  return caller.database.read(caller.institutionId, async (db) => {
    const option = await optionOf(db, caller, question.optionId);
    const lines = linesAsked(option.lines, question.lines ?? null);
    const performanceIds = await datesOf(db, caller, question);
    const halls = new Map<string, NamedSeat>();
    const maps = new Map<string, ReturnType<typeof mapFor>>();
    for (const id of performanceIds) {
      const { rows } = await db.executeQuery(hallOf(id).compile(db));
      if (rows.length === 0) continue;
      maps.set(id, mapFor(rows, new Set(option.claims)));
      for (const seat of rows) halls.set(seat.id, seat);
    }
    return lines.map(({ id, quantity, seatCategoryId, contingentId }) => {
      const contingentIds = option.contingents.filter((each) => [null, each].includes(contingentId));
      const { acceptsUpgrade } = option;
      const wish = {
        performanceIds,
        quantity,
        seatCategoryId,
        contingentIds,
        acceptsUpgrade,
        oneCategory: true, // a line is placed in one category, at one price
      };
      const { proposals, left } = proposeFor(maps, wish, option, question.k ?? 3);
      const [best] = proposals;
      const map = best && maps.get(best.performanceId);
      if (best && map) maps.set(best.performanceId, withTaken(map, best.seatIds));
      return {
        lineId: id,
        seatCategoryId,
        quantity,
        proposals: proposals.map(({ performanceId, seatIds, reasons }) => ({
          performanceId,
          seats: seatIds.flatMap((seatId) => halls.get(seatId) ?? []).map(namedSeat),
          reasons,
        })),
        left,
      };
    });
  });
}

interface AskedOption extends IsolatedSeats {
  acceptsUpgrade: boolean;
  lines: { id: string; seatCategoryId: string; quantity: number }[];
  /** Live claims, whose seats the option would give back. */
  claims: string[];
  /** Contingents its channel may draw from. */
  contingents: string[];
}

async function optionOf(db: Queries, caller: VerbCaller, optionId: string): Promise<AskedOption> {
  const { rows } = await sql<AskedOption>`
    select o.accepts_upgrade as "acceptsUpgrade", h.isolated_seat_trigger as "isolatedSeatTrigger",
      h.isolated_seats_allowed as "isolatedSeatsAllowed",
      coalesce((select json_agg(json_build_object('id', l.id, 'seatCategoryId', l.seat_category_id,
          'quantity', l.requested_quantity) order by l.position)
        from option_line l where l.option_id = o.id), '[]') as lines,
      coalesce((select json_agg(c.id) from claim c
        where c.source_id = o.id and c.source_type = 'option' and c.counter <> 'released'), '[]') as claims,
      coalesce((select json_agg(x.contingent_id order by x.rank) from channel_contingent x
        where x.channel_id = o.channel_id), '[]') as contingents
    from seat_option o join sales_channel h on h.id = o.channel_id
    where o.id = ${optionId} and ${scoped(scopeOf(caller), 'seat_option', 'o')}`.execute(db);
  const [option] = rows;
  if (option === undefined) throw new Problem('request.notFound');
  return option;
}

function linesAsked(lines: AskedOption['lines'], asked: readonly ProposalLine[] | null) {
  if (asked === null) return lines.map((line) => ({ ...line, contingentId: null }));
  return asked.map(({ lineId, quantity, seatCategoryId, contingentId }, at) => {
    const line = lines.find(({ id }) => id === lineId.toLowerCase());
    if (line === undefined)
      throw new Problem('request.invalid', {
        errors: [{ path: `lines.${at}.lineId`, code: 'field.reference' }],
      });
    return {
      id: line.id,
      quantity,
      seatCategoryId: seatCategoryId ?? line.seatCategoryId,
      contingentId: contingentId ?? null,
    };
  });
}

async function datesOf(
  db: Queries,
  caller: VerbCaller,
  { optionId, performanceId }: ProposalQuestion,
): Promise<string[]> {
  if (typeof performanceId !== 'string')
    return (await readChoices(db, optionId)).map((choice) => choice.performanceId);
  const found = await db
    .selectFrom('performance')
    .select('id')
    .where('id', '=', performanceId)
    .where(scoped(scopeOf(caller), 'performance'))
    .executeTakeFirst();
  if (found === undefined) throw new Problem('request.notFound');
  return [found.id];
}
