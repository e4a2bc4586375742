import type { AffectedRow } from '../../../database/read-models/affected-options.ts';
import type { OptionPlaces, PlacesFate } from '../../../rules/options/configuration-change/places.ts';
import { holdsStock } from '../../../rules/options/life.ts';
import { configurationLetter } from '../../../rules/options/performance-change.ts';
import type { DrawnConfiguration } from './configuration-state.ts';

/** What another configuration makes of a performance: counted by option, then the stock. */
export interface ConfigurationPreview {
  from: string | null;
  to: {
    id: string;
    name: string;
    spaceName: string;
    numbered: boolean;
    planName: string | null;
    planRevision: number | null;
  };
  fates: { fate: PlacesFate; options: number; places: number }[];
  /** Held options that find no place: the change takes them back or is refused. */
  unfit: number;
  /** Options promised for good whose seats change: it has to be accepted. */
  promisedMoves: number;
  /** Places promised for good, of options or sold elsewhere, that find none, and `outOfReach`: the change is refused. */
  promisedUnfit: number;
  /** Places of options out of reach that could not stay as they are. */
  outOfReach: number;
  /** Options whose seats change without a letter: their contacts await an answer. */
  untold: number;
  /** Requests for a category that is not there any more. */
  askedGone: number;
  rows: {
    seatCategoryId: string;
    seatCategoryName: string;
    contingentId: string;
    contingentName: string;
    capacity: Figure;
    overbooking: Figure;
    taken: Figure;
  }[];
  pools: { seatCategoryId: string; seatCategoryName: string; places: Figure }[];
  blocks: { places: number; kept: number };
  sales: { places: number; unseated: number; unfit: number };
}

interface Figure {
  before: number;
  after: number;
}

/** Whether an option is promised for good. */
function isPromised({ state }: Pick<AffectedRow, 'state'>): boolean {
  const effect = holdsStock(state);
  return effect === 'ordered' || effect === 'sold';
}

/** Whether something changes about the seats of an option. */
function isMoved({ fate }: Pick<OptionPlaces, 'fate'>): boolean {
  return fate === 'reseated' || fate === 'seated' || fate === 'unnumbered';
}

/** Counts what a change of configuration does. */
export function configurationPreview(
  { configurationName }: { configurationName: string | null },
  drawn: DrawnConfiguration,
  concerned: readonly { option: AffectedRow; places: OptionPlaces }[],
): ConfigurationPreview {
  const { target, outcome } = drawn;
  const { id, name, spaceName, numbered, planName, planRevision } = target;
  const unfit = concerned.filter(({ places }) => places.fate === 'unfit');
  const promised = (each: (typeof concerned)[number]) => isPromised(each.option);
  const moved = concerned.filter(({ places }) => isMoved(places));
  return {
    from: configurationName,
    to: { id, name, spaceName, numbered, planName, planRevision },
    fates: [...Map.groupBy(concerned, ({ places }) => places.fate)].map(([fate, each]) => ({
      fate,
      options: each.length,
      places: each.reduce((sum, { places }) => sum + places.places, 0),
    })),
    unfit: unfit.filter((each) => !promised(each)).length,
    promisedMoves: moved.filter((each) => promised(each) && each.places.fate !== 'seated').length,
    promisedUnfit:
      unfit.filter(promised).reduce((sum, { places }) => sum + places.places, 0) +
      outcome.sales.unfit +
      outcome.others.unfit,
    outOfReach: outcome.others.unfit,
    untold: moved.filter(({ option, places }) => configurationLetter(option, places) === null).length,
    askedGone: concerned.filter(({ places }) => places.askedGone).length,
    rows: stockRows(drawn),
    pools: poolsOf(drawn),
    blocks: outcome.blocks,
    sales: outcome.sales,
  };
}

function stockRows({ rows, outcome, nameOf }: DrawnConfiguration): ConfigurationPreview['rows'] {
  const keyOf = (row: { seatCategoryId: string; contingentId: string }) =>
    `${row.seatCategoryId}/${row.contingentId}`;
  const before = new Map(rows.map((row) => [keyOf(row), row]));
  const after = new Map(outcome.rows.map((row) => [keyOf(row), row]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const row = is ?? was;
    if (row === undefined) return [];
    const figure = (name: 'capacity' | 'overbooking' | 'taken') => ({
      before: was?.[name] ?? 0,
      after: is?.[name] ?? 0,
    });
    const figures = {
      capacity: figure('capacity'),
      overbooking: figure('overbooking'),
      taken: figure('taken'),
    };
    if (Object.values(figures).every((each) => each.before === 0 && each.after === 0)) return [];
    const { seatCategoryId, contingentId } = row;
    return [
      {
        seatCategoryId,
        seatCategoryName: nameOf(seatCategoryId),
        contingentId,
        contingentName: nameOf(contingentId),
        ...figures,
      },
    ];
  });
}

function poolsOf({ pools, outcome, nameOf }: DrawnConfiguration): ConfigurationPreview['pools'] {
  const before = new Map(pools.map(({ seatCategoryId, pool }) => [seatCategoryId, pool]));
  const after = new Map(outcome.categories.map(({ seatCategoryId, pool }) => [seatCategoryId, pool]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((seatCategoryId) => {
    const places = { before: before.get(seatCategoryId) ?? 0, after: after.get(seatCategoryId) ?? 0 };
    if (places.before === 0 && places.after === 0) return [];
    return [{ seatCategoryId, seatCategoryName: nameOf(seatCategoryId), places }];
  });
}
