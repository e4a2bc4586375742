import type { MessageValues } from '../../../rules/messages/reason.ts';
import type { ContingentField } from './contingent-fields.ts';

/** Why a row is not taken. */
export const contingentFaults = [
  'cell.required',
  'cell.date',
  'cell.time',
  'cell.capacity',
  'row.repeated',
  'event.unknown',
  'performance.unknown',
  'performance.several',
  'performance.changed',
  'category.unknown',
  'contingent.unknown',
  'capacity.numbered',
  'capacity.underTaken',
  'seat.notNumbered',
  'seat.unknown',
  'seat.otherCategory',
  'seat.taken',
] as const;
export type ContingentFault = (typeof contingentFaults)[number];

/** A fault of one row: the line of the file (from 1), the column, and the values of its sentence. */
export interface RowFault {
  line: number;
  column: ContingentField;
  code: ContingentFault;
  values: MessageValues;
}
