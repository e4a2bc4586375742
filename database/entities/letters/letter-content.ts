import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** The bytes of a letter, rendered once before its first conversation. Partitioned by month of the letter. */
export const LetterContent = defineEntity({
  name: 'LetterContent',
  tableName: 'letter_content',
  properties: {
    letterId: p.uuid().primary(),
    at: instant().primary(),
    institution: () => p.manyToOne(Institution),
    html: p.text(),
    message: p.blob(),
    document: p.blob(),
  },
});
