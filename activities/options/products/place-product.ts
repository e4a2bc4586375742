import { sql } from 'kysely';
import { brokenGrants, extraLines } from '../../../rules/options/product-lines.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { requireServed } from '../../records/require-served.ts';
import type { Verb } from '../../verb.ts';
import { askPlacement } from '../ask-placement.ts';
import { drawLines } from '../draw-lines.ts';
import { contested, type LineGrant, type SettledGrant, settleGrants } from '../granted-lines.ts';
import type { AnsweredLine } from '../option-answer.ts';
import type { GrantedPlaces } from '../option-lines.ts';
import type { FactsQuestion, PerformanceFacts } from '../performance-facts.ts';
import {
  completePlacement,
  dueDate,
  heldPlaces,
  type Placement,
  type PlacementResult,
} from '../place-lines.ts';
import { lockLines, type SeatedLines } from '../seated-lines.ts';
import { type ExtraChoice, grantExtraChoices } from './grant-extra-choices.ts';
import type { ProductFacts, ProductLineFacts } from './product-facts.ts';
import { factsOfLines } from './resolve-product.ts';

/** A placement of an option on a product. */
export interface ProductPlacement extends Omit<Placement, 'facts' | 'seats'> {
  product: ProductFacts;
  asker: Omit<FactsQuestion, 'performanceId'>;
  /** Granted besides, of a season ticket. */
  extraChoices?: readonly ExtraChoice[] | null;
}

/** What is granted of one line, and where. */
interface WantedLine {
  line: AnsweredLine;
  of: ProductLineFacts;
  performanceId: string;
  wish: LineGrant;
  /** Where the wish stands in what the operator said. */
  path: string;
}

/**
 * Places an option on a product, all its lines or none: asks the rules once about all performances, draws each line at its
 * own, takes seats and stock rows in one order. A line may be moved to another of its choices, and of a season ticket one may
 * be granted once more.
 * @throws Problem those of `placeLines`, and `request.invalid` with `product.whole` at lines that do not go without others.
 */
export async function placeProduct(
  verb: Verb,
  asked: ProductPlacement,
): Promise<PlacementResult & { facts: PerformanceFacts }> {
  const placement = withExtraChoices(verb, asked);
  const { lines, product, asker, wishes } = placement;
  const live = lines.granted.filter((places) => places.counter !== 'released');
  const wanted = wantedLines(lines.lines, live, product, wishes);
  const performanceIds = wanted.map(({ performanceId }) => performanceId);
  const performances = await factsOfLines(verb, asker, product, performanceIds);
  const [facts] = performances;
  const due = dueDate(verb, { ...placement, facts });
  const grants = wanted.map((each) => ({ at: each.performanceId, grant: settled(each, performances) }));
  await requireServed(
    verb,
    'audience_subcategory',
    grants.map(({ grant }) => grant.audienceSubcategoryId),
  );
  const [first] = grants;
  const counted = performances.find(({ performanceId }) => performanceId === first?.at) ?? facts;
  const decision = await askPlacement(verb, placement, {
    performances,
    counted: { performance: counted, lines: first === undefined ? [] : [first.grant] },
    categoryIds: grants.map(({ grant }) => grant.seatCategoryId),
    collides: due.collides,
  });
  const places = placesOf(performances, grants, live);
  const seated = await lockSeats(verb, placement, places);
  await lockRooms(verb, places, live);
  const granted: GrantedPlaces[] = [];
  for (const { facts: there, grants: here, live: before } of places) {
    const named = seated.get(there.performanceId) ?? noSeats;
    const drawn = await drawLines(verb, there, before, here, named);
    granted.push(...drawn.map((each) => heldPlaces(there, each)));
  }
  const held = [...seated.values()].flatMap((each) => each.held);
  const result = await completePlacement(
    verb,
    { ...placement, facts, seats: null },
    { due, decision, live, seated: { held }, granted },
  );
  return { ...result, facts };
}

/** The same placement with its extra choices among its lines. */
function withExtraChoices(verb: Verb, placement: ProductPlacement): ProductPlacement {
  const { option, product, lines, wishes, extraChoices } = placement;
  const extra = grantExtraChoices(verb, option, product, lines, extraChoices ?? []);
  if (extra.length === 0) return placement;
  const granted = extra.map(({ id, requestedQuantity }) => ({ lineId: id, quantity: requestedQuantity }));
  return {
    ...placement,
    lines: { ...lines, lines: [...lines.lines, ...extra] },
    wishes: wishes === null ? null : [...wishes, ...granted],
  };
}

const noSeats: SeatedLines = { named: new Map(), held: [] };

/**
 * The lines that are granted: as requested where nothing is said, only the named ones where some are. A line stays where it is
 * held or was asked for.
 */
