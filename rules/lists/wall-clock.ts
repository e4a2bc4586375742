const quarterHour = 900_000;
const mostKept = 100_000;

/**
 * What a clock on the wall of `timeZone` shows at instants (ISO 8601), as milliseconds since 1970 of that clock itself:
 * ready to be written out field by field. The distance to UTC is asked once for each quarter of an hour, since zones
 * change theirs at no finer moment.
 */
export function wallClock(timeZone: string): (instant: string) => number {
  const named = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsets = new Map<number, number>();
  return (instant) => {
    const at = Date.parse(instant);
    const quarter = Math.floor(at / quarterHour);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      if (offsets.size >= mostKept) offsets.clear();
      offset = offsetOf(named.format(quarter * quarterHour));
      offsets.set(quarter, offset);
    }
    return at + offset;
  };
}

/** Milliseconds out of `11/22/2026, GMT+01:00`; `GMT` alone is none. */
function offsetOf(told: string): number {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(told);
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds = '0'] = found;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ms : ms;
}
