import { describe, expect, it } from '@jest/globals';
import { reasonsForContact } from '../../../rules/authorisation/contact-reasons.ts';
import {
  type AccessContact,
  type AccessFacts,
  accessFault,
  actsFor,
  channelKindFor,
  channelsFor,
} from '../../../rules/contacts/contact-access.ts';

const structure: AccessContact = {
  id: 'structure',
  number: 3,
  kind: 'structure',
  name: 'CSE des Ateliers',
  email: 'cse@ateliers.test',
  locale: 'fr',
  structureType: 'community',
  acceptance: 'accepted',
};
const person: AccessContact = {
  ...structure,
  id: 'person',
  kind: 'individual',
  email: 'relais@ateliers.test',
  structureType: null,
  acceptance: null,
};
const channel = (kind: string) => ({ id: kind, kind, organisationId: 'house', organisationName: 'Théâtre' });
const facts = (more: Partial<AccessFacts> = {}): AccessFacts => ({
  institutionId: 'institution',
  institutionName: 'Théâtre',
  holder: structure,
  relay: { ...person, linked: true },
  channels: ['back-office', 'internet-public', 'internet-company', 'internet-agency'].map(channel),
  ...more,
});

describe('who comes into their own space', () => {
  it('is a person, or a structure by its relay or by itself, each through channels made for them', () => {
    expect(accessFault(facts())).toBeNull();
    expect(accessFault(facts({ relay: null }))).toBeNull();
    expect(accessFault(facts({ holder: person, relay: null }))).toBeNull();
    expect(actsFor(facts()).id).toBe('person');
    const kinds = (['community', 'agency', 'other', 'producer'] as const).map((structureType) =>
      channelKindFor({ kind: 'structure', structureType }),
    );
    expect(kinds).toEqual(['internet-company', 'internet-agency', 'internet-company', null]);
    expect(channelsFor(facts({ holder: person })).map(({ kind }) => kind)).toEqual(['internet-public']);
  });

  it('is nobody whose link, acceptance, address or channel is gone', () => {
    expect(accessFault(facts({ relay: { ...person, linked: false } }))).toBe('notLinked');
    for (const acceptance of ['pending', 'refused', 'suspended'] as const)
      expect(accessFault(facts({ holder: { ...structure, acceptance } }))).toBe('notAccepted');
    expect(accessFault(facts({ relay: { ...person, linked: true, email: null } }))).toBe('noAddress');
    expect(accessFault(facts({ channels: [channel('back-office'), channel('internet-public')] }))).toBe(
      'noChannel',
    );
  });
});

describe('why a request is refused', () => {
  it('is told in words for contacts, each once, without a name of the house', () => {
    const minimum = { seatCategory: 'Cat1', minimum: 5, asked: 2 };
    const limit = { table: 'Option pour les CE', collectivityType: 'CE', limit: 30, asked: 40, passing: 12 };
    const told = reasonsForContact([
      { code: 'profile.minimum', values: minimum },
      { code: 'limitation.season', values: limit },
      { code: 'limitation.option', values: limit },
      { code: 'authorisation.rule', values: { rule: 'Mauvais payeurs', text: 'Impayés' } },
      { code: 'profile.none', values: { channel: 'Espace CE' } },
      { code: 'season.notOpen', values: { season: 'Saison secrète' } },
    ]);
    expect(told).toEqual([
      { code: 'online.minimum', values: { seatCategory: 'Cat1', minimum: 5 } },
      { code: 'online.limit', values: { passing: 12 } },
      { code: 'online.other', values: {} },
    ]);
  });
});
