/** What history calls what is done about letters and their texts. */
export const letterVerbs = {
  fr: {
    send: 'Envoyer',
    resend: 'Renvoyer',
    'hold-mail': 'Retenir le courrier',
    'release-mail': 'Libérer le courrier',
    'test-letter': 'Essayer une lettre',
    'restore-shipped': 'Revenir au texte livré',
    'suppress-letters': 'Suspendre le courrier',
    'resume-letters': 'Reprendre le courrier',
    bounce: 'Recevoir un retour de courrier',
  },
  en: {
    send: 'Send',
    resend: 'Send again',
    'hold-mail': 'Hold the mail',
    'release-mail': 'Release the mail',
    'test-letter': 'Try a letter',
    'restore-shipped': 'Go back to the shipped text',
    'suppress-letters': 'Suspend letters',
    'resume-letters': 'Resume letters',
    bounce: 'Take in a returned letter',
  },
} as const;
