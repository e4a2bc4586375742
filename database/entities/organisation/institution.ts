import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, version } from '../columns.ts';

/** The hard wall: every row of the product belongs to one institution and is invisible to the others. */
export const Institution = defineEntity({
  name: 'Institution',
  tableName: 'institution',
  properties: {
    id: id(),
    code: code().unique(),
    name: name(),
    locale: p.text().$type<'fr' | 'en'>().default('fr'),
    demo: p.boolean().default(false),
    version: version(),
  },
});
