import { defineUpdate } from '@temporalio/workflow';
import type { MailMark } from '../../activities/mail-guard/mail-mark.ts';

/** Tells the guard how far a database has let letters out; answers what the guard knows afterwards. */
export const tellMark = defineUpdate<MailMark, [MailMark]>('tell-mark');

/** A person has accepted this database in place of the one known: the guard goes on from its mark. */
export const takeOverMark = defineUpdate<MailMark, [MailMark]>('take-over-mark');
