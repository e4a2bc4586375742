import type { LetterLanguage } from '../letter-language.ts';

/** The text of a letter with a one-time link; `{organisation}`, `{contactName}`, `{contactNumber}` and `{minutes}` are filled in. */
export interface AccessText {
  subject: string;
  title: string;
  preview: string;
  salutation: string;
  opening: string;
  /** The words on the link. */
  button: string;
  /** Before the address itself, for readers whose mail shows no buttons. */
  orCopy: string;
  closing: readonly string[];
  farewell: string;
  signature: string;
}

/** The texts of the letter, by language. */
export const accessTexts: Readonly<Record<LetterLanguage, AccessText>> = {
  fr: {
    subject: 'Votre accès – {organisation}',
    title: 'Votre lien d’accès',
    preview: 'Un lien à usage unique, valable {minutes} minutes',
    salutation: 'Bonjour {contactName},',
    opening:
      'Voici le lien qui ouvre l’espace en ligne de votre contact n° {contactNumber}. Il est valable {minutes} minutes et ne sert qu’une fois.',
    button: 'Ouvrir mon espace',
    orCopy: 'Ou copiez cette adresse dans votre navigateur :',
    closing: [
      'Vous n’avez rien demandé ? Ignorez ce message : sans ce lien, personne n’entre. Ne le transmettez à personne.',
    ],
    farewell: 'À bientôt,',
    signature: 'Le service de la billetterie',
  },
  en: {
    subject: 'Your access – {organisation}',
    title: 'Your access link',
    preview: 'A link that works once, valid for {minutes} minutes',
    salutation: 'Hello {contactName},',
    opening:
      'This link opens the online space of your contact no. {contactNumber}. It is valid for {minutes} minutes and works once.',
    button: 'Open my space',
    orCopy: 'Or copy this address into your browser:',
    closing: [
      'You did not ask for it? Ignore this message: without the link nobody comes in. Do not pass it on to anybody.',
    ],
    farewell: 'See you soon,',
    signature: 'The box office',
  },
  de: {
    subject: 'Ihr Zugang – {organisation}',
    title: 'Ihr Zugangslink',
    preview: 'Ein einmaliger Link, {minutes} Minuten gültig',
    salutation: 'Guten Tag {contactName},',
    opening:
      'Dieser Link öffnet den Online-Bereich zu Ihrer Kontaktnummer {contactNumber}. Er ist {minutes} Minuten gültig und kann nur einmal verwendet werden.',
    button: 'Meinen Bereich öffnen',
    orCopy: 'Oder kopieren Sie diese Adresse in Ihren Browser:',
    closing: [
      'Sie haben nichts angefordert? Dann lassen Sie diese Nachricht unbeachtet: Ohne den Link kommt niemand hinein. Geben Sie ihn nicht weiter.',
    ],
    farewell: 'Bis bald,',
    signature: 'Ihr Kartenbüro',
  },
  es: {
    subject: 'Su acceso – {organisation}',
    title: 'Su enlace de acceso',
    preview: 'Un enlace de un solo uso, válido durante {minutes} minutos',
    salutation: 'Buenos días, {contactName}:',
    opening:
      'Este enlace abre el espacio en línea de su contacto n.º {contactNumber}. Es válido durante {minutes} minutos y solo sirve una vez.',
    button: 'Abrir mi espacio',
    orCopy: 'O copie esta dirección en su navegador:',
    closing: [
      '¿No ha pedido nada? Ignore este mensaje: sin el enlace nadie puede entrar. No lo comparta con nadie.',
    ],
    farewell: 'Hasta pronto,',
    signature: 'El servicio de taquilla',
  },
  it: {
    subject: 'Il Suo accesso – {organisation}',
    title: 'Il Suo link di accesso',
    preview: 'Un link utilizzabile una sola volta, valido {minutes} minuti',
    salutation: 'Buongiorno {contactName},',
    opening:
      'Questo link apre lo spazio online del Suo contatto n. {contactNumber}. È valido {minutes} minuti e si usa una sola volta.',
    button: 'Apri il mio spazio',
    orCopy: 'Oppure copi questo indirizzo nel browser:',
    closing: [
      'Non ha chiesto nulla? Ignori questo messaggio: senza il link non entra nessuno. Non lo inoltri a nessuno.',
    ],
    farewell: 'A presto,',
    signature: 'La biglietteria',
  },
};
