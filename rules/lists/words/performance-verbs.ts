/** What history calls what is done about a performance and its places. */
export const performanceVerbs = {
  fr: {
    'open-seats': 'Ouvrir les places',
    'block-seats': 'Bloquer des places',
    'unblock-seats': 'Débloquer des places',
    'record-external-sale': 'Enregistrer une vente externe',
    'cancel-external-sale': 'Annuler une vente externe',
    'move-seats': 'Changer des places de contingent',
    'move-performance': 'Déplacer la séance',
    'performance-moved': 'Séance déplacée',
    'bring-forward': 'Avancer l’échéance',
    remind: 'Relancer',
  },
  en: {
    'open-seats': 'Open the seats',
    'block-seats': 'Block seats',
    'unblock-seats': 'Unblock seats',
    'record-external-sale': 'Record an external sale',
    'cancel-external-sale': 'Cancel an external sale',
    'move-seats': 'Move seats to another contingent',
    'move-performance': 'Move the performance',
    'performance-moved': 'Performance moved',
    'bring-forward': 'Bring the due date forward',
    remind: 'Remind',
  },
} as const;
