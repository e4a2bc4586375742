import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import { advanceImpact, startImpact } from '../../activities/authorisation/impact.ts';
import { ruleSetRecords } from '../../activities/records/kinds/rule-sets.ts';
import { createRecord } from '../../activities/records/write-record.ts';
import { say } from '../../bin/parts/progress.ts';
import { compileManagedRules } from '../../rules/authorisation/compiled-managed-rules.ts';
import { decideAuthorisation, shippedRuleSet } from '../../rules/authorisation/decide.ts';
import type { AuthorisationFacts } from '../../rules/authorisation/facts.ts';
import type { ManagedRule } from '../../rules/authorisation/managed-rule.ts';
import { createHouse } from '../support/house.ts';
import { startBenchStack } from './support/api-process.ts';

/**
 * Decisions under 10, 100, 1,000 and 5,000 of a house's own rules, spread over seasons, activities, categories, types and
 * profiles as houses do; every decision has other facts, so that none is remembered. `medianMs`: one decision under
 * 1,000 rules; `p95Ms` likewise; `growth`: 5,000 rules over 10; `longestHoldMs`: how long the event loop was held at
 * most, 64 decisions at a time; `impactSeconds`: the impact of a version on 10,000 stored requests.
 */
const sizes = [10, 100, 1_000, 5_000] as const;
const decisions = 1_500;
const together = 64;
const stored = 10_000;

const id = (of: number, at: number) =>
  `019000${String(of).padStart(2, '0')}-0000-7000-8000-${String(at).padStart(12, '0')}`;
const scopes = ['season', 'activity', 'seat-category', 'collectivity-type', 'option-profile'] as const;

function rulesOf(count: number): ManagedRule[] {
  // a house has some seasons and activities, many categories and profiles: about as many of each as it has rules for
  const spread = [4, 8, 40, 20, 28];
  return Array.from({ length: count }, (_, at): ManagedRule => {
    const of = at % scopes.length;
    return {
      code: `r${at}`,
      name: `Règle ${at}`,
      scope: scopes[of] ?? 'season',
      scopeId: id(of, Math.floor(at / scopes.length) % (spread[of] ?? 1)),
      moments: at % 3 === 0 ? ['request'] : ['request', 'placement'],
      outcome: at % 4 === 0 ? 'warn' : 'refuse',
      priority: at % 10,
      validFrom: null,
      validUntil: null,
      messageFr: null,
      messageEn: null,
      conditions: {
        all: [
          { fact: 'contact.performanceTotal', operator: 'greaterThan', value: 100_000 + at },
          {
            any: [
              { fact: 'place.weekday', operator: 'in', value: ['saturday', 'sunday'] },
              { fact: 'place.daysAhead', operator: 'lessThan', value: 10 },
            ],
          },
        ],
      },
    };
  });
}

function factsOf(at: number): AuthorisationFacts {
  const performance = { id: 'p', startsAt: '2027-01-09T19:00:00.000Z', timeZone: 'Europe/Paris' };
  return {
    now: '2026-11-01T10:00:00.000Z',
    season: { name: 'Saison', open: true },
    activity: { name: 'Spectacle vivant', seatOptionsAllowed: true },
    structure: { name: 'Structure', acceptance: 'accepted' },
    notice: { hours: 24, collides: false },
    performances: [{ ...performance, state: 'open' }],
    seatCategories: [{ id: id(2, at % 40), name: 'Catégorie', optionAllowed: true }],
    limitations: [],
    profiles: [],
    asked: {
      counted: true,
      contact: { holderId: 'h', kind: 'structure', typeId: id(3, at % 20), type: 'Type' },
      channel: 'Guichet',
      places: [
        {
          performance: {
            ...performance,
            event: 'E',
            seasonId: id(0, at % 4),
            season: 'Saison',
            activityId: id(1, at % 8),
            activity: 'A',
          },
          seatCategory: { id: id(2, at % 40), name: 'Catégorie' },
          quantity: 1 + (at % 50),
          total: 1 + (at % 50),
          free: 100,
          atPerformance: { held: at % 90_000, requested: 0 },
          inSeason: { held: at % 90_000, requested: 0 },
          profileIds: [id(4, at % 28)],
        },
      ],
    },
  };
}

