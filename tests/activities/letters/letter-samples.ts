import type { LetterSnapshot } from '../../../rules/letters/letter-snapshot.ts';

/** A works council's confirmed option on a one-man show, as the house's programme has it. */
export function confirmedOption(changes: Partial<LetterSnapshot> = {}): LetterSnapshot {
  return {
    locale: 'fr',
    issuedAt: '2015-12-21T09:12:04.000Z',
    organisation: {
      name: 'Théâtre des Quatre-Vents',
      addressLines: ['8, quai de la Fonderie', '69100 Villeurbanne'],
      email: 'billetterie@quatre-vents.example',
      phone: '04 99 00 12 34',
    },
    contact: {
      number: 3,
      name: 'Maëlle Œuvrard',
      structureName: 'Comité social et économique Les Tilleuls',
      email: 'm.oeuvrard@les-tilleuls.example',
      addressLines: ['Bâtiment C', '12, rue de l’Abbé-Grégoire', '75009 Paris'],
    },
    option: {
      number: 21,
      remark: 'Nous viendrons avec deux personnes à mobilité réduite.',
      requestedAt: '2015-07-23T08:00:00.000Z',
    },
    order: { number: 1204, totalCents: 123_250, paymentDueAt: '2016-01-02T19:00:00.000Z' },
    performance: {
      eventName: 'L’Été en pente douce',
      eventCode: 'OPEN-07',
      venueName: 'Grande salle',
      startsAt: '2016-01-10T19:00:00.000Z',
      timeZone: 'Europe/Paris',
    },
    lines: [
      line({ seatCategory: 'Catégorie 1', quantity: 12, priceCents: 7_500, amountCents: 90_000 }),
      line({ seatCategory: 'Catégorie 2', quantity: 7, priceCents: 4_750, amountCents: 33_250 }),
    ],
    currency: 'EUR',
    confirmationDueAt: '2015-12-31T19:00:00.000Z',
    reason: null,
    corrects: null,
    ...changes,
  };
}

/** A line of the confirmed option. */
export function line(
  changes: Partial<LetterSnapshot['lines'][number]> = {},
): LetterSnapshot['lines'][number] {
  return {
    eventName: 'L’Été en pente douce',
    performanceStartsAt: '2016-01-10T19:00:00.000Z',
    timeZone: 'Europe/Paris',
    seatCategory: 'Catégorie 1',
    audienceSubcategory: 'Collectivité occasionnelle / Tarif option',
    quantity: 12,
    priceCents: 7_500,
    amountCents: 90_000,
    ...changes,
  };
}

/** The same request, refused: no prices, no order, and the motive when there is one. */
export function refusedRequest(changes: Partial<LetterSnapshot> = {}): LetterSnapshot {
  const request = confirmedOption();
  return {
    ...request,
    order: null,
    lines: request.lines.map((granted) => ({ ...granted, priceCents: null, amountCents: null })),
    confirmationDueAt: null,
    reason: 'La séance affiche complet dans les deux catégories demandées.',
    ...changes,
  };
}

/** The letter that takes back a confirmation already sent. */
export function correctedConfirmation(changes: Partial<LetterSnapshot> = {}): LetterSnapshot {
  return confirmedOption({
    issuedAt: '2015-12-23T14:30:00.000Z',
    order: null,
    corrects: { kind: 'confirmation', issuedAt: '2015-12-21T09:12:04.000Z' },
    ...changes,
  });
}

/** The option before its answer: what was asked for, and until when an answer is awaited. */
export function remindedOption(changes: Partial<LetterSnapshot> = {}): LetterSnapshot {
  return {
    ...refusedRequest(),
    issuedAt: '2015-07-30T07:00:00.000Z',
    confirmationDueAt: '2015-08-02T21:59:59.999Z',
    reason: null,
    ...changes,
  };
}

/** The confirmed option on a performance that was moved a week later. */
function movedPerformance(changes: Partial<LetterSnapshot> = {}): LetterSnapshot {
  const kept = { before: null, now: null, rule: null, told: null };
  const payment = {
    before: '2015-12-27T22:59:59.999Z',
    now: '2016-01-02T19:00:00.000Z',
    rule: 'confirmation',
    told: null,
  };
  const moved = { startsAt: '2016-01-03T19:00:00.000Z', timeZone: 'Europe/Paris', due: kept, payment };
  return { ...confirmedOption(), moved, ...changes };
}

/** The confirmed option in a hall that is laid out differently. */
function changedConfiguration(changes: Partial<LetterSnapshot> = {}): LetterSnapshot {
  const seat = { zone: 'PARTERRE', block: '', rowLabel: '3' };
  const before = ['12', '13', '14'].map((number) => ({ ...seat, id: number, number }));
  return { ...confirmedOption(), reseated: { before, now: 'seats' }, ...changes };
}

/** The confirmed option on a performance that was cancelled. */
function cancelledPerformance(changes: Partial<LetterSnapshot> = {}): LetterSnapshot {
  return { ...confirmedOption(), reason: 'Artiste souffrant.', ...changes };
}

/** One snapshot of every kind. */
export const samples = {
  acknowledgement: refusedRequest,
  waiting: refusedRequest,
  placement: confirmedOption,
  confirmation: confirmedOption,
  reminder: remindedOption,
  refusal: refusedRequest,
  correction: correctedConfirmation,
  lapse: confirmedOption,
  'performance-moved': movedPerformance,
  'performance-cancelled': cancelledPerformance,
  'configuration-changed': changedConfiguration,
} as const;
