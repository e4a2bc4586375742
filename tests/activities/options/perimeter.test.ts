import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import { Stage, type Theatre } from './support/stage.ts';
import { actingVerbs, acts, refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;
let neighbour: Stage;
let neighbourHouse: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
  neighbour = await stage.neighbour();
  neighbourHouse = await neighbour.theatre();
});
afterAll(() => stage.close());

const lines = (of: Theatre) => [{ seatCategoryId: of.categories.CAT1, quantity: 2 }];

/** An operator of some organisations only. */
function operatorOf(organisationIds: string[]): VerbCaller {
  const { actor } = stage.caller();
  return stage.caller({ actor: { ...actor, organisationIds } });
}

describe('the wall between institutions', () => {
  it("does not find another institution's option, by any verb", async () => {
    const performanceId = await neighbour.performance(neighbourHouse);
    const request = { contactId: await neighbour.contact(), performanceId, lines: lines(neighbourHouse) };
    const { id: optionId } = await placeDirectly(neighbour.caller(), request);
    const before = await stage.option(optionId);
    for (const verb of actingVerbs) {
      expect([verb, await refusal(acts[verb](stage.caller(), { optionId }, request))]).toEqual([
        verb,
        'request.notFound',
      ]);
    }
    expect(await stage.option(optionId)).toEqual(before);
  });

  it("does not find another institution's contact, performance, channel, fallback, price or contingent", async () => {
    const contactId = await stage.contact();
    const performanceId = await stage.performance(house);
    const foreign = {
      contactId: await neighbour.contact(),
      performanceId: await neighbour.performance(neighbourHouse),
    };
    const ask = (more: Record<string, unknown>) =>
      refusal(requestOption(stage.caller(), { contactId, performanceId, lines: lines(house), ...more }));
    expect(await ask({ contactId: foreign.contactId })).toBe('request.notFound');
    expect(await ask({ performanceId: foreign.performanceId })).toBe('request.notFound');
    expect(await ask({ fallbackPerformanceIds: [foreign.performanceId] })).toBe('request.notFound');
    expect(await ask({ channelId: neighbourHouse.channelId })).toBe('request.notFound');
    const audienceSubcategoryId = neighbour.audience('INDIVIDUEL/OPTION');
    expect(await ask({ lines: [{ ...lines(house)[0]!, audienceSubcategoryId }] })).toBe('request.notFound');
    expect(await ask({ lines: lines(neighbourHouse) })).toBe('request.invalid');

    const asked = await requestOption(stage.caller(), { contactId, performanceId, lines: lines(house) });
    const lineId = asked.lines[0]!.id;
    const place = (more: Record<string, unknown>) =>
      refusal(placeOption(stage.caller(), { optionId: asked.id, lines: [{ lineId, quantity: 1, ...more }] }));
    expect(await place({ contingentId: neighbour.contingents.PUBLIC })).toBe('contingent.notForChannel');
    expect(await place({ audienceSubcategoryId })).toBe('price.missing');
    const elsewhere = { optionId: asked.id, performanceId: foreign.performanceId, reason: 'Ailleurs' };
    expect(await refusal(placeOption(stage.caller(), elsewhere))).toBe('request.notFound');
  });
});

describe('the perimeter inside an institution', () => {
  it("does not find an option or a performance of an organisation that is not the operator's", async () => {
    const other = await stage.theatre('PORT');
    const performanceId = await stage.performance(other);
    const request = { contactId: await stage.contact(), performanceId, lines: lines(other) };
    const stranger = () => operatorOf([house.organisationId]);
    expect(await refusal(requestOption(stranger(), request))).toBe('request.notFound');
    const { id: optionId } = await requestOption(operatorOf([other.organisationId]), request);
    for (const verb of actingVerbs) {
      expect([verb, await refusal(acts[verb](stranger(), { optionId }, request))]).toEqual([
        verb,
        'request.notFound',
      ]);
    }
  });

  it('does not place an option at another house of the same institution', async () => {
    const other = await stage.theatre('LANDE');
    const performanceId = await stage.performance(house);
    const abroad = await stage.performance(other);
    const input = { contactId: await stage.contact(), performanceId, lines: lines(house) };
    expect(await refusal(requestOption(stage.caller(), { ...input, fallbackPerformanceIds: [abroad] }))).toBe(
      'request.invalid',
    );
    const asked = await requestOption(stage.caller(), input);
    const elsewhere = { optionId: asked.id, performanceId: abroad, reason: 'Ailleurs' };
    expect(await refusal(placeOption(stage.caller(), elsewhere))).not.toBeNull();
  });
});
