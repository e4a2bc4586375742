import { statement } from '../../database/statement.ts';
import type { Decision } from '../../rules/authorisation/decide.ts';
import { newId } from '../new-id.ts';
import type { Verb } from '../verb.ts';

/** Keeps an answered request with the facts it was decided on; without an option it was refused. */
export function keepRequest(
  verb: Verb,
  request: { organisationId: string; contactId: string; optionId: string | null },
  { outcome, ruleSetVersion, facts }: Decision,
): void {
  const { organisationId, contactId, optionId } = request;
  verb.write(statement`
    insert into decided_request
      (id, institution_id, organisation_id, at, contact_id, option_id, outcome, rule_version, facts)
    values (${newId()}, ${verb.institutionId}, ${organisationId}, ${verb.now}, ${contactId}, ${optionId}, ${outcome},
      ${ruleSetVersion}, ${JSON.stringify(facts)})`);
}
