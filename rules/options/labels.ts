import type { Locale } from '../messages/locale.ts';
import { type OptionState, type OptionVerb, optionStates } from './life.ts';

/** *État*: what was decided about the option (seed, screen "Poses d'options de places"). */
export type DecisionAxis = 'requested' | 'placed' | 'refused' | 'waiting';
/** *Statut pose*: how far that decision has come. */
export type ProgressAxis = 'not-placed' | 'in-progress' | 'validated' | 'firm';
/** What the contact is told. */
export type ContactStatus =
  | 'submitted'
  | 'in-progress'
  | 'accepted'
  | 'waiting'
  | 'refused'
  | 'settled'
  | 'lapsed'
  | 'cancelled';

/** The seed's two axes; null for an option that has ended outside them (lapsed, withdrawn, cancelled). */
export type Axes = { decision: DecisionAxis; progress: ProgressAxis } | null;

const axesOf: Readonly<Record<OptionState, Axes>> = {
  requested: { decision: 'requested', progress: 'not-placed' },
  placed: { decision: 'placed', progress: 'in-progress' },
  refused: { decision: 'refused', progress: 'in-progress' },
  waiting: { decision: 'waiting', progress: 'not-placed' },
  offered: { decision: 'waiting', progress: 'in-progress' },
  confirmed: { decision: 'placed', progress: 'validated' },
  firm: { decision: 'placed', progress: 'firm' },
  resumed: { decision: 'placed', progress: 'validated' },
  declined: { decision: 'refused', progress: 'validated' },
  lapsed: null,
  withdrawn: null,
  cancelled: null,
};

/** *État* and *Statut pose* of a state (design section 4 "Two axes on screen"). */
export function axes(state: OptionState): Axes {
  return axesOf[state];
}

/** The states that have come as far as a *Statut pose* says, in the order of the life. */
export function statesIn(progress: ProgressAxis): OptionState[] {
  return optionStates.filter((state) => axesOf[state]?.progress === progress);
}

/** Every *Statut pose*, in order. */
export const progressAxes = [
  'not-placed',
  'in-progress',
  'validated',
  'firm',
] as const satisfies readonly ProgressAxis[];

/**
 * What the contact sees. A pending refusal never shows: it reads as a placement in progress, and so does the waiting
 * list until its letter has left.
 */
export function contactStatus(state: OptionState, waitingLetterSent = false): ContactStatus {
  switch (state) {
    case 'requested':
      return 'submitted';
    case 'placed':
    case 'refused':
      return 'in-progress';
    case 'waiting':
    case 'offered':
      return waitingLetterSent ? 'waiting' : 'in-progress';
    case 'confirmed':
    case 'firm':
      return 'accepted';
    case 'resumed':
      return 'settled';
    case 'lapsed':
      return 'lapsed';
    case 'declined':
      return 'refused';
    case 'withdrawn':
    case 'cancelled':
      return 'cancelled';
  }
}

/** What a state says of the option, or of its refusal. */
export type Predicate = { of: 'option' | 'refusal'; is: string };

/** The words of the options screens in one language. */
export type OptionLabels = {
  states: Readonly<Record<OptionState, string>>;
  verbs: Readonly<Record<OptionVerb, string>>;
  decisions: Readonly<Record<DecisionAxis, string>>;
  progress: Readonly<Record<ProgressAxis, string>>;
  /** `accepted` takes the payment due date as `{dueAt}`, when there is one. */
  contactStatuses: Readonly<Record<ContactStatus, string>>;
  /** How it is said in a sentence that an option is in a state; a subject takes its predicates as `{is}`. */
  when: {
    subjects: Readonly<Record<Predicate['of'], string>>;
    /** Between what is said of the option and what is said of its refusal. */
    or: string;
    predicates: Readonly<Record<OptionState, Predicate>>;
  };
};

