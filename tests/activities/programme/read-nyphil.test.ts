import { describe, expect, it } from '@jest/globals';
import { UnreadableInput } from '../../../activities/catalogue/programme/fault.ts';
import { readProgramme } from '../../../activities/catalogue/programme/read-nyphil.ts';
import { tellFault, tellRejection } from '../../../activities/catalogue/programme/tell-fault.ts';
import { concert, file, programme, sampleVenues as venues } from './support/sample.ts';

const seoul = 'Seoul Arts Center (Concert Hall)';
const vail = 'Gerald R. Ford Amphitheater';
const read = (text: string, shiftDays = 0) => readProgramme(text, { venues, shiftDays });
const startsOf = (text: string, shiftDays = 0) =>
  read(text, shiftDays).performances.map(({ startsAt }) => startsAt);

function faultsOf(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof UnreadableInput) return error.faults.map((fault) => tellFault('en', fault));
    throw error;
  }
  return [];
}

describe('a performance of the programme', () => {
  it('starts at its local time in summer and in winter', () => {
    const text = file(
      programme('a', [concert('2025-07-10T04:00:00Z'), concert('2025-01-10T05:00:00Z', '2:00PM')]),
    );
    expect(startsOf(text)).toEqual(['2025-07-10T23:30:00.000Z', '2025-01-10T19:00:00.000Z']);
  });

  it('has its day from New York and its clock from its own venue', () => {
    const text = file(
      programme('a', [
        concert('2025-06-28T04:00:00Z', '5:00PM', seoul),
        concert('2025-07-16T04:00:00Z', '6:00PM', vail),
      ]),
    );
    const [korean, western] = read(text).performances;
    expect(korean).toMatchObject({ startsAt: '2025-06-28T08:00:00.000Z', timeZone: 'Asia/Seoul' });
    expect(western).toMatchObject({ startsAt: '2025-07-17T00:00:00.000Z', timeZone: 'America/Denver' });
  });

  it('knows noon from midnight', () => {
    const text = file(
      programme('a', [
        concert('2025-07-10T04:00:00Z', '12:00PM'),
        concert('2025-07-10T04:00:00Z', '12:15am'),
      ]),
    );
    expect(startsOf(text)).toEqual(['2025-07-10T16:00:00.000Z', '2025-07-10T04:15:00.000Z']);
  });

  it('keeps its local time when shifted across a change of clock', () => {
    const text = file(programme('a', [concert('2025-03-08T05:00:00Z', '2:00PM')]));
    expect(startsOf(text)).toEqual(['2025-03-08T19:00:00.000Z']);
    expect(startsOf(text, 7)).toEqual(['2025-03-15T18:00:00.000Z']);
    expect(startsOf(text, 728)).toEqual(['2027-03-06T19:00:00.000Z']);
  });

  it('that falls into the hour summer time skips is played an hour later; of an hour told twice it is the first', () => {
    const text = file(
      programme('a', [concert('2025-03-09T05:00:00Z', '2:30AM'), concert('2025-11-02T04:00:00Z', '1:30AM')]),
    );
    expect(startsOf(text)).toEqual(['2025-03-09T07:30:00.000Z', '2025-11-02T05:30:00.000Z']);
  });

  it('keeps its identity whatever the shift, and when its time is corrected', () => {
    const at = (time: string) =>
      file(
        programme('a', [concert('2025-07-10T04:00:00Z', time), concert('2025-07-10T04:00:00Z', '9:45PM')]),
      );
    const [first, second] = read(at('7:30PM')).performances.map(({ externalId }) => externalId);
    expect(first).toBe('a/david-geffen-hall/2025-07-10/1');
    expect(read(at('7:30PM'), 7).performances.map(({ externalId }) => externalId)).toEqual([first, second]);
    expect(read(at('7:00PM')).performances.map(({ externalId }) => externalId)).toEqual([first, second]);
    expect(read(at('None')).performances.map(({ externalId }) => externalId)).toEqual([second]);
  });

  it('shares its event, season and activity with the others of its programme', () => {
    const text = file(programme('a', [concert('2025-07-10T04:00:00Z'), concert('2025-09-20T04:00:00Z')]));
    const [one, other] = read(text, 728).performances;
    expect(one?.event).toBe(other?.event);
    expect(one?.event).toMatchObject({
      externalId: 'a',
      code: 'NYP-A',
      title: 'Subscription Season',
      activity: { code: 'subscription-season', name: 'Subscription Season' },
      season: { code: '2024-25', name: '2026-27', startsOn: '2026-08-30', endsOn: '2027-09-18' },
    });
  });

  it('tells programmes of one number apart by their identifier', () => {
    const twin = { ...programme('b', [concert('2025-07-11T04:00:00Z')]), programID: 'A' };
    const codes = read(file(programme('a', [concert('2025-07-10T04:00:00Z')]), twin)).performances.map(
      ({ event }) => event.code,
    );
    expect(codes).toEqual(['NYP-A-A', 'NYP-A-B']);
  });
});

