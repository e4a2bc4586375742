import { describe, expect, it } from '@jest/globals';
import {
  bodyOf,
  nameOf,
  type RecordKind,
  type SettingRecord,
} from '../../admin-ui/frame/records/record-kind.ts';

type Show = SettingRecord & { code: string; externalId: string | null };

const kind: RecordKind<Show> = {
  resource: 'events',
  subject: 'event',
  words: 'event',
  list: { page: 'frame.page.events', to: '/events' },
  fields: ['code', 'name', 'names', 'externalId'],
  nullable: ['externalId'],
  name: nameOf,
};

describe('what a form of a settings record sends', () => {
  it('is its fields without blanks around them, empty ones as null where that may be', () => {
    const typed = { code: ' A ', name: 'Phèdre ', names: { en: ' ' }, externalId: '  ', version: 3 };
    expect(bodyOf(kind, typed, null)).toEqual({ code: 'A', name: 'Phèdre', names: {}, externalId: null });
    expect(bodyOf(kind, { code: '', name: 'Phèdre' }, null)).toEqual({ name: 'Phèdre', names: {} });
  });

  it('lets a translation that only repeated the name follow it', () => {
    const before = { id: '1', name: 'Phedre', names: { fr: 'Phedre', en: 'Phaedra' }, version: 1 };
    const typed = { ...before, name: 'Phèdre' };
    expect(bodyOf(kind, typed, before).names).toEqual({ fr: 'Phèdre', en: 'Phaedra' });
    const chosen = { ...typed, names: { fr: 'Phèdre !', en: 'Phaedra' } };
    expect(bodyOf(kind, chosen, before).names).toEqual({ fr: 'Phèdre !', en: 'Phaedra' });
  });
});
