import pg from 'pg';
import { advanceImpact, startImpact } from '../../activities/authorisation/impact.ts';
import { ruleSetRecords } from '../../activities/records/kinds/rule-sets.ts';
import { createRecord } from '../../activities/records/write-record.ts';
import { createHouse } from '../support/house.ts';
import { factsOf, rulesOf } from './support/many-rules.ts';

/**
 * Works out the impact of 200 rules without scope on 10,000 stored requests each time its parent asks, and says how many
 * seconds it took; 0 when it is ready. Usage: forked with DATABASE_URL.
 */
const [url = ''] = process.argv.slice(2);
const stored = 10_000;

const house = await createHouse(url);
const owner = new pg.Client({ connectionString: url });
await owner.connect();
await owner.query(
  `insert into decided_request (institution_id, organisation_id, at, contact_id, outcome, rule_version, facts)
   select $1, $2, now() - make_interval(secs => n), $3, 'authorised', 'bench',
     jsonb_set($4::jsonb, '{asked,places,0,atPerformance,held}', to_jsonb(n)) from generate_series(1, $5) n`,
  [house.institutionId, house.organisationId, house.structureId, JSON.stringify(factsOf(1)), stored],
);
await owner.end();
const rules = rulesOf(1_000)
  .map((rule) => ({ ...rule, scope: 'all', scopeId: null }))
  .slice(0, 200);
const { id } = await createRecord(house.system(), ruleSetRecords, {
  organisationId: house.organisationId,
  rules,
});

process.on('message', () => {
  void (async () => {
    const { impactId } = await startImpact(house.system(), { id, requests: stored });
    const began = performance.now();
    while ((await advanceImpact(house.system(), { impactId })).more);
    process.send?.((performance.now() - began) / 1_000);
  })();
});
process.send?.(0);
