const organisation = { name: 'organisationId', kind: 'reference', of: 'organisation' } as const;

/** How deadlines run: of an organisation, and of an activity, where nothing means as its organisation. */
const deadlines = [
  { name: 'dueDays', kind: 'choice', of: 'dueDays' },
  { name: 'publicHolidays', kind: 'choice', of: 'publicHolidays' },
  { name: 'weekendShift', kind: 'choice', of: 'weekendShift' },
  { name: 'minimumNoticeHours', kind: 'integer' },
  { name: 'reminderDays', kind: 'days' },
  { name: 'paymentPolicy', kind: 'choice', of: 'endPolicy' },
  { name: 'refusalDays', kind: 'integer' },
] as const;

/** The columns of what says how options go: organisations, seasons, activities and sales channels. */
export const settingColumns = {
  organisations: [
    { name: 'code', kind: 'text' },
    { name: 'name', kind: 'text' },
    { name: 'addressLines', kind: 'lines' },
    { name: 'email', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'currency', kind: 'text' },
    ...deadlines,
    { name: 'rulesSecondPerson', kind: 'flag' },
  ],
  seasons: [
    { name: 'code', kind: 'text' },
    { name: 'name', kind: 'name' },
    { name: 'startsOn', kind: 'day' },
    { name: 'endsOn', kind: 'day' },
    { name: 'open', kind: 'flag' },
    { name: 'productOptionsAllowed', kind: 'flag' },
    { name: 'productDeductsAvailability', kind: 'flag' },
    { name: 'productOverbookingAllowed', kind: 'flag' },
    { name: 'productOverbookingPercent', kind: 'integer' },
    { name: 'productDaysAfterPlacement', kind: 'integer' },
    { name: 'productDaysBeforePerformance', kind: 'integer' },
    organisation,
  ],
  'season-activities': [
    { name: 'code', kind: 'text' },
    { name: 'name', kind: 'name' },
    { name: 'seasonId', kind: 'reference', of: 'season' },
    { name: 'seatOptionsAllowed', kind: 'flag' },
    { name: 'deductsAvailability', kind: 'flag' },
    { name: 'overbookingAllowed', kind: 'flag' },
    { name: 'overbookingPercent', kind: 'integer' },
    { name: 'overbookingBasis', kind: 'choice', of: 'overbookingBasis' },
    { name: 'confirmationDaysAfterPlacement', kind: 'integer' },
    { name: 'confirmationDaysBeforePerformance', kind: 'integer' },
    { name: 'endPolicy', kind: 'choice', of: 'endPolicy' },
    { name: 'graceHours', kind: 'integer' },
    ...deadlines,
    organisation,
  ],
  'sales-channels': [
    { name: 'code', kind: 'text' },
    { name: 'name', kind: 'text' },
    { name: 'kind', kind: 'choice', of: 'channelKind' },
    { name: 'active', kind: 'flag' },
    { name: 'directOptionDueAt', kind: 'instant' },
    { name: 'individualAudienceCategoryId', kind: 'reference', of: 'audience_category' },
    { name: 'structureAudienceCategoryId', kind: 'reference', of: 'audience_category' },
    { name: 'isolatedSeatTrigger', kind: 'integer' },
    { name: 'isolatedSeatsAllowed', kind: 'flag' },
    { name: 'abandonDelayMinutes', kind: 'integer' },
    organisation,
  ],
} as const;
