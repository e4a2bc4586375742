import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { limitationTableRecords } from '../../../activities/records/kinds/limitation-tables.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { type Actor, newRequestId, type VerbCaller } from '../../../activities/verb.ts';
import { tellReason } from '../../../rules/messages/format.ts';
import { inDays, type PerformanceWish, Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

/**
 * Every setting that authorises options in seed 004 ("Ces différentes autorisations sont toutes paramétrées …"), refused
 * and allowed, at request ("la demande d'option") and at placement ("la pose, même directe").
 */
let stage: Stage;
let house: Theatre;
let performanceId: string;
let school: string;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
  performanceId = await stage.performance(house, { stock: [{ capacity: 500 }] });
  await stage.performance(house); // another event, which profiles may name
  await stage.insert('sales_channel', {
    organisation_id: house.organisationId,
    code: 'AILLEURS',
    name: 'Internet entreprises',
    kind: 'internet-company',
    individual_audience_category_id: stage.audience('INDIVIDUEL'),
  });
  school = await stage.contact({
    kind: 'structure',
    structure_type: 'community',
    acceptance: 'accepted',
    name: 'École des Tilleuls',
    collectivity_type_id: stage.house.institution.collectivityTypes.SCOLAIRE!,
  });
  const { rows } = await stage.owner.query<{ id: string }>(
    `select f.id from product_family f join show_event e on e.family_id = f.id
     join performance p on p.event_id = e.id where p.id = $1`,
    [performanceId],
  );
  await createRecord(stage.caller(), limitationTableRecords, {
    organisationId: house.organisationId,
    code: 'OPTIONSCO',
    name: 'Option pour les scolaires',
    familyId: rows[0]!.id,
    collectivityTypeIds: [stage.house.institution.collectivityTypes.SCOLAIRE!],
    maximumPerOption: 60,
    state: 'validated',
  });
});
afterAll(() => stage.close());

type Wish = { contactId?: string; quantity?: number };

async function asking({ contactId = school, quantity = 10 }: Wish) {
  return { contactId, performanceId, lines: [{ seatCategoryId: house.categories.CAT1, quantity }] };
}

