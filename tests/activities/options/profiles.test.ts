import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeOption } from '../../../activities/options/change-option.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { optionProfileRecords } from '../../../activities/records/kinds/option-profiles.ts';
import { changeRecord, createRecord } from '../../../activities/records/write-record.ts';
import { inDays, Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;
let performanceId: string;
let internet: string;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
  performanceId = await stage.performance(house, {
    stock: [{ capacity: 500 }],
    activity: { confirmationDaysAfterPlacement: null, confirmationDaysBeforePerformance: null },
  });
  internet = await stage.insert('sales_channel', {
    organisation_id: house.organisationId,
    code: 'ENTREPRISES',
    name: 'Internet entreprises',
    kind: 'internet-company',
    individual_audience_category_id: stage.audience('INDIVIDUEL'),
  });
  await stage.owner.query(
    `insert into channel_contingent (institution_id, channel_id, contingent_id, rank)
     select institution_id, $2, contingent_id, rank from channel_contingent where channel_id = $1`,
    [house.channelId, internet],
  );
});
afterAll(() => stage.close());

/** A validated profile of the internet channel, until the test is over. */
async function withProfile(values: Record<string, unknown>, work: () => Promise<void>): Promise<void> {
  const { id } = await createRecord(stage.caller(), optionProfileRecords, {
    organisationId: house.organisationId,
    kind: 'seats',
    code: randomUUID(),
    name: 'Entreprises',
    channelIds: [internet],
    state: 'validated',
    ...values,
  });
  try {
    await work();
  } finally {
    await changeRecord(stage.caller(), optionProfileRecords, {
      id,
      version: null,
      values: { state: 'draft' },
    });
  }
}

const asking = async (quantity = 10, channelId = internet) => ({
  contactId: await stage.contact(),
  performanceId,
  channelId,
  lines: [{ seatCategoryId: house.categories.CAT1, quantity }],
});
const request = async (quantity?: number, channelId?: string) =>
  requestOption(stage.caller(), await asking(quantity, channelId));

const day = (days: number) => inDays(days).slice(0, 10);

describe('a channel without a profile', () => {
  it('takes no request, and places nonetheless: profiles count at request only', async () => {
    expect(await refusal(request())).toBe('authorisation.refused');
    expect(await refusal(placeDirectly(stage.caller(), await asking()))).toBeNull();
  });

  it('that had one when the request was made places it, and does not let it be changed', async () => {
    let optionId = '';
    await withProfile({}, async () => {
      optionId = (await request()).id;
    });
    expect(await refusal(changeOption(stage.caller(), { optionId, ...(await asking()) }))).toBe(
      'authorisation.refused',
    );
    expect(await refusal(placeOption(stage.caller(), { optionId }))).toBeNull();
  });
});

describe('the back office', () => {
  it('ships with a profile open to all', async () => {
    expect(await refusal(request(1, house.channelId))).toBeNull();
  });
});

describe('a profile', () => {
  it('counts once it is validated, and not in its draft', async () => {
    await withProfile({ state: 'draft' }, async () => {
      expect(await refusal(request())).toBe('authorisation.refused');
    });
    await withProfile({}, async () => {
      expect(await refusal(request())).toBeNull();
    });
  });

  it.each([
    ['products, not seats', { kind: 'products' }],
    ['days to come', { startsOn: day(2) }],
    ['days gone by', { endsOn: day(-2) }],
  ])('for %s lets nothing pass', async (_what, values) => {
    await withProfile(values, async () => {
      expect(await refusal(request())).toBe('authorisation.refused');
    });
  });

  it('without a channel is for all of them', async () => {
    await withProfile({ channelIds: [] }, async () => {
      expect(await refusal(request())).toBeNull();
    });
  });

  it('asks for its minimum', async () => {
    await withProfile({ minimumQuantity: 5 }, async () => {
      expect(await refusal(request(4))).toBe('authorisation.refused');
      expect(await refusal(request(5))).toBeNull();
    });
  });

  it('names the performance and the category, or lets nothing pass', async () => {
    const { rows } = await stage.owner.query<{ event_id: string }>(
      'select event_id from performance where id = $1',
      [performanceId],
    );
    const named = { performanceIds: [performanceId], eventIds: [rows[0]!.event_id] };
    await withProfile({ ...named, seatCategoryIds: [house.categories.CAT1] }, async () => {
      expect(await refusal(request())).toBeNull();
    });
    await withProfile({ ...named, seatCategoryIds: [house.categories.CAT2] }, async () => {
      expect(await refusal(request())).toBe('authorisation.refused');
    });
  });
});

describe('the payment date of a profile', () => {
  const endOf = (paymentOn: string) =>
    expect.stringMatching(new RegExp(`^${paymentOn}T2[123]:59:59[.]999Z$`));

  it('is what the request must be confirmed and paid by, also after the profile has changed', async () => {
    const paymentOn = day(20);
    let optionId = '';
    await withProfile({ paymentOn }, async () => {
      optionId = (await request()).id;
    });
    const placed = await placeOption(stage.caller(), { optionId });
    expect(placed.confirmationDueRule).toBe('profile');
    expect(placed.confirmationDueAt).toEqual(endOf(paymentOn));
    const confirmed = await confirmOption(stage.caller(), { optionId });
    expect(confirmed.paymentDueAt).toEqual(endOf(paymentOn));
  });

  it('is no matter of direct placements', async () => {
    await withProfile({ paymentOn: day(20) }, async () => {
      const placed = await placeDirectly(stage.caller(), await asking());
      expect(placed.confirmationDueRule).toBe('performance');
    });
  });
});
