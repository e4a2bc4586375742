import { describe, expect, it } from '@jest/globals';
import { type OptionVerb, optionVerbs } from '../../../rules/options/life.ts';
import {
  agreedDateRight,
  extraChoiceRight,
  firmCancellationRight,
  overrideRight,
  rightFor,
} from '../../../rules/options/rights.ts';
import { resourceRight } from '../../../rules/organisation/resource-rights.ts';
import {
  allRights,
  functionNames,
  functionsOn,
  isRight,
  rightTree,
} from '../../../rules/organisation/right-tree.ts';
import { rolePresetNames, rolePresets } from '../../../rules/organisation/role-presets.ts';

const ownRights = [agreedDateRight, firmCancellationRight, overrideRight];

/** Verbs on a performance are its managers'. */
const ofOptions = (verb: OptionVerb) => verb !== 'cancel-performance' && verb !== 'change-configuration';

describe('rights', () => {
  it.each(['seats', 'product'] as const)('every verb on options of %s needs a right of the tree', (kind) => {
    for (const verb of optionVerbs) expect(allRights).toContain(rightFor(verb, kind));
    for (const ownRight of ownRights) expect(allRights).toContain(ownRight(kind));
  });

  it('has one for an extra choice in a season ticket', () => {
    expect(allRights).toContain(extraChoiceRight);
  });

  it('keeps seats and products apart', () => {
    expect(rightFor('confirm', 'seats')).toBe('options.seats.order:execute');
    expect(rightFor('confirm', 'product')).toBe('options.products.order:execute');
    expect(rightFor('place')).toBe('options.seats.placement:execute');
  });

  it('knows its own', () => {
    expect(allRights.every(isRight)).toBe(true);
    expect(isRight('options.seats.requests:execute')).toBe(false);
    expect(new Set(allRights).size).toBe(allRights.length);
    expect(rightTree.flatMap(functionsOn).sort()).toEqual(functionNames().sort());
    expect(functionNames()).toContain('history.history');
    expect(allRights.filter((right) => right.startsWith('history.'))).toEqual(['history.history:read']);
  });
});

describe('the roles a new institution starts with', () => {
  it.each(rolePresetNames)('%s has rights of the tree, each once', (name) => {
    const rights = rolePresets[name];
    expect(rights.every(isRight)).toBe(true);
    expect(new Set(rights).size).toBe(rights.length);
  });

  it('the administrator has all', () => {
    expect(rolePresets.administrator).toEqual(allRights);
  });

  it('the operator has every option verb, creates contacts, reads stock, letters and history, runs gauge-check', () => {
    const { operator } = rolePresets;
    for (const verb of optionVerbs.filter(ofOptions)) {
      expect(operator).toContain(rightFor(verb, 'seats'));
      expect(operator).toContain(rightFor(verb, 'product'));
    }
    expect(operator).toEqual(
      expect.arrayContaining([
        resourceRight('contacts', 'create'),
        resourceRight('letters', 'read'),
        resourceRight('history', 'read'),
        'stock.stock:read',
        'stock.gauge-check:execute',
        'letters.mail-hold:read',
      ]),
    );
  });

  it('only the administrator touches operators and roles; finance and operators change no settings', () => {
    for (const name of ['operator', 'manager', 'finance'] as const) {
      const touched = rolePresets[name].filter((right) =>
        /^organisation\.(operators|roles):(?!read)/.test(right),
      );
      expect(touched).toEqual([]);
    }
    for (const name of ['operator', 'finance'] as const) {
      const changed = rolePresets[name].filter((right) =>
        /^(catalogue|venues|channels|authorisation)\..*:(?!read)/.test(right),
      );
      expect(changed).toEqual([]);
    }
  });

  it('finance and managers place nothing', () => {
    for (const name of ['manager', 'finance'] as const) {
      expect(rolePresets[name]).not.toContain(rightFor('place'));
      expect(rolePresets[name]).not.toContain(rightFor('confirm'));
    }
  });
});
