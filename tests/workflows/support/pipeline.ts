import { z } from 'zod';
import { type BuiltVerb, builtVerbs, lifeRow, type OptionState } from '../../../rules/options/life.ts';
import { type Answer, type Browser, openBrowser } from '../../api/support/api.ts';
import type { Chance } from '../../support/chance.ts';
import type { Stage } from './stage.ts';

const hour = 3_600_000;

/** An option as its row has it. */
export type Known = { id: string; number: number; state: OptionState; lineId: string; quantity: number };

/** One call of a story: what was asked, and what became of it. */
export type Step = { asked: string; status: number; code: string | null };

/** People who do anything whatever over HTTP with the options and the stock of one house, at random. */
export interface Pipeline {
  /** Does one thing; its answer is done or a clear no. */
  step(): Promise<Step>;
}

const acting = builtVerbs.filter((verb) => verb !== 'request' && verb !== 'place-directly');
type ActingVerb = Exclude<BuiltVerb, 'request' | 'place-directly'>;

/** Opens it, signed in. Half of the dates people agree on come within seconds. */
export async function openPipeline(stage: Stage, url: string, chance: Chance): Promise<Pipeline> {
  const { house, owner } = stage;
  const person: Browser = openBrowser(url);
  const signedIn = await person.signIn(house.email, house.password);
  if (signedIn.status >= 300) throw new Error(`The sign-in was answered ${signedIn.status}.`);
  const [contingentId, otherContingentId] = house.contingentIds;
  const agreed = () => {
    const ahead = chance.next() < 0.5 ? chance.between(1_000, 6_000) : chance.between(1, 72) * hour;
    return new Date(Date.now() + ahead).toISOString();
  };

  const known = async (): Promise<Known[]> => {
    const { rows } = await owner.query<Known>(
      `select o.id, o.number, o.state, l.id as "lineId", l.requested_quantity as quantity
       from seat_option o join option_line l on l.option_id = o.id and l.position = 0 order by o.number desc limit 40`,
    );
    return rows;
  };
  const birth = (more: object) => ({
    contactId: chance.pick([house.individualId, house.structureId]),
    performanceId: chance.pick(house.performanceIds),
    lines: [{ seatCategoryId: chance.pick(house.seatCategoryIds), quantity: chance.between(1, 9) }],
    ...more,
  });
  const bodyOf = (verb: ActingVerb, option: Known): object => {
    const reason = 'Convenu au téléphone';
    switch (verb) {
      case 'place': {
        const part = { lineId: option.lineId, quantity: chance.between(1, option.quantity) };
        const lines = chance.next() < 0.5 ? {} : { lines: [part], remainder: chance.pick(['drop', 'wait']) };
        return { ...lines, confirmationDueAt: agreed(), reason };
      }
      case 'confirm':
        return { paymentDueAt: agreed(), reason };
      case 'extend':
        return { dueAt: agreed(), reason };
      default:
        return { reason };
    }
  };
  const stock = (): [string, object] => {
    const performanceId = chance.pick(house.performanceIds);
    const seatCategoryId = chance.pick(house.seatCategoryIds);
    const quantity = chance.between(1, 6);
    const reason = 'Régie';
    const [from, to] =
      chance.next() < 0.5 ? [contingentId, otherContingentId] : [otherContingentId, contingentId];
    const verb = chance.pick(['block-seats', 'unblock-seats', 'move-seats']);
    const moved = { fromContingentId: from, toContingentId: to };
    const body = verb === 'move-seats' ? moved : { contingentId: from };
    return [`/api/performances/${performanceId}/${verb}`, { ...body, seatCategoryId, quantity, reason }];
  };
  const anything = async (): Promise<[string, object]> => {
    const kind = chance.between(1, 20);
    if (kind <= 4) return ['/api/options', birth({})];
    if (kind === 5) return ['/api/options', birth({ place: true, confirmationDueAt: agreed() })];
    if (kind === 6) return stock();
    const options = await known();
    if (options.length === 0) return ['/api/options', birth({})];
    const option = chance.pick(options);
    const lawful = acting.filter((each) => lifeRow(option.state, each) !== null);
    const verb = chance.pick(lawful.length === 0 || kind === 8 ? acting : lawful);
    if (kind === 7) {
      const ids = options.filter(() => chance.next() < 0.3).map(({ id }) => id);
      const body = verb === 'place' ? { confirmationDueAt: agreed() } : bodyOf(verb, option);
      const named = { ids: ids.length === 0 ? [option.id] : ids, ...body };
      return [`/api/options/bulk/${verb}`, named];
    }
    return [`/api/options/${option.id}/${verb}`, bodyOf(verb, option)];
  };

  /** Pays what is in a basket, some of it or all, or leaves it; time abandons what nobody ends. */
  const settleBasket = async (basketId: string): Promise<Step> => {
    const path = `/api/baskets/${basketId}`;
    const basket = await person.get(path);
    const { lines } = Basket.parse(basket.body);
    const end = chance.between(1, 4);
    if (end === 1) return told(path, {}, basket);
    if (end === 2) return told(path, {}, await person.post(`${path}/abandon`, {}));
    const some = lines.map((line) => ({ ...line, quantity: chance.between(0, line.quantity) }));
    const isSome = end === 3 && some.some(({ quantity }) => quantity > 0);
    const paid = (isSome ? some : lines).map(({ placesId, quantity, priceCents }) => ({
      placesId,
      quantity,
      priceCents,
    }));
    const body = {
      amountCents: paid.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, 0),
      means: 'card',
      lines: paid.map(({ placesId, quantity }) => ({ placesId, quantity })),
      rest: chance.pick(['keep', 'release']),
      reason: 'Réglé au guichet',
    };
    return told(path, body, await person.post(`${path}/pay-by-hand`, body));
  };

  return {
    step: async () => {
      const [path, body] = await anything();
      const answer = await person.post(path, body);
      const basketId = Resumed.safeParse(answer.body).data?.basketId;
      if (path.endsWith('/resume') && basketId !== undefined) return settleBasket(basketId);
      return told(path, body, answer);
    },
  };
}

const Resumed = z.object({ basketId: z.uuid() });
const Basket = z.object({
  lines: z.array(z.object({ placesId: z.uuid(), quantity: z.int(), priceCents: z.int() })),
});

function told(path: string, body: object, answer: Answer): Step {
  return { asked: `${path} ${JSON.stringify(body)}`, status: answer.status, code: codeOf(answer) };
}

function codeOf({ body }: Answer): string | null {
  return z.object({ code: z.string() }).safeParse(body).data?.code ?? null;
}
