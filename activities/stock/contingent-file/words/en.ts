import type { ContingentFault } from '../row-fault.ts';

/** What is said of a row, in English. */
export const en: Readonly<Record<ContingentFault, string>> = {
  'cell.required': 'This cell must be filled in.',
  'cell.date': '“{value}” is not a date (2026-12-31 or 31/12/2026).',
  'cell.time': '“{value}” is not a time (20:30).',
  'cell.capacity': '“{value}” is not a number of places between 0 and 1,000,000.',
  'row.repeated': 'The row repeats line {line}.',
  'event.unknown': 'No event has the code “{value}”.',
  'performance.unknown': 'The event is not played on that day at that time.',
  'performance.several': 'Several performances of the event begin at that instant.',
  'performance.changed': 'The performance changed during the import: try again.',
  'category.unknown': 'The venue of the performance has no category “{value}”.',
  'contingent.unknown': 'No contingent has the code “{value}”.',
  'capacity.numbered': 'The seats of the performance are numbered: name them, one a row.',
  'capacity.underTaken': '{taken} places are taken already: the capacity cannot be {value}.',
  'seat.notNumbered': 'The seats of the performance are not numbered: give a capacity.',
  'seat.unknown': 'The performance has no seat “{value}”.',
  'seat.otherCategory': 'Seat “{value}” is of another category.',
  'seat.taken': 'Seat “{value}” is taken: it stays in its contingent.',
};
