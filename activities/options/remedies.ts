import { statement } from '../../database/statement.ts';
import type { Decision } from '../../rules/authorisation/decide.ts';
import { overrideRight } from '../../rules/options/rights.ts';
import { keepRequest } from '../authorisation/keep-request.ts';
import type { Remedies } from '../problem.ts';
import { newRequestId, runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { limitsOn } from './limits.ts';
import { performanceFacts } from './performance-facts.ts';
import { authorisationFacts, decide, type Question } from './rules-question.ts';

/** Other dates that are looked at, the nearest first, and those that are told. */
const looked = 6;
const told = 2;

/**
 * What would pass where the rules said no: fewer places, or the same on another date of the event; and the roles that
 * could allow it as it is. A question of its own, after the verb and its locks are gone; when it fails the refusal is
 * told without it.
 */
export async function remedies(
  caller: VerbCaller,
  question: Question,
  decision: Decision,
): Promise<Remedies> {
  const nothing: Remedies = { quantity: null, dates: [], allowedBy: [] };
  const refused = decision.outcome === 'refused' && decision.failure === null;
  const alone = { ...caller, requestId: newRequestId() };
  try {
    return await runVerb(alone, 'find what would pass', {}, async (verb) => {
      if (decision.moment === 'request') keepRefused(verb, question, decision);
      return {
        quantity: refused ? await greatestQuantity(decision, question) : null,
        dates: refused ? await otherDates(verb, question, decision) : [],
        allowedBy: await rolesWith(
          verb,
          question.performances[0]?.organisationId ?? null,
          refused
            ? 'authorisation.rules:execute'
            : overrideRight(question.performances[0]?.product ? 'product' : 'seats'),
        ),
      };
    });
  } catch {
    return nothing;
  }
}

/** A refused request leaves no option: only this says that it was made. */
function keepRefused(verb: Verb, { performances: [first] }: Question, decision: Decision): void {
  if (first === undefined || decision.outcome !== 'refused') return;
  const { organisationId, asker } = first;
  keepRequest(verb, { organisationId, contactId: asker.contactId, optionId: null }, decision);
}

/** The most places of the one category asked for that would pass; null when none would, or several are asked for. */
async function greatestQuantity({ moment }: Decision, question: Question): Promise<number | null> {
  const [line, ...others] = question.lines;
  if (line === undefined || others.length > 0) return null;
  const passes = async (quantity: number) => {
    const facts = question.withLines([{ ...line, quantity }]);
    return (await decide(moment, { facts, managed: question.managed })).outcome !== 'refused';
  };
  let [good, bad] = [0, line.quantity];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (await passes(middle)) good = middle;
    else bad = middle;
  }
  return good > 0 ? good : null;
}

/** Other performances of the event, near the one asked for, where the same would pass and is free. */
async function otherDates(verb: Verb, question: Question, { moment }: Decision): Promise<Remedies['dates']> {
  const [first] = question.performances;
  if (first === undefined || first.product !== null || moment === 'confirmation') return [];
  const near = await verb.ask(statement<{ id: string }>`
    select p.id from performance p
    where p.event_id = ${first.eventId} and p.state = 'open' and p.starts_at > ${verb.now}
      and p.id <> all(${question.performances.map(({ performanceId }) => performanceId)}::uuid[])
    order by abs(extract(epoch from p.starts_at - ${first.startsAt}::timestamptz)), p.id limit ${looked}`);
  const found: Remedies['dates'] = [];
  for (const { id: performanceId } of near) {
    if (found.length === told) break;
    const other = await performanceFacts(verb, { ...first.asker, performanceId });
    if (!hasRoom(question, other)) continue;
    const limitations = await limitsOn(verb, {
      performances: [other],
      lines: question.lines,
      optionId: null,
      moment,
      lock: 'none',
    });
    const { withLines, managed } = authorisationFacts(verb.now, [other], {
      categoryIds: question.lines.map(({ seatCategoryId }) => seatCategoryId),
      collides: false,
      limitations,
      profiles: [],
    });
    const answer = await decide(moment, { facts: withLines(question.lines), managed });
    if (answer.outcome === 'authorised') found.push({ startsAt: other.startsAt, timeZone: other.timeZone });
  }
  return found.toSorted((one, another) => one.startsAt.localeCompare(another.startsAt));
}

function hasRoom(
  { lines }: Question,
  { stock }: { stock: readonly { seatCategoryId: string; free: number }[] },
): boolean {
  return lines.every(
    ({ seatCategoryId, quantity }) =>
      stock
        .filter((room) => room.seatCategoryId === seatCategoryId)
        .reduce((sum, { free }) => sum + Math.max(0, free), 0) >= quantity,
  );
}

/** The roles held in an organisation that carry a right. */
function rolesWith(verb: Verb, organisationId: string | null, right: string): Promise<Remedies['allowedBy']> {
  return verb.ask(statement<Remedies['allowedBy'][number]>`
    select r.name, r.names from role r where r.rights ? ${right} and exists (
      select from operator_role g where g.role_id = r.id and g.organisation_id = ${organisationId})
    order by r.name, r.id limit 5`);
}