const medians = new Map<number, { median: number; p95: number; held: number }>();
for (const size of sizes) {
  const managed = compileManagedRules({ id: 'v', number: 1, rules: rulesOf(size) });
  const decide = async (at: number) => {
    const { outcome } = await decideAuthorisation(factsOf(at), 'request', shippedRuleSet, { managed });
    if (outcome !== 'authorised') throw new Error(`decision ${at} is ${outcome}`);
  };
  for (let at = 0; at < 300; at += 1) await decide(1_000_000 + at);
  const times: number[] = [];
  for (let at = 0; at < decisions; at += 1) {
    const began = performance.now();
    await decide(at);
    times.push(performance.now() - began);
    if (at % 50 === 0) await new Promise(setImmediate);
  }
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let at = 0; at < decisions; at += together) {
    // as requests come: each in a turn of its own
    await Promise.all(
      Array.from({ length: together }, async (_, more) => {
        await new Promise(setImmediate);
        await decide(2_000_000 + at + more);
      }),
    );
  }
  delay.disable();
  times.sort((one, other) => one - other);
  const measured = {
    median: times[Math.floor(times.length / 2)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    held: Math.max(...times),
  };
  medians.set(size, measured);
  process.stdout.write(
    `${size} rules: a decision ${measured.median.toFixed(3)} ms (p95 ${measured.p95.toFixed(3)} ms, longest ${measured.held.toFixed(1)} ms; event loop late by ${(delay.percentile(99) / 1e6).toFixed(1)} ms at 64 together, p99)\n`,
  );
}

const stack = await startBenchStack();
const owner = new pg.Client({ connectionString: stack.postgres.url });
let impactSeconds = 0;
try {
  await owner.connect();
  const house = await createHouse(stack.postgres.url);
  try {
    const facts = JSON.stringify(factsOf(1));
    await owner.query(
      `insert into decided_request (institution_id, organisation_id, at, contact_id, outcome, rule_version, facts)
       select $1, $2, now() - make_interval(secs => n), $3, 'authorised', 'bench',
         jsonb_set($4::jsonb, '{asked,places,0,atPerformance,held}', to_jsonb(n)) from generate_series(1, $5) n`,
      [house.institutionId, house.organisationId, house.structureId, facts, stored],
    );
    say(`${stored} requests stored.`);
    const rules = rulesOf(1_000)
      .map((rule) => ({ ...rule, scope: 'all', scopeId: null }))
      .slice(0, 200);
    const { id: ruleSetId } = await createRecord(house.system(), ruleSetRecords, {
      organisationId: house.organisationId,
      rules,
    });
    const { impactId } = await startImpact(house.system(), { id: ruleSetId, requests: stored });
    const began = performance.now();
    while ((await advanceImpact(house.system(), { impactId })).more);
    impactSeconds = (performance.now() - began) / 1_000;
    process.stdout.write(
      `the impact of 200 rules without scope on ${stored} requests: ${impactSeconds.toFixed(1)} s\n`,
    );
  } finally {
    await house.close();
  }
} finally {
  await owner.end();
  await stack.stop();
}

const at = (size: (typeof sizes)[number]) => medians.get(size) ?? { median: 0, p95: 0, held: 0 };
process.stdout.write(
  `${JSON.stringify({
    name: 'authorisation',
    medianMs: Number(at(1_000).median.toFixed(3)),
    p95Ms: Number(at(1_000).p95.toFixed(3)),
    growth: Number((at(5_000).median / at(10).median).toFixed(2)),
    longestHoldMs: Number(Math.max(...sizes.map((size) => at(size).held)).toFixed(1)),
    impactSeconds: Number(impactSeconds.toFixed(1)),
  })}\n`,
);
