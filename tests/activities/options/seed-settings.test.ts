import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { limitationTableRecords } from '../../../activities/records/kinds/limitation-tables.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { type Actor, newRequestId, type VerbCaller } from '../../../activities/verb.ts';
import { tellReason } from '../../../rules/messages/format.ts';
import { Stage, type Theatre } from './support/stage.ts';

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
    forbid: `update option_profile set state = 'draft' where organisation_id = (select organisation_id from performance where id = $1)`,
    allow: `update option_profile set state = 'validated' where organisation_id = (select organisation_id from performance where id = $1)`,
    request: /^La filière « .+ » n’a aucun profil d’option en cours de validité\.$/,
    placement: null,
  },
  {
    seed: 'Dans les profils d’option : quantité minimale *, au moment de la demande seulement',
    forbid: `update option_profile set minimum_quantity = 11 where organisation_id = (select organisation_id from performance where id = $1)`,
    allow: `update option_profile set minimum_quantity = 1 where organisation_id = (select organisation_id from performance where id = $1)`,
    request: /au minimum 11 places par demande ; celle-ci en compte 10\.$/,
    placement: null,
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
