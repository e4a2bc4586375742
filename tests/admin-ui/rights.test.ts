import { describe, expect, it } from '@jest/globals';
import { navigationSections } from '../../admin-ui/frame/navigation-entries.ts';
import { mayOn } from '../../admin-ui/provider/may-on.ts';
import { matrixRows, rightsAt, rightsChanged, toggled } from '../../admin-ui/roles/matrix-rows.ts';
import { type Resource, resourceFunctions, resourceRight } from '../../rules/organisation/resource-rights.ts';
import { allRights } from '../../rules/organisation/right-tree.ts';

const isResource = (name: string): name is Resource => name in resourceFunctions;

/** Screens that show the records of another resource. */
const shows: Readonly<Record<string, Resource>> = {
  'option-requests': 'options',
  structures: 'contacts',
  individuals: 'contacts',
};

describe('the menu', () => {
  const entries = navigationSections.flatMap((section) => section.entries);

  it.each(entries.map((entry): [string, readonly string[]] => [entry.to, entry.rights]))(
    '%s shows to those only who may read what is behind it',
    (to, rights) => {
      const name = to.slice(1);
      const resource = shows[name] ?? name;
      expect(rights.length).toBeGreaterThan(0);
      if (isResource(resource)) expect(rights).toContain(resourceRight(resource, 'read'));
    },
  );
});

describe('a button on a record', () => {
  const session = {
    rights: ['catalogue.events:read', 'catalogue.events:modify', 'contacts.contacts:read'],
    organisations: [
      { id: 'one', name: 'One', rights: ['catalogue.events:read', 'catalogue.events:modify'] },
      { id: 'two', name: 'Two', rights: ['catalogue.events:read'] },
    ],
  };

  it('is there where the right is held in the organisation of the record', () => {
    expect(mayOn(session, 'catalogue.events:modify', { organisationId: 'one' })).toBe(true);
    expect(mayOn(session, 'catalogue.events:modify', { organisationId: 'two' })).toBe(false);
    expect(mayOn(session, 'catalogue.events:modify', { organisationId: 'three' })).toBe(false);
    expect(mayOn(session, 'catalogue.events:modify', {})).toBe(true);
    expect(mayOn(session, 'catalogue.events:delete', {})).toBe(false);
    // contacts belong to the institution: the right counts wherever it is held
    expect(mayOn(session, 'contacts.contacts:read', { organisationId: 'two' })).toBe(true);
  });
});

describe('the matrix of rights', () => {
  const lineOf = (name: string) => matrixRows.find((row) => row.kind === 'branch' && row.name === name);

  it('has every right once as a function', () => {
    const functions = matrixRows.filter((row) => row.kind === 'function');
    expect(functions.flatMap((row) => rightsAt(row, null)).sort()).toEqual([...allRights].sort());
  });

  it('gives and takes with a branch what lies below it', () => {
    const seats = rightsAt(lineOf('seats')!, 'execute');
    expect(seats).toContain('options.seats.visit-validation:execute');
    expect(seats).not.toContain('options.products.order:execute');
    const before = ['options.seats.order:execute', 'history.history:read'];
    const given = toggled(before, seats);
    expect(rightsChanged(before, given)).toEqual({
      added: seats.filter((right) => right !== 'options.seats.order:execute'),
      taken: [],
    });
    expect(toggled(given, seats)).toEqual(['history.history:read']);
  });
});
