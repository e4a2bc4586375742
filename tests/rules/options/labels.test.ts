import { describe, expect, it } from '@jest/globals';
import { axes, contactStatus, optionLabels } from '../../../rules/options/labels.ts';
import { type OptionState, optionStates } from '../../../rules/options/life.ts';

/** État / Statut pose in French, as the operator's screen shows them. */
const screen: Readonly<Record<OptionState, string>> = {
  requested: 'Demandée / Non posée',
  placed: 'Posée / En cours',
  refused: 'Refusée / En cours',
  waiting: 'En attente / Non posée',
  offered: 'En attente / En cours',
  confirmed: 'Posée / Validée',
  firm: 'Posée / Ferme',
  resumed: 'Posée / Validée',
  declined: 'Refusée / Validée',
  lapsed: '',
  withdrawn: '',
  cancelled: '',
};

describe('the words of an option', () => {
  it.each(optionStates)('%s on the two axes', (state) => {
    const axis = axes(state);
    const { decisions, progress } = optionLabels.fr;
    expect(axis === null ? '' : `${decisions[axis.decision]} / ${progress[axis.progress]}`).toBe(
      screen[state],
    );
  });

  it('never tells the contact that a refusal is pending', () => {
    expect(contactStatus('refused')).toBe(contactStatus('placed'));
    expect(contactStatus('waiting', false)).toBe(contactStatus('placed'));
    expect(optionStates.filter((state) => contactStatus(state) === 'refused')).toEqual(['declined']);
  });

  it('tells the contact where the option stands', () => {
    const told = optionStates.map((state) => optionLabels.fr.contactStatuses[contactStatus(state, true)]);
    expect(told).toEqual([
      'Transmise',
      'En cours de traitement',
      'En cours de traitement',
      'En liste d’attente',
      'En liste d’attente',
      'Acceptée[ – à régler avant le {dueAt}]',
      'Acceptée[ – à régler avant le {dueAt}]',
      'Réglée',
      'Caduque',
      'Refusée',
      'Annulée',
      'Annulée',
    ]);
  });

  it('calls the confirmed option Validée', () => {
    expect(optionLabels.fr.states.confirmed).toBe('Validée');
    expect(Object.values(optionLabels.fr.states)).not.toContain('Confirmée');
  });
});
