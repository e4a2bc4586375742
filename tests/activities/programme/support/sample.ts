import { readFileSync } from 'node:fs';
import { readVenues } from '../../../../activities/catalogue/programme/read-venues.ts';

/** The file of venues shipped with the product, as text. */
export const sampleVenuesCsv = readFileSync(
  new URL('../../../../activities/catalogue/programme/venues-sample.csv', import.meta.url),
  'utf8',
);

/** The same, read. */
export const sampleVenues = readVenues(sampleVenuesCsv);

/** A concert as the file writes it: midnight in New York, and a time on the clock of its hall. */
export const concert = (date: string, time: string | null = '7:30PM', venue = 'David Geffen Hall') => ({
  eventType: 'Subscription Season',
  Location: 'Manhattan, NY',
  Venue: venue,
  Date: date,
  Time: time,
});

/** A programme of the file. */
export const programme = (id: string, concerts: readonly unknown[], works: readonly unknown[] = []) => ({
  id,
  programID: id.toUpperCase(),
  orchestra: 'Orchestra of the Sample',
  season: '2024-25',
  concerts,
  works,
});

/** A programme file. */
export const file = (...programs: readonly unknown[]) => JSON.stringify({ programs });
