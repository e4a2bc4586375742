/** Words for two people who changed the same record. */
export const conflict = {
  title: 'La fiche a changé entre-temps',
  by: '%{actor} l’a modifiée le %{at}.',
  unknown: 'Une autre personne l’a modifiée.',
  nothingLost: 'Rien n’a été enregistré, votre saisie est conservée.',
  choose: 'Pour chaque champ, gardez votre valeur ou prenez la nouvelle.',
  same: 'Les champs de ce formulaire n’ont pas changé : vous pouvez enregistrer à nouveau.',
  mine: 'Votre saisie',
  theirs: 'Version actuelle',
  changedBy: {
    mine: 'modifié par vous',
    theirs: 'modifié entre-temps',
    both: 'modifié des deux côtés',
  },
  empty: 'vide',
  save: 'Enregistrer ce choix',
  putMine: 'Garder toute ma saisie',
  takeTheirs: 'Abandonner ma saisie',
  back: 'Revenir au formulaire',
  closed: 'Cette fiche ne peut plus être modifiée :',
  seen: 'Ce que vous voyiez',
  now: 'Maintenant',
  noDifference: 'Ce qui est affiché ici n’a pas changé.',
  again: 'Recommencer : %{verb}',
  close: 'Fermer',
} as const;

/** Words for leaving a form. */
export const unsaved = {
  title: 'Quitter sans enregistrer ?',
  body: 'Votre saisie n’est pas enregistrée. Elle sera perdue si vous quittez cette page.',
  stay: 'Rester sur la page',
  leave: 'Quitter sans enregistrer',
} as const;