/** Null when it is allowed; else the reasons, as they are read. */
async function refusedBecause(attempt: Promise<unknown>): Promise<string | null> {
  const failure: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (failure === null) return null;
  if (!(failure instanceof Problem)) throw failure;
  return (failure.details.reasons ?? [])
    .map((reason) => tellReason('fr', reason).message)
    .join(' ')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

const request = async (wish: Wish, more: Partial<VerbCaller> = {}) =>
  refusedBecause(requestOption(stage.caller(more), await asking(wish)));
const place = async (wish: Wish, more: Partial<VerbCaller> = {}) =>
  refusedBecause(placeDirectly(stage.caller(more), await asking(wish)));

const ofSeason = `id = (select a.season_id from season_activity a join show_event e on e.activity_id = a.id
  join performance p on p.event_id = e.id where p.id = $1)`;
const ofActivity = `id = (select e.activity_id from show_event e join performance p on p.event_id = e.id where p.id = $1)`;
const ofCategory = `code = 'CAT1' and venue_id = (select venue_id from performance where id = $1)`;

const organisation = '(select organisation_id from performance where id = $1)';
const ofProfile = `where kind = 'seats' and organisation_id = ${organisation}`;
const profile = `(select id from option_profile ${ofProfile})`;
const noProfile = /^La filière « .+ » n’a aucun profil d’option en cours de validité\.$/;
const notCovered =
  /^Aucun profil d’option de la filière « .+ » ne couvre la catégorie « CAT1 » pour la séance du .+\.$/;

/** A profile that names another record than the one asked for; then it names none of that kind again. */
function covering(column: 'event_id' | 'performance_id' | 'seat_category_id', other: string) {
  return {
    forbid: `insert into option_profile_cover (id, institution_id, option_profile_id, ${column})
      select gen_random_uuid(), institution_id, id, (${other} limit 1) from option_profile ${ofProfile}`,
    allow: `delete from option_profile_cover where option_profile_id = ${profile} and ${column} is not null`,
    request: notCovered,
    placement: null,
  };
}

type Setting = {
  /** The seed's own heading. */
  seed: string;
  forbid: string;
  allow: string;
  wish?: Wish;
  request: RegExp | null;
  placement: RegExp | null;
};

const settings: readonly Setting[] = [
  {
    seed: 'Par saison',
    forbid: `update season set open = false where ${ofSeason}`,
    allow: `update season set open = true where ${ofSeason}`,
    request: /^La saison « .+ » n’est pas ouverte\.$/,
    placement: /^La saison « .+ » n’est pas ouverte\.$/,
  },
  {
    seed: 'Par activité : options places autorisées *',
    forbid: `update season_activity set seat_options_allowed = false where ${ofActivity}`,
    allow: `update season_activity set seat_options_allowed = true where ${ofActivity}`,
    request: /^L’activité « Spectacles » n’autorise pas les options de places\.$/,
    placement: /^L’activité « Spectacles » n’autorise pas les options de places\.$/,
  },
  {
    seed: 'Par catégorie de place : option autorisée',
    forbid: `update seat_category set option_allowed = false where ${ofCategory}`,
    allow: `update seat_category set option_allowed = true where ${ofCategory}`,
    request: /^La catégorie de place « CAT1 » n’autorise pas les options\.$/,
    placement: /^La catégorie de place « CAT1 » n’autorise pas les options\.$/,
  },
  {
    seed: 'Dans les profils d’option : attribution filières de vente, au moment de la demande seulement',
    forbid: `update option_profile set state = 'draft' ${ofProfile}`,
    allow: `update option_profile set state = 'validated' ${ofProfile}`,
    request: noProfile,
    placement: null,
  },
  {
    seed: 'Dans les profils d’option : quantité minimale *, au moment de la demande seulement',
    forbid: `update option_profile set minimum_quantity = 11 ${ofProfile}`,
    allow: `update option_profile set minimum_quantity = 1 ${ofProfile}`,
    request: /au minimum 11 places par demande ; celle-ci en compte 10\.$/,
    placement: null,
  },
  {
    seed: 'Dans les profils d’option : date début *, au moment de la demande seulement',
    forbid: `update option_profile set starts_on = now()::date + 2 ${ofProfile}`,
    allow: `update option_profile set starts_on = null ${ofProfile}`,
    request: noProfile,
    placement: null,
  },
  {
    seed: 'Dans les profils d’option : date fin *, au moment de la demande seulement',
    forbid: `update option_profile set ends_on = now()::date - 2 ${ofProfile}`,
    allow: `update option_profile set ends_on = null ${ofProfile}`,
    request: noProfile,
    placement: null,
  },
  {
    seed: 'Dans les profils d’option : attribution filières de vente (à une autre), à la demande seulement',
    forbid: `update option_profile_cover set channel_id = (select id from sales_channel where code = 'AILLEURS')
      where option_profile_id = ${profile} and channel_id is not null`,
    allow: `update option_profile_cover set channel_id = (select id from sales_channel
      where kind = 'back-office' and organisation_id = ${organisation})
      where option_profile_id = ${profile} and channel_id is not null`,
    request: noProfile,
    placement: null,
  },
  {
    seed: 'Dans les profils d’option : événements (un autre), à la demande seulement',
    ...covering(
      'event_id',
      'select id from show_event where id <> (select event_id from performance where id = $1)',
    ),
  },
  {
    seed: 'Dans les profils d’option : séances (une autre), à la demande seulement',
    ...covering('performance_id', 'select id from performance where id <> $1'),
  },
  {
    seed: 'Dans les profils d’option : catégories de place (une autre), à la demande seulement',
    ...covering(
      'seat_category_id',
      `select id from seat_category where code = 'CAT2' and venue_id =
      (select venue_id from performance where id = $1)`,
    ),
  },
];

/** What a placement meets of 10 places: how many pass, by the activity's settings. */
const availability: readonly { seed: string; activity: PerformanceWish['activity']; passing: number }[] = [
  {
    seed: 'Par activité : décompte disponibilité * oui, surbooking autorisé * non',
    activity: { deductsAvailability: true, overbookingAllowed: false },
    passing: 10,
  },
  {
    seed: 'Par activité : surbooking autorisé * oui, 20 % selon quota',
    activity: { overbookingAllowed: true, overbookingPercent: 20, overbookingBasis: 'quota' },
    passing: 12,
  },
  {
    seed: 'Par activité : surbooking autorisé * oui, 20 % selon jauge',
    activity: { overbookingAllowed: true, overbookingPercent: 20, overbookingBasis: 'capacity' },
    passing: 12,
  },
];

const dayMs = 86_400_000;
const dayInParis = (instant: string) =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' }).format(new Date(instant));

/** When an option placed now must be confirmed, by the activity's settings. */
const dueDates: readonly {
  seed: string;
  activity: PerformanceWish['activity'];
  day: (startsAt: string) => string;
}[] = [
  {
    seed: 'Par activité : confirmation après pose d’option, 10 jours',
    activity: { confirmationDaysAfterPlacement: 10, confirmationDaysBeforePerformance: null },
    day: () => new Date(Date.now() + 10 * dayMs).toISOString(),
  },
  {
    seed: 'Par activité : confirmation avant séance, 55 jours',
    activity: { confirmationDaysAfterPlacement: null, confirmationDaysBeforePerformance: 55 },
    day: (startsAt) => new Date(Date.parse(startsAt) - 55 * dayMs).toISOString(),
  },
];

describe('what authorises options, by the seed', () => {
  it.each(settings)('$seed', async ({ forbid, allow, request: asked, placement }) => {
    await stage.owner.query(forbid, [performanceId]);
    try {
      const [toRequest, toPlace] = [await request({}), await place({})];
      if (asked === null) expect(toRequest).toBeNull();
      else expect(toRequest).toMatch(asked);
      if (placement === null) expect(toPlace).toBeNull();
      else expect(toPlace).toMatch(placement);
    } finally {
      await stage.owner.query(allow, [performanceId]);
    }
    expect([await request({}), await place({})]).toEqual([null, null]);
  });

  it.each(availability)('$seed', async ({ activity, passing }) => {
    const at = await stage.performance(house, { activity, stock: [{ capacity: 10 }] });
    const anyone = await stage.contact();
    const asked = (quantity: number) => ({
      contactId: anyone,
      performanceId: at,
      lines: [{ seatCategoryId: house.categories.CAT1, quantity }],
    });
    // a request takes nothing: only the placement finds that seats are lacking
    expect(await refusal(requestOption(stage.caller(), asked(passing + 1)))).toBeNull();
    expect(await refusal(placeDirectly(stage.caller(), asked(passing + 1)))).toBe('stock.insufficient');
    expect(await refusal(placeDirectly(stage.caller(), asked(passing)))).toBeNull();
  });

  it('Par activité : décompte disponibilité * non, la pose ne prend rien', async () => {
    const activity = { deductsAvailability: false };
    const at = await stage.performance(house, { activity, stock: [{ capacity: 10 }] });
    const asked = {
      ...(await asking({ contactId: await stage.contact(), quantity: 11 })),
      performanceId: at,
    };
    expect(await refusal(requestOption(stage.caller(), asked))).toBeNull();
    const placed = await placeDirectly(stage.caller(), asked);
    expect(placed.lines[0]?.placed).toMatchObject([{ quantity: 11, takesStock: false }]);
    expect(await refusal(confirmOption(stage.caller(), { optionId: placed.id }))).toBe('stock.insufficient');
  });

  it.each(dueDates)('$seed', async ({ activity, day }) => {
    const startsAt = inDays(60);
    const at = await stage.performance(house, { activity, startsAt });
    const asked = { ...(await asking({ contactId: await stage.contact() })), performanceId: at };
    const requested = await requestOption(stage.caller(), asked);
    expect(requested.confirmationDueAt).toBeNull();
    const placed = await placeOption(stage.caller(), { optionId: requested.id });
    const direct = await placeDirectly(stage.caller(), asked);
    for (const { confirmationDueAt } of [placed, direct])
      expect(dayInParis(confirmationDueAt ?? '')).toBe(dayInParis(day(startsAt)));
  });

  it('Par type de collectivité : table de limitation d’option', async () => {
    const refused =
      /^Les contacts de type « .+ » peuvent avoir 60 places par option ; celle-ci en compte 61 \(possible : 60 au plus\)\.$/;
    expect(await request({ quantity: 61 })).toMatch(refused);
    expect(await place({ quantity: 61 })).toMatch(refused);
    expect([await request({ quantity: 60 }), await place({ quantity: 60 })]).toEqual([null, null]);
    const anyone = await stage.contact();
    expect([
      await request({ contactId: anyone, quantity: 61 }),
      await place({ contactId: anyone, quantity: 61 }),
    ]).toEqual([null, null]);
  });

  it('Dans les droits d’un opérateur : son périmètre, à la demande comme à la pose', async () => {
    const elsewhere: Actor = { ...stage.caller().actor, organisationIds: [newRequestId()] };
    for (const attempt of [request({}, { actor: elsewhere }), place({}, { actor: elsewhere })])
      expect(await attempt).toBe('');
  });
});
