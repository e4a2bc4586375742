import { formatChoice, formatNumber } from '../messages/figures.ts';
import type { Locale } from '../messages/locale.ts';
import { type FactName, type FactValue, factDefinitions } from './facts.ts';
import type { RuleOperator } from './rule.ts';

/** What people call the facts of managers' rules: with its article in a sentence, and alone in a list. */
type FactWords = { readonly said: string; readonly label: string };

type TwoLanguages<Words> = Readonly<Record<Locale, Words>>;

/** The facts a managers' rule may read, in the order a list shows them. */
export const managedFacts = [
  'contact.performanceTotal',
  'contact.seasonTotal',
  'contact.performanceHeld',
  'contact.seasonHeld',
  'contact.performanceRequested',
  'contact.seasonRequested',
  'contact.collectivityType',
  'contact.kind',
  'structure.name',
  'structure.acceptance',
  'option.places',
  'place.quantity',
  'place.free',
  'place.seatCategory',
  'place.event',
  'place.weekday',
  'place.date',
  'place.hour',
  'place.daysAhead',
  'season.name',
  'season.open',
  'activity.name',
  'activity.seatOptionsAllowed',
  'channel.name',
  'notice.hours',
  'notice.collides',
] as const satisfies readonly FactName[];
type ManagedFact = (typeof managedFacts)[number];

const words: Readonly<Record<ManagedFact, TwoLanguages<FactWords>>> = {
  'contact.performanceTotal': {
    fr: { said: 'le total du contact à la séance', label: 'Total du contact à la séance' },
    en: { said: 'the contact’s total at the performance', label: 'Contact’s total at the performance' },
  },
  'contact.seasonTotal': {
    fr: { said: 'le total du contact dans la saison', label: 'Total du contact dans la saison' },
    en: { said: 'the contact’s total in the season', label: 'Contact’s total in the season' },
  },
  'contact.performanceHeld': {
    fr: { said: 'le nombre de places détenues à la séance', label: 'Places détenues à la séance' },
    en: { said: 'the number of places held at the performance', label: 'Places held at the performance' },
  },
  'contact.seasonHeld': {
    fr: { said: 'le nombre de places détenues dans la saison', label: 'Places détenues dans la saison' },
    en: { said: 'the number of places held in the season', label: 'Places held in the season' },
  },
  'contact.performanceRequested': {
    fr: {
      said: 'le nombre de places en attente de réponse à la séance',
      label: 'Places en attente de réponse à la séance',
    },
    en: {
      said: 'the number of places awaiting an answer at the performance',
      label: 'Places awaiting an answer at the performance',
    },
  },
  'contact.seasonRequested': {
    fr: {
      said: 'le nombre de places en attente de réponse dans la saison',
      label: 'Places en attente de réponse dans la saison',
    },
    en: {
      said: 'the number of places awaiting an answer in the season',
      label: 'Places awaiting an answer in the season',
    },
  },
  'contact.collectivityType': {
    fr: { said: 'le type de collectivité', label: 'Type de collectivité' },
    en: { said: 'the collectivity type', label: 'Collectivity type' },
  },
  'contact.kind': {
    fr: { said: 'le contact', label: 'Contact' },
    en: { said: 'the contact', label: 'Contact' },
  },
  'structure.name': {
    fr: { said: 'la structure', label: 'Structure' },
    en: { said: 'the structure', label: 'Structure' },
  },
  'structure.acceptance': {
    fr: { said: 'l’acceptation de la structure', label: 'Acceptation de la structure' },
    en: { said: 'the acceptance of the structure', label: 'Acceptance of the structure' },
  },
  'option.places': {
    fr: { said: 'le nombre de places de l’option', label: 'Places de l’option' },
    en: { said: 'the number of places of the option', label: 'Places of the option' },
  },
  'place.quantity': {
    fr: { said: 'le nombre de places de la catégorie', label: 'Places de la catégorie' },
    en: { said: 'the number of places of the category', label: 'Places of the category' },
  },
  'place.free': {
    fr: { said: 'le nombre de places libres de la catégorie', label: 'Places libres de la catégorie' },
    en: { said: 'the number of free places of the category', label: 'Free places of the category' },
  },
  'place.seatCategory': {
    fr: { said: 'la catégorie de place', label: 'Catégorie de place' },
    en: { said: 'the seat category', label: 'Seat category' },
  },
  'place.event': {
    fr: { said: 'l’événement', label: 'Événement' },
    en: { said: 'the event', label: 'Event' },
  },
  'place.weekday': {
    fr: { said: 'le jour de la séance', label: 'Jour de la séance' },
    en: { said: 'the day of the performance', label: 'Day of the performance' },
  },
  'place.date': {
    fr: { said: 'la date de la séance', label: 'Date de la séance' },
    en: { said: 'the date of the performance', label: 'Date of the performance' },
  },
  'place.hour': {
    fr: { said: 'l’heure de la séance', label: 'Heure de la séance' },
    en: { said: 'the hour of the performance', label: 'Hour of the performance' },
  },
  'place.daysAhead': {
    fr: { said: 'le nombre de jours avant la séance', label: 'Jours avant la séance' },
    en: { said: 'the number of days before the performance', label: 'Days before the performance' },
  },
  'season.name': {
    fr: { said: 'la saison', label: 'Saison' },
    en: { said: 'the season', label: 'Season' },
  },
  'season.open': {
    fr: { said: 'l’ouverture de la saison', label: 'Saison ouverte' },
    en: { said: 'the opening of the season', label: 'Season open' },
  },
  'activity.name': {
    fr: { said: 'l’activité', label: 'Activité' },
    en: { said: 'the activity', label: 'Activity' },
  },
  'activity.seatOptionsAllowed': {
    fr: { said: 'l’autorisation des options par l’activité', label: 'Options autorisées par l’activité' },
    en: { said: 'the activity’s leave for options', label: 'Options allowed by the activity' },
  },
  'channel.name': {
    fr: { said: 'la filière de vente', label: 'Filière de vente' },
    en: { said: 'the sales channel', label: 'Sales channel' },
  },
  'notice.hours': {
    fr: { said: 'le délai minimal de réponse, en heures,', label: 'Délai minimal de réponse (heures)' },
    en: { said: 'the minimum notice, in hours,', label: 'Minimum notice (hours)' },
  },
  'notice.collides': {
    fr: { said: 'un délai trop court avant la séance', label: 'Délai trop court avant la séance' },
    en: {
      said: 'too short a notice before the performance',
      label: 'Too short a notice before the performance',
    },
  },
};

