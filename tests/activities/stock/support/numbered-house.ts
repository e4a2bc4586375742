import { configurationRecords } from '../../../../activities/records/kinds/logical-configurations.ts';
import { performanceRecords } from '../../../../activities/records/kinds/performances.ts';
import { spaceRecords } from '../../../../activities/records/kinds/spaces.ts';
import { setPrices } from '../../../../activities/records/set-prices.ts';
import { createRecord } from '../../../../activities/records/write-record.ts';
import { openSeats } from '../../../../activities/stock/open-seats.ts';
import { importSeatPlan } from '../../../../activities/venues/import-seat-plan.ts';
import { createHouse, type House, type HouseOverrides } from '../../../support/house.ts';

/** A hall of the house: rows of seats without a gap, the first rows in the best category. */
export interface Hall {
  configurationId: string;
  spaceId: string;
}

/** A house with a hall of numbered seats. */
export interface NumberedHouse extends House {
  hall: Hall;
  /** A performance of the hall, with its seats open in the first contingent unless told otherwise. */
  numbered(how?: { contingentId?: string; open?: boolean }): Promise<string>;
  /** The seats of a performance's category, in the order of the plan. */
  seats(performanceId: string, category?: number): Promise<SeatRow[]>;
}

/** A seat of a performance as it stands. */
export interface SeatRow {
  id: string;
  stockId: string;
  claimId: string | null;
  contingentId: string;
}

/** Seats of a row of the hall. */
const rowLength = 10;

/** A house with one hall: so many rows in the first category, as many in the second, ten seats each. */
export async function createNumberedHouse(
  url: string,
  { rows = 2, ...overrides }: HouseOverrides & { rows?: number } = {},
): Promise<NumberedHouse> {
  const house = await createHouse(url, overrides);
  const hall = await createHall(house, rows);
  let made = 0;
  return {
    ...house,
    hall,
    numbered: async ({ contingentId = house.contingentId, open = true } = {}) => {
      made += 1;
      const { id } = await createRecord(house.caller(), performanceRecords, {
        eventId: house.eventId,
        venueId: house.venueId,
        configurationId: hall.configurationId,
        startsAt: new Date(Date.now() + (30 + made) * 86_400_000).toISOString(),
      });
      await setPrices(house.caller(), { performanceId: id, version: null, prices: await prices(house) });
      if (open) await openSeats(house.caller(), { performanceId: id, version: null, contingentId });
      return id;
    },
    seats: (performanceId, category = 0) =>
      house.database.read(house.institutionId, (db) =>
        db
          .selectFrom('performance_seat as s')
          .innerJoin('stock as t', 't.id', 's.stock_id')
          .select(['s.seat_id as id', 't.id as stockId', 's.claim_id as claimId'])
          .select('t.contingent_id as contingentId')
          .where('s.performance_id', '=', performanceId)
          .where('t.seat_category_id', '=', house.seatCategoryIds[category] ?? '')
          .orderBy('s.seat_id')
          .execute(),
      ),
  };
}

async function createHall(house: House, rows: number): Promise<Hall> {
  const space = await createRecord(house.caller(), spaceRecords, {
    venueId: house.venueId,
    code: 'SALLE',
    name: 'Salle',
  });
  const bytes = new TextEncoder().encode(JSON.stringify(plan(rows)));
  const { planId } = await importSeatPlan(house.caller(), { spaceId: space.id, bytes, dryRun: false });
  const configuration = await createRecord(house.caller(), configurationRecords, {
    spaceId: space.id,
    code: 'ASSIS',
    name: 'Assis',
    numbered: true,
    planId: planId ?? '',
    capacities: [],
    state: 'valid',
  });
  return { configurationId: configuration.id, spaceId: space.id };
}

function plan(rows: number) {
  return {
    name: 'Salle',
    categories: [
      { name: 'CAT1', color: '#b71c1c' },
      { name: 'CAT2', color: '#1155aa' },
    ],
    zones: [
      {
        name: 'PLATEA',
        rows: Array.from({ length: 2 * rows }, (_row, r) => ({
          row_number: `${r + 1}`,
          position: { x: 0, y: r * 90 },
          seats: Array.from({ length: rowLength }, (_seat, s) => ({
            seat_number: `${s + 1}`,
            seat_guid: `${r}-${s}`,
            position: { x: s * 50, y: 0 },
            category: r < rows ? 'CAT1' : 'CAT2',
          })),
        })),
      },
    ],
    size: { width: 800, height: 600 },
  };
}

async function prices(house: House) {
  return house.database.read(house.institutionId, (db) =>
    db
      .selectFrom('price')
      .select(['seat_category_id as seatCategoryId', 'audience_subcategory_id as audienceSubcategoryId'])
      .select('price_cents as priceCents')
      .where('performance_id', '=', house.performanceId)
      .execute(),
  );
}
