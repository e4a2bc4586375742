import { defineEntity, p } from '@mikro-orm/core';
import type { AuthorisationFacts } from '../../../rules/authorisation/facts.ts';
import { id, instant } from '../columns.ts';
import { Contact } from '../contacts/contact.ts';
import { SeatOption } from '../options/seat-option.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/** A request the rules have answered, also with no: the facts it was decided on, so that it can be decided again. */
export const DecidedRequest = defineEntity({
  name: 'DecidedRequest',
  tableName: 'decided_request',
  indexes: [{ properties: ['organisation', 'at', 'id'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    organisation: () => p.manyToOne(Organisation).deleteRule('cascade'),
    at: instant(),
    contact: () => p.manyToOne(Contact).deleteRule('cascade'),
    option: () => p.manyToOne(SeatOption).nullable().deleteRule('cascade'),
    outcome: p.text().$type<'authorised' | 'warned' | 'refused'>(),
    ruleVersion: p.text(),
    facts: p.json<AuthorisationFacts>(),
  },
});