const values: TwoLanguages<Readonly<Record<string, string>>> = {
  fr: {
    monday: 'lundi',
    tuesday: 'mardi',
    wednesday: 'mercredi',
    thursday: 'jeudi',
    friday: 'vendredi',
    saturday: 'samedi',
    sunday: 'dimanche',
    individual: 'un individu',
    structure: 'une structure',
    pending: 'en attente',
    accepted: 'acceptée',
    refused: 'refusée',
    suspended: 'suspendue',
    true: 'oui',
    false: 'non',
    none: 'absent',
  },
  en: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
    individual: 'an individual',
    structure: 'a structure',
    pending: 'pending',
    accepted: 'accepted',
    refused: 'refused',
    suspended: 'suspended',
    true: 'yes',
    false: 'no',
    none: 'absent',
  },
};

const operators: Readonly<Record<RuleOperator, TwoLanguages<string>>> = {
  equal: { fr: 'est', en: 'is' },
  notEqual: { fr: 'n’est pas', en: 'is not' },
  in: { fr: 'est', en: 'is' },
  notIn: { fr: 'n’est pas', en: 'is not' },
  lessThan: { fr: 'est inférieur à', en: 'is less than' },
  lessThanInclusive: { fr: 'est d’au plus', en: 'is at most' },
  greaterThan: { fr: 'dépasse', en: 'exceeds' },
  greaterThanInclusive: { fr: 'est d’au moins', en: 'is at least' },
};

const opposites: Readonly<Record<RuleOperator, RuleOperator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
};

/** The operator that holds when another one does not. */
export function oppositeOf(operator: RuleOperator): RuleOperator {
  return opposites[operator];
}

/** True for a fact that managers' rules may read. */
function isManagedFact(name: FactName): name is ManagedFact {
  return managedFacts.some((known) => known === name);
}

/** A fact with its article, for a sentence. */
export function saidFact(locale: Locale, fact: FactName): string {
  return isManagedFact(fact) ? words[fact][locale].said : fact;
}

/** A fact as a list names it. */
export function factLabel(locale: Locale, fact: ManagedFact): string {
  return words[fact][locale].label;
}

/** A comparison in a sentence: *dépasse*, *exceeds*. */
export function saidOperator(locale: Locale, operator: RuleOperator): string {
  return operators[operator][locale];
}

/** A value of a fact as people say it. */
export function tellFactValue(locale: Locale, fact: FactName, value: FactValue): string {
  if (value === null) return values[locale].none ?? '—';
  if (typeof value === 'number') return formatNumber(locale, value);
  if (typeof value === 'boolean') return values[locale][String(value)] ?? String(value);
  if (fact === 'structure.acceptance' || 'choices' in factDefinitions[fact])
    return values[locale][value] ?? value;
  if (fact === 'place.date') return tellDate(locale, value);
  return locale === 'fr' ? `« ${value} »` : `“${value}”`;
}

/** The values a comparison expects: one, or any of several. */
export function tellExpected(
  locale: Locale,
  fact: FactName,
  expected: FactValue | readonly FactValue[],
): string {
  if (!isList(expected)) return tellFactValue(locale, fact, expected);
  return formatChoice(
    locale,
    expected.map((value) => tellFactValue(locale, fact, value)),
  );
}

function isList(value: FactValue | readonly FactValue[]): value is readonly FactValue[] {
  return Array.isArray(value);
}

function tellDate(locale: Locale, day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
}
