import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';
import { Institution } from './institution.ts';
import { Operator } from './operator.ts';

/**
 * An operator's authenticator (RFC 6238), one at most. It counts once a code of it was shown. `lastStep` is the
 * 30-second step of the last code taken: no code of it or an earlier one is taken again.
 */
export const SecondFactor = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    operator: () => p.oneToOne(Operator).owner().deleteRule('cascade'),
    sealedSecret: p.text().hidden(),
    confirmedAt: instant().nullable(),
    lastStep: p.integer().nullable(),
  },
});
