import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, name, version } from '../columns.ts';
import { Institution } from './institution.ts';

/**
 * A person who works in the console. E-mails are unique over all institutions, in lower case. They serve every audience
 * category and product family, or those that `OperatorCover` names.
 */
export const Operator = defineEntity({
  name: 'Operator',
  tableName: 'operator',
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    email: p.text().unique(),
    name: name(),
    passwordHash: p.text().hidden(),
    locale: p.text().$type<'fr' | 'en'>().default('fr'),
    demo: p.boolean().default(false),
    disabledAt: instant().nullable(),
    everyAudience: p.boolean().default(true),
    everyFamily: p.boolean().default(true),
    version: version(),
  },
});
