import { defineEntity, p } from '@mikro-orm/core';
import { code, day, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * What may be requested as an option through which channels, and from when to when (French *profil d'option*). `seats`
 * is for single entries, `products` for the other families. Days count whole, on the venue's clock. `paymentOn` goes to
 * the requests made under it. What it covers stands in `option_profile_cover`.
 */
export const OptionProfile = defineEntity({
  name: 'OptionProfile',
  tableName: 'option_profile',
  uniques: [{ properties: ['organisation', 'code'] }],
  checks: [
    { name: 'option_profile_kind', expression: "kind in ('seats', 'products')" },
    { name: 'option_profile_state', expression: "state in ('draft', 'validated')" },
    { name: 'option_profile_days', expression: 'starts_on <= ends_on' },
    { name: 'option_profile_minimum', expression: 'minimum_quantity >= 1' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    kind: p.text().$type<'seats' | 'products'>(),
    code: code(),
    name: name(),
    names: names(),
    state: p.text().$type<'draft' | 'validated'>().default('draft'),
    startsOn: day().nullable(),
    endsOn: day().nullable(),
    paymentOn: day().nullable(),
    minimumQuantity: p.integer().default(1),
    version: version(),
  },
});