/** French labels agree with *option* (feminine); `confirmed` is *Validée*, never "Confirmée" (style, vocabulary). */
export const optionLabels: Readonly<Record<Locale, OptionLabels>> = {
  fr: {
    states: {
      requested: 'Demandée',
      placed: 'Posée',
      refused: 'Refus en cours',
      waiting: 'En attente',
      offered: 'Proposée',
      confirmed: 'Validée',
      firm: 'Ferme',
      resumed: 'Reprise',
      lapsed: 'Caduque',
      declined: 'Refusée',
      withdrawn: 'Retirée',
      cancelled: 'Annulée',
    },
    verbs: {
      request: 'Demander',
      duplicate: 'Dupliquer',
      'place-directly': 'Poser directement',
      split: 'Mettre le reste en attente',
      change: 'Modifier la demande',
      place: 'Poser',
      extend: 'Prolonger l’échéance',
      refuse: 'Refuser',
      withdraw: 'Retirer',
      expire: 'Constater la date passée',
      confirm: 'Valider',
      lapse: 'Déclarer caduque',
      'cancel-refusal': 'Annuler le refus en cours',
      wait: 'Mettre sur liste d’attente',
      'confirm-refusal': 'Valider le refus',
      offer: 'Proposer',
      'leave-waiting': 'Reprendre de la liste d’attente',
      accept: 'Accepter la proposition',
      decline: 'Décliner la proposition',
      'lapse-offer': 'Clore la proposition',
      'cancel-confirmation': 'Annuler la validation',
      firm: 'Pose ferme',
      resume: 'Reprendre la commande',
      cancel: 'Annuler',
      reinstate: 'Rétablir',
      'cancel-performance': 'Annuler la séance',
      'change-configuration': 'Changer de configuration',
    },
    decisions: { requested: 'Demandée', placed: 'Posée', refused: 'Refusée', waiting: 'En attente' },
    progress: { 'not-placed': 'Non posée', 'in-progress': 'En cours', validated: 'Validée', firm: 'Ferme' },
    contactStatuses: {
      submitted: 'Transmise',
      'in-progress': 'En cours de traitement',
      accepted: 'Acceptée[ – à régler avant le {dueAt}]',
      waiting: 'En liste d’attente',
      refused: 'Refusée',
      settled: 'Réglée',
      lapsed: 'Caduque',
      cancelled: 'Annulée',
    },
    when: {
      subjects: { option: 'l’option est {is}', refusal: 'un refus est {is}' },
      or: ', ou ',
      predicates: {
        requested: { of: 'option', is: 'demandée' },
        placed: { of: 'option', is: 'posée' },
        refused: { of: 'refusal', is: 'en cours' },
        waiting: { of: 'option', is: 'en attente' },
        offered: { of: 'option', is: 'proposée' },
        confirmed: { of: 'option', is: 'validée' },
        firm: { of: 'option', is: 'ferme' },
        resumed: { of: 'option', is: 'reprise' },
        lapsed: { of: 'option', is: 'caduque' },
        declined: { of: 'option', is: 'refusée' },
        withdrawn: { of: 'option', is: 'retirée' },
        cancelled: { of: 'option', is: 'annulée' },
      },
    },
  },
  en: {
    states: {
      requested: 'Requested',
      placed: 'Placed',
      refused: 'Refusal pending',
      waiting: 'Waiting',
      offered: 'Offered',
      confirmed: 'Validated',
      firm: 'Firm',
      resumed: 'Resumed',
      lapsed: 'Lapsed',
      declined: 'Refused',
      withdrawn: 'Withdrawn',
      cancelled: 'Cancelled',
    },
    verbs: {
      request: 'Request',
      duplicate: 'Duplicate',
      'place-directly': 'Direct placement',
      split: 'Put the remainder on the waiting list',
      change: 'Change the request',
      place: 'Place',
      extend: 'Extend the due date',
      refuse: 'Refuse',
      withdraw: 'Withdraw',
      expire: 'Record that the date is past',
      confirm: 'Validate',
      lapse: 'Mark as lapsed',
      'cancel-refusal': 'Cancel refusal',
      wait: 'Put on waiting list',
      'confirm-refusal': 'Validate the refusal',
      offer: 'Offer',
      'leave-waiting': 'Take off waiting list',
      accept: 'Accept the offer',
      decline: 'Decline the offer',
      'lapse-offer': 'Close the offer',
      'cancel-confirmation': 'Cancel validation',
      firm: 'Firm',
      resume: 'Resume the order',
      cancel: 'Cancel',
      reinstate: 'Reinstate',
      'cancel-performance': 'Cancel the performance',
      'change-configuration': 'Change the configuration',
    },
    decisions: { requested: 'Requested', placed: 'Placed', refused: 'Refused', waiting: 'Waiting' },
    progress: {
      'not-placed': 'Not placed',
      'in-progress': 'In progress',
      validated: 'Validated',
      firm: 'Firm',
    },
    contactStatuses: {
      submitted: 'Submitted',
      'in-progress': 'Being processed',
      accepted: 'Accepted[ – to be paid by {dueAt}]',
      waiting: 'On the waiting list',
      refused: 'Refused',
      settled: 'Paid',
      lapsed: 'Lapsed',
      cancelled: 'Cancelled',
    },
    when: {
      subjects: { option: 'the option is {is}', refusal: 'a refusal is {is}' },
      or: ', or ',
      predicates: {
        requested: { of: 'option', is: 'requested' },
        placed: { of: 'option', is: 'placed' },
        refused: { of: 'refusal', is: 'pending' },
        waiting: { of: 'option', is: 'on the waiting list' },
        offered: { of: 'option', is: 'offered' },
        confirmed: { of: 'option', is: 'validated' },
        firm: { of: 'option', is: 'firm' },
        resumed: { of: 'option', is: 'resumed' },
        lapsed: { of: 'option', is: 'lapsed' },
        declined: { of: 'option', is: 'refused' },
        withdrawn: { of: 'option', is: 'withdrawn' },
        cancelled: { of: 'option', is: 'cancelled' },
      },
    },
  },
};
