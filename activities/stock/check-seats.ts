import { sql } from 'kysely';
import type { Drift, SeatFault } from '../../database/entities/stock/gauge-check.ts';
import type { Queries } from '../../database/schema.ts';

/** Seats told one by one in a drift; the numbers count them all. */
const mostTold = 50;

/** A stock row of a numbered performance: its seats, and how many of them stand as held. */
interface NumberedRow {
  stockId: string;
  performanceId: string;
  contingentId: string;
  seatCategoryId: string;
  capacity: number;
  seats: number;
  held: number;
}

type Fault = SeatFault & { stockId: string };

/**
 * Where the seats of numbered performances do not agree with their stock rows and claims, read in the snapshot of the
 * recount. Three counters: `seats` (seats of a row against its capacity), `seatsHeld` (seats that stand as held against
 * those whose claim says so too), `seatsNamed` (seats that stand as held by the claim that names them against all that are
 * named by claims that take places).
 */
export async function seatDifferencesOf(
  db: Queries,
  performanceIds: readonly string[],
): Promise<Omit<Drift, 'sources'>[]> {
  const rows = await numberedRows(db, performanceIds);
  if (rows.length === 0) return [];
  const faults = Map.groupBy(await faultsOf(db, performanceIds), ({ stockId }) => stockId);
  return rows.flatMap(({ capacity, seats, held, ...row }) => {
    const told = faults.get(row.stockId) ?? [];
    const unheld = told.filter(({ fault }) => fault === 'unheld');
    const wrong = told.filter(({ fault }) => fault !== 'unheld');
    const right = held - wrong.length;
    return [
      ...(seats === capacity ? [] : [{ ...row, counter: 'seats', counted: seats, stored: capacity }]),
      ...(wrong.length === 0
        ? []
        : [{ ...row, counter: 'seatsHeld', counted: right, stored: held, seats: explained(wrong) }]),
      ...(unheld.length === 0
        ? []
        : [
            {
              ...row,
              counter: 'seatsNamed',
              counted: right + unheld.length,
              stored: right,
              seats: explained(unheld),
            },
          ]),
    ];
  });
}

function explained(faults: readonly Fault[]): SeatFault[] {
  return faults.slice(0, mostTold).map(({ seatId, claimId, fault }) => ({ seatId, claimId, fault }));
}

/** A row of a numbered performance may have no seat left; one of another performance may have been given some. */
async function numberedRows(db: Queries, performanceIds: readonly string[]): Promise<NumberedRow[]> {
  const { rows } = await sql<NumberedRow>`
    with counted as (
      select stock_id, performance_id, count(*)::int as seats, count(claim_id)::int as held
      from performance_seat where performance_id = any(${[...performanceIds]}::uuid[]) group by 1, 2
    )
    select t.id as "stockId", t.performance_id as "performanceId", t.contingent_id as "contingentId",
      t.seat_category_id as "seatCategoryId", t.capacity, coalesce(c.seats, 0) as seats, coalesce(c.held, 0) as held
    from stock t left join counted c on c.stock_id = t.id and c.performance_id = t.performance_id
    where t.performance_id in (select performance_id from counted)
    order by t.id`.execute(db);
  return rows;
}

/** Seats and claims that do not say the same of each other. */
async function faultsOf(db: Queries, performanceIds: readonly string[]): Promise<Fault[]> {
  const asked = sql`any(${[...performanceIds]}::uuid[])`;
  const { rows } = await sql<Fault>`
    with named as (
      select c.id as claim_id, c.performance_id, c.stock_id, (each.seat ->> 'id')::uuid as seat_id
      from claim c join stock t on t.id = c.stock_id cross join jsonb_array_elements(c.seats) as each (seat)
      where t.performance_id = ${asked} and c.counter <> 'released' and (c.takes_stock or c.counter <> 'held')
    ), marked as (
      select * from performance_seat where performance_id = ${asked} and claim_id is not null
    )
    select coalesce(m.stock_id, n.stock_id) as "stockId", coalesce(m.seat_id, n.seat_id) as "seatId",
      coalesce(m.claim_id, n.claim_id) as "claimId",
      case when m.seat_id is null then 'unheld'
        when c.id is null then 'gone'
        when c.counter = 'released' or (c.counter = 'held' and not c.takes_stock) then 'released'
        when c.stock_id <> m.stock_id or c.performance_id <> m.performance_id then 'elsewhere'
        else 'unnamed' end as fault
    from marked m
    full join named n on n.claim_id = m.claim_id and n.seat_id = m.seat_id and n.stock_id = m.stock_id
      and n.performance_id = m.performance_id
    left join claim c on c.id = m.claim_id
    where m.seat_id is null or n.seat_id is null
    order by 1, 2`.execute(db);
  return rows;
}
