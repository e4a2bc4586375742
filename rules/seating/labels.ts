import { fill } from '../messages/format.ts';
import type { Locale } from '../messages/locale.ts';
import type { SeatReason, SeatReasonCode } from './reasons.ts';

/** The sentences of the seat engine's reasons. */
export const seatReasonLabels: Readonly<Record<Locale, Readonly<Record<SeatReasonCode, string>>>> = {
  fr: {
    'choice.first': 'Séance du premier choix.',
    'choice.fallback': 'Date de repli n° {rank}.',
    'category.kept': 'Catégorie demandée.',
    'category.upgraded': 'Surclassement dans la catégorie immédiatement supérieure.',
    'category.mixed': 'Une partie du groupe est surclassée.',
    'seats.together': 'Le groupe est assis ensemble dans un rang.',
    'seats.oneRow': 'Le groupe est dans un seul rang, en {blocks} {blocks?partie|parties}.',
    'seats.behind':
      'Le groupe est sur {rows} {rows?rang|rangs} l’un derrière l’autre, en {blocks} {blocks?partie|parties}.',
    'seats.apart': 'Le groupe est sur {rows} rangs séparés, en {blocks} {blocks?partie|parties}.',
    'isolated.none': 'Aucun siège isolé.',
    'isolated.unavoidable':
      'Sièges isolés : {isolated}, faute d’autre solution ; il reste {free} {free?place|places}, moins que le trigger de {trigger}.',
    'isolated.allowed': 'Sièges isolés : {isolated} ; la filière les permet toujours.',
    'lone.people': 'Personnes sans voisin du groupe : {people}.',
    'restricted.view': 'Places à visibilité réduite : {seats}.',
    'wheelchair.beside': 'Places en fauteuil : {users}, accompagnateurs à côté : {companions}.',
    'wheelchair.apart': 'Accompagnateurs qui ne sont pas à côté du fauteuil : {companions}.',
    'rank.first': 'C’est la meilleure proposition.',
    'after.choice': 'Après la précédente : date de moindre préférence ({here} après {before}).',
    'after.isolating': 'Après la précédente : elle isole des sièges.',
    'after.category': 'Après la précédente : elle s’écarte davantage de la catégorie demandée.',
    'after.companionsApart':
      'Après la précédente : davantage d’accompagnateurs loin du fauteuil ({here} contre {before}).',
    'after.bays': 'Après la précédente : emplacements de fauteuil moins bons (rang {here} contre {before}).',
    'after.apart': 'Après la précédente : ses rangs ne se suivent pas.',
    'after.blocks': 'Après la précédente : le groupe est en davantage de parties ({here} contre {before}).',
    'after.isolated': 'Après la précédente : davantage de sièges isolés ({here} contre {before}).',
    'after.lone':
      'Après la précédente : davantage de personnes sans voisin du groupe ({here} contre {before}).',
    'after.rows': 'Après la précédente : davantage de rangs ({here} contre {before}).',
    'after.restricted':
      'Après la précédente : davantage de places à visibilité réduite ({here} contre {before}).',
    'after.spread':
      'Après la précédente : le groupe est moins resserré ({here} contre {before} demi-places).',
    'after.distance': 'Après la précédente : plus loin du meilleur point ({here} contre {before}).',
    'after.cuts':
      'Après la précédente : elle entame davantage les grands espaces libres ({here} contre {before}).',
    'after.equal': 'Aussi bonne que la précédente ; l’ordre de la salle décide.',
    'left.fewer':
      'Il reste {free} {free?place|places}, dont {together} côte à côte au plus ; un groupe de {most} au plus peut y être assis.',
    'left.isolating':
      'Le groupe ne peut être assis qu’en isolant des sièges, ce que la filière ne permet pas.',
    'left.bays': 'Emplacements de fauteuil libres : {free} ; demandés : {users}.',
    'left.unknown': 'La séance n’a pas de plan de salle.',
    'left.tooLarge': 'Un groupe de plus de {limit} personnes se demande en plusieurs fois.',
    'left.counted':
      'Il reste {free} {free?place|places} là où cette option peut en prendre, {most} au plus pour un groupe.',
    'left.limit':
      'D’autres options de la liste atteignent la limite de son contact : il lui reste {left} {left?place|places}.',
    'mass.outweighed':
      '{quantity} {quantity?place est mieux remplie|places sont mieux remplies} par d’autres options de la liste.',
  },
  en: {
    'choice.first': 'First-choice performance.',
    'choice.fallback': 'Fallback date no. {rank}.',
    'category.kept': 'Category asked for.',
    'category.upgraded': 'Upgraded to the category immediately above.',
    'category.mixed': 'Part of the group is upgraded.',
    'seats.together': 'The group sits together in one row.',
    'seats.oneRow': 'The group is in a single row, in {blocks} {blocks?part|parts}.',
    'seats.behind': 'The group is in {rows} rows one behind the other, in {blocks} {blocks?part|parts}.',
    'seats.apart': 'The group is in {rows} rows apart, in {blocks} {blocks?part|parts}.',
    'isolated.none': 'No seat left alone.',
    'isolated.unavoidable':
      'Seats left alone: {isolated}, as nothing else is possible; {free} {free?place is|places are} left, fewer than the trigger of {trigger}.',
    'isolated.allowed': 'Seats left alone: {isolated}; the channel always allows them.',
    'lone.people': 'People with nobody of the group beside them: {people}.',
    'restricted.view': 'Seats with a restricted view: {seats}.',
    'wheelchair.beside': 'Wheelchair places: {users}, companions beside them: {companions}.',
    'wheelchair.apart': 'Companions who are not beside the wheelchair: {companions}.',
    'rank.first': 'This is the best proposal.',
    'after.choice': 'After the one before: a less preferred date ({here} after {before}).',
    'after.isolating': 'After the one before: it leaves seats alone.',
    'after.category': 'After the one before: it is further from the category asked for.',
    'after.companionsApart':
      'After the one before: more companions away from the wheelchair ({here} against {before}).',
    'after.bays': 'After the one before: less good wheelchair places (rank {here} against {before}).',
    'after.apart': 'After the one before: its rows do not follow one another.',
    'after.blocks': 'After the one before: the group is in more parts ({here} against {before}).',
    'after.isolated': 'After the one before: more seats left alone ({here} against {before}).',
    'after.lone':
      'After the one before: more people with nobody of the group beside them ({here} against {before}).',
    'after.rows': 'After the one before: more rows ({here} against {before}).',
    'after.restricted': 'After the one before: more seats with a restricted view ({here} against {before}).',
    'after.spread': 'After the one before: the group is less close ({here} against {before} half seats).',
    'after.distance': 'After the one before: further from the best point ({here} against {before}).',
    'after.cuts': 'After the one before: it cuts more into large free blocks ({here} against {before}).',
    'after.equal': 'As good as the one before; the order of the hall decides.',
    'left.fewer':
      '{free} {free?place is|places are} left, {together} side by side at most; a group of {most} at most can be seated there.',
    'left.isolating':
      'The group can be seated only by leaving seats alone, which the channel does not allow.',
    'left.bays': 'Free wheelchair places: {free}; asked for: {users}.',
    'left.unknown': 'The performance has no seat map.',
    'left.tooLarge': 'A group of more than {limit} people is asked for in parts.',
    'left.counted':
      '{free} {free?place is|places are} left where this option may take some, {most} at most for one group.',
    'left.limit':
      'Other options of the list reach the limit of its contact: {left} {left?place is|places are} left to it.',
    'mass.outweighed':
      '{quantity} {quantity?place is|places are} filled better by other options of the list.',
  },
};

/** A reason with its sentence in the reader's language. */
export function tellSeatReason(locale: Locale, reason: SeatReason): SeatReason & { message: string } {
  return { ...reason, message: fill(locale, seatReasonLabels[locale][reason.code], reason.values) };
}