describe('what cannot be taken', () => {
  const told = (text: string, locale: 'fr' | 'en' = 'en') =>
    read(text).rejected.map((rejection) => tellRejection(locale, rejection));

  it('is listed with its place and every reason, the rest is taken', () => {
    const text = file(
      programme('a', [
        concert('2025-07-10T04:00:00Z'),
        concert('2025-07-11T04:00:00Z', 'None'),
        concert('2025-07-12T04:00:00Z', null, 'Café of the Sample'),
        concert('2025-07-13T04:00:00Z', '7.30'),
        concert('2025-07-14T00:00:00Z'),
        concert('soon'),
        { ...concert('2025-07-15T04:00:00Z'), Venue: 7 },
        'nothing',
        concert('2025-07-10T04:00:00Z'),
      ]),
    );
    expect(startsOf(text)).toEqual(['2025-07-10T23:30:00.000Z']);
    expect(told(text)).toEqual([
      'programs[0].concerts[1]: No time is given (David Geffen Hall, 2025-07-11).',
      'programs[0].concerts[2]: The venue “Café of the Sample” is not in the file of venues. No time is given (Café of the Sample, 2025-07-12).',
      'programs[0].concerts[3]: The time “7.30” cannot be read (David Geffen Hall, 2025-07-13).',
      'programs[0].concerts[4]: The date “2025-07-14T00:00:00Z” is not midnight in New York: the day is uncertain.',
      'programs[0].concerts[5]: The date “soon” cannot be read.',
      'programs[0].concerts[6]: The field “Venue” is missing or not valid.',
      'programs[0].concerts[7]: The field “concerts” is missing or not valid.',
      'programs[0].concerts[8]: The same programme already holds this performance.',
    ]);
  });

  it('is told in French too', () => {
    const text = file(programme('a', [concert('2025-07-11T04:00:00Z', 'None')]));
    expect(told(text, 'fr')).toEqual([
      'programs[0].concerts[0]\u00A0: L’heure n’est pas indiquée (David Geffen Hall, 2025-07-11).',
    ]);
  });

  it('counts each concert of a programme that is refused whole', () => {
    const dates = [concert('2025-07-10T04:00:00Z'), concert('2025-07-11T04:00:00Z')];
    const text = file(
      programme('a', dates),
      programme('a', dates),
      { ...programme('b', dates), season: null },
      programme('c', []),
      null,
    );
    expect(told(text)).toEqual([
      'programs[1].concerts[0]: Another programme of the file already has the identifier a.',
      'programs[1].concerts[1]: Another programme of the file already has the identifier a.',
      'programs[2].concerts[0]: The field “season” is missing or not valid.',
      'programs[2].concerts[1]: The field “season” is missing or not valid.',
      'programs[3]: This programme holds no concert.',
      'programs[4]: The field “programs” is missing or not valid.',
    ]);
  });

  it('is a date that the shift carries out of the years of the calendar', () => {
    const { performances, rejected } = read(
      file(programme('a', [concert('2025-07-10T04:00:00Z')])),
      7 * 10_000,
    );
    expect(performances).toEqual([]);
    expect(rejected.map((rejection) => tellRejection('en', rejection))).toEqual([
      'programs[0].concerts[0]: The date “2025-07-10T04:00:00Z”, once shifted, leaves the years 1900 to 2199.',
    ]);
  });
});

describe('a file of which nothing can be read', () => {
  it('says where it breaks', () => {
    const broken = file(programme('a', [])).replace('"season":', '"season" ');
    expect(faultsOf(() => read(`\n${broken}`))).toEqual([
      expect.stringMatching(/^2:\d+: The file is not valid JSON: error at line 2, column \d+[.]$/),
    ]);
    expect(faultsOf(() => read('{"programs": ['))).toEqual([
      '1:15: The file is not valid JSON: error at line 1, column 15.',
    ]);
  });

  it('says what it lacks, or has too much of', () => {
    expect(faultsOf(() => read('[]'))).toEqual([
      'programs: The file has no list “programs” at its top level.',
    ]);
    const deep = `{"programs": ${'['.repeat(100_000)}`;
    expect(faultsOf(() => read(deep))).toEqual([
      '1:45: The file nests more than 32 levels, at line 1, column 45.',
    ]);
    const many = JSON.stringify({ programs: Array.from({ length: 20_001 }, () => 0) });
    expect(faultsOf(() => read(many))).toEqual(['programs: The file holds more than 20,000 programmes.']);
  });

  it('refuses a shift that would change weekdays', () => {
    for (const days of [1, 3.5, Number.NaN, 7 * 1e9]) {
      expect(faultsOf(() => read(file(), days))).toEqual([
        `--shift-days: The shift must be a number of days that is a multiple of 7 (given: ${days}).`,
      ]);
    }
  });

  it('may start with a byte order mark, and hold nothing', () => {
    expect(read(`\uFEFF${file()}`)).toEqual({ performances: [], rejected: [] });
  });
});
