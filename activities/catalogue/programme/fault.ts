import type { MessageValues } from '../../../rules/messages/reason.ts';

/** Every reason for which a programme, a line of it or a file of venues is not taken. */
export const faultCodes = [
  'programme.size',
  'programme.encoding',
  'programme.json',
  'programme.depth',
  'programme.format',
  'programme.count',
  'programme.shift',
  'programme.shape',
  'programme.duplicateProgramme',
  'programme.noConcert',
  'programme.duplicatePerformance',
  'programme.timeMissing',
  'programme.timeUnreadable',
  'programme.dateUnreadable',
  'programme.dateNotMidnight',
  'programme.dateRange',
  'programme.venueUnknown',
  'venues.csv',
  'venues.empty',
  'venues.count',
  'venues.columnMissing',
  'venues.columnUnknown',
  'venues.noPriceColumn',
  'venues.field',
  'venues.timeZone',
  'venues.timeZoneDiffers',
  'venues.duplicateCategory',
  'venues.noPrice',
  'venues.subcategoryUnknown',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Why something could not be taken: a code and the values of its sentence. */
export type FaultReason = { code: FaultCode; values: MessageValues };

/** A fault of a file, and where it stands: `line 3`, `12:7`, a JSON path. */
export type Fault = FaultReason & { where: string };

/** A line of a programme that is not taken: its JSON path (`programs[3].concerts[0]`) and every reason for it. */
export type Rejection = { where: string; reasons: readonly FaultReason[] };

/**
 * A file of which nothing can be taken. `faults` holds one entry for a programme, and one per faulty line for a
 * file of venues; `tellFault` turns each into a sentence.
 */
export class UnreadableInput extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super(faults.map(({ where, code }) => `${where}: ${code}`).join('; '), options);
    this.name = 'UnreadableInput';
    this.faults = faults;
  }
}
