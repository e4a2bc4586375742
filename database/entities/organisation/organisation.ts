import { defineEntity, p } from '@mikro-orm/core';
import type { ChosenKind } from '../../../rules/letters/sent-kinds.ts';
import { code, id, name, version } from '../columns.ts';
import { Institution } from './institution.ts';

/** A house inside the institution: it owns seasons, venues, stock and points of sale, and signs its letters. */
export const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  uniques: [{ properties: ['institution', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    code: code(),
    name: name(),
    addressLines: p.json<string[]>().default('[]'),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    currency: p.text().default('EUR'),
    /** Whoever publishes rules is not the one who wrote them. */
    rulesSecondPerson: p.boolean().default(false),
    /** The kinds of letter it chose to send; see `rules/letters/sent-kinds.ts`. */
    letterKinds: p.json<ChosenKind[]>().default('["confirmation", "refusal"]'),
    version: version(),
  },
});