function wantedLines(
  lines: readonly AnsweredLine[],
  live: readonly GrantedPlaces[],
  product: ProductFacts,
  wishes: readonly LineGrant[] | null,
): WantedLine[] {
  const said: readonly LineGrant[] =
    wishes ?? lines.map((line) => ({ lineId: line.id, quantity: line.requestedQuantity }));
  const errors: FieldError[] = said.flatMap(({ lineId }, at) => {
    if (!lines.some(({ id }) => id === lineId))
      return [{ path: `lines.${at}.lineId`, code: 'field.reference' }];
    const twice = said.findIndex((other) => other.lineId === lineId) < at;
    return twice ? [{ path: `lines.${at}.lineId`, code: 'field.duplicate' }] : [];
  });
  const extra = extraLines(lines);
  const all = lines.flatMap((line): WantedLine[] => {
    const of = product.lines.find(({ id }) => id === line.productLineId);
    if (of === undefined) return [];
    const at = said.findIndex(({ lineId }) => lineId === line.id);
    const wish = said[at] ?? { lineId: line.id, quantity: 0 };
    const held = live.find(({ lineId }) => lineId === line.id)?.performanceId;
    const performanceId = wish.performanceId ?? held ?? line.performanceId;
    if (wish.performanceId && !of.performanceIds.includes(wish.performanceId))
      errors.push({ path: `lines.${at}.performanceId`, code: 'field.reference' });
    return [{ line, of, performanceId, wish, path: at < 0 ? 'lines' : `lines.${at}.quantity` }];
  });
  const wanted = all.filter(({ wish }) => wish.quantity > 0);
  for (const [at, { line, performanceId, path }] of wanted.entries()) {
    const same = (other: WantedLine) =>
      other.line.productLineId === line.productLineId && other.performanceId === performanceId;
    if (wanted.findIndex(same) < at) errors.push({ path, code: 'field.duplicate' });
  }
  const broken = brokenGrants(
    product.kind,
    all.map(({ line, of, wish }) => ({ line: of, quantity: wish.quantity, extra: extra.has(line) })),
  );
  if (wanted.length === 0) errors.push({ path: 'lines', code: 'field.tooSmall' });
  else
    errors.push(
      ...broken.flatMap((at) => all[at]?.path ?? []).map((path) => ({ path, code: 'product.whole' })),
    );
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  return wanted;
}

/** The grant of a line at the price of the product's line. */
function settled(
  { line, of, performanceId, wish }: WantedLine,
  performances: readonly PerformanceFacts[],
): SettledGrant {
  const facts = performances.find((each) => each.performanceId === performanceId);
  const [grant] =
    facts === undefined
      ? []
      : settleGrants([line], { ...facts, grid: of.grid }, [{ ...wish, seatCategoryId: null }]);
  if (grant === undefined) throw new RangeError(`a line without a performance: ${line.id}`);
  return grant;
}

/** What is granted and held at one performance. */
interface PlacesAt {
  facts: PerformanceFacts;
  grants: SettledGrant[];
  live: GrantedPlaces[];
}

/** Performances by their ids: two placements that meet take their seats in the same order. */
function placesOf(
  performances: readonly PerformanceFacts[],
  grants: readonly { at: string; grant: SettledGrant }[],
  live: readonly GrantedPlaces[],
): PlacesAt[] {
  return performances
    .map((facts) => ({
      facts,
      grants: grants.filter(({ at }) => at === facts.performanceId).map(({ grant }) => grant),
      live: live.filter(({ performanceId }) => performanceId === facts.performanceId),
    }))
    .toSorted((one, other) => (one.facts.performanceId < other.facts.performanceId ? -1 : 1));
}

/** Locks the seats of every performance the option has or will have places at, by performance and seat. */
async function lockSeats(
  verb: Verb,
  { wishes, lines }: ProductPlacement,
  places: readonly PlacesAt[],
): Promise<Map<string, SeatedLines>> {
  const live = lines.granted.filter(({ counter }) => counter !== 'released');
  const left = live.filter(
    ({ performanceId }) => !places.some(({ facts }) => facts.performanceId === performanceId),
  );
  const leaving = [...Map.groupBy(left, ({ performanceId }) => performanceId)].map(
    ([performanceId, held]) => ({ performanceId, held, at: null }),
  );
  const staying = places.map((at) => ({ performanceId: at.facts.performanceId, held: at.live, at }));
  const found = new Map<string, SeatedLines>();
  const inOrder = [...leaving, ...staying].toSorted((one, other) =>
    one.performanceId < other.performanceId ? -1 : 1,
  );
  for (const { performanceId, held, at } of inOrder) {
    const facts = at?.facts ?? places[0]?.facts;
    if (facts === undefined) continue;
    found.set(
      performanceId,
      await lockLines(verb, {
        performanceId,
        wishes,
        best: false,
        isolated: facts,
        grants: at?.grants ?? [],
        live: held,
        stock: at?.facts.stock ?? [],
      }),
    );
  }
  return found;
}

/**
 * Where a line leaves a choice between contingents, every row of the placement is locked before the first is chosen: pools, then
 * rows, by their ids over all performances, as one who places seats would.
 */
async function lockRooms(
  verb: Verb,
  places: readonly PlacesAt[],
  live: readonly GrantedPlaces[],
): Promise<void> {
  if (!places.some(({ facts, grants }) => contested(grants, facts.stock))) return;
  const rooms = places.flatMap(({ facts }) => facts.stock);
  const ids = [...new Set([...rooms, ...live].map(({ stockId }) => stockId))];
  if (rooms.some(({ spare }) => spare !== null))
    await sql`select 1 from stock_category where id in (
      select c.id from stock t join stock_category c using (performance_id, seat_category_id)
      where t.id = any(${ids}::uuid[])) order by id for no key update`.execute(verb.db);
  await sql`select 1 from stock where id = any(${ids}::uuid[]) order by id for no key update`.execute(
    verb.db,
  );
}
