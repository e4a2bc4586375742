import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { text } from './list-fields.ts';

/** The organisations the reader works for. */
export const organisationList = defineList({
  name: 'organisations',
  table: 'organisation',
  sort: ['name', 'ASC'],
  fields: {
    code: text('organisation.code', { searched: true }),
    name: text('organisation.name', { searched: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('organisation')
      .select([
        'organisation.id',
        'organisation.code',
        'organisation.name',
        'organisation.address_lines as addressLines',
        'organisation.email',
        'organisation.phone',
        'organisation.currency',
        'organisation.rules_second_person as rulesSecondPerson',
        'organisation.letter_kinds as letterKinds',
        'organisation.due_days as dueDays',
        'organisation.public_holidays as publicHolidays',
        'organisation.weekend_shift as weekendShift',
        'organisation.minimum_notice_hours as minimumNoticeHours',
        'organisation.reminder_days as reminderDays',
        'organisation.payment_policy as paymentPolicy',
        'organisation.refusal_days as refusalDays',
        'organisation.version',
      ]),
  present: (row) => row,
});
