import type { ContingentFault } from '../row-fault.ts';

/** What is said of a row, in French. */
export const fr: Readonly<Record<ContingentFault, string>> = {
  'cell.required': 'Cette cellule doit être remplie.',
  'cell.date': '« {value} » n’est pas une date (31/12/2026 ou 2026-12-31).',
  'cell.time': '« {value} » n’est pas une heure (20:30 ou 20h30).',
  'cell.capacity': '« {value} » n’est pas un nombre de places entre 0 et 1 000 000.',
  'row.repeated': 'La ligne répète la ligne {line}.',
  'event.unknown': 'Aucun événement ne porte le code « {value} ».',
  'performance.unknown': 'L’événement ne joue pas ce jour-là à cette heure.',
  'performance.several': 'Plusieurs séances de l’événement commencent à cet instant.',
  'performance.changed': 'La séance a changé pendant l’import : recommencez.',
  'category.unknown': 'Le lieu de la séance n’a pas de catégorie « {value} ».',
  'contingent.unknown': 'Aucun contingent ne porte le code « {value} ».',
  'capacity.numbered': 'Les places de la séance sont numérotées : désignez-les, une par ligne.',
  'capacity.underTaken': 'Il y a déjà {taken} places prises : la capacité ne peut pas être {value}.',
  'seat.notNumbered': 'Les places de la séance ne sont pas numérotées : indiquez une capacité.',
  'seat.unknown': 'La séance n’a pas de place « {value} ».',
  'seat.otherCategory': 'La place « {value} » est d’une autre catégorie.',
  'seat.taken': 'La place « {value} » est prise : elle ne change pas de contingent.',
};
