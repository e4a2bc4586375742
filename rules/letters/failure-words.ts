import type { Locale } from '../messages/locale.ts';

/** What a failure is written as: its code, then the mail server's own words when it said any. */
export function failureParts(failure: string): { code: string; said: string | null } {
  const at = failure.indexOf(': ');
  return at === -1
    ? { code: failure, said: null }
    : { code: failure.slice(0, at), said: failure.slice(at + 2) };
}

const words: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: {
    'mail.noAddress': 'Ce contact n’a pas d’adresse e-mail.',
    'mail.addressInvalid': 'L’adresse e-mail de ce contact n’est pas valable.',
    'mail.refused': 'Le serveur de messagerie a refusé cette lettre.',
    'mail.deferred': 'Le serveur de messagerie a remis cette lettre à plus tard.',
    'mail.serverRefused': 'Le serveur de messagerie n’accepte pas nos messages.',
    'mail.unreachable': 'Le serveur de messagerie est injoignable.',
    'mail.timeout': 'Le serveur de messagerie n’a pas répondu à temps.',
    'mail.givenUp': 'La lettre n’a pas pu partir malgré plusieurs essais.',
    'mail.bounced.unknownAddress': 'La lettre est revenue : l’adresse n’existe pas.',
    'mail.bounced.mailboxFull': 'La lettre est revenue : la boîte du destinataire est pleine.',
    'mail.bounced.mailboxClosed': 'La lettre est revenue : la boîte du destinataire est fermée.',
    'mail.bounced.tooLarge': 'La lettre est revenue : elle est trop lourde pour cette boîte.',
    'mail.bounced.blocked': 'La lettre est revenue : le serveur du destinataire refuse nos envois.',
    'mail.bounced.unreachable': 'La lettre est revenue : le serveur du destinataire est injoignable.',
    'mail.bounced.other': 'La lettre est revenue : le serveur du destinataire ne l’a pas remise.',
    'letter.unwritable': 'La lettre n’a pas pu être composée.',
    'letter.expired': 'Le lien d’accès n’était plus valable : le contact peut en demander un autre.',
    other: 'La lettre n’est pas arrivée.',
  },
  en: {
    'mail.noAddress': 'The contact has no e-mail address.',
    'mail.addressInvalid': 'The e-mail address is not valid.',
    'mail.refused': 'The mail server refused this letter.',
    'mail.deferred': 'The mail server asked to try again later.',
    'mail.serverRefused': 'The mail server does not take mail from us.',
    'mail.unreachable': 'The mail server cannot be reached.',
    'mail.timeout': 'The mail server did not answer in time.',
    'mail.givenUp': 'The mail server turned the letter away for two days.',
    'mail.bounced.unknownAddress': 'The letter came back: the address does not exist.',
    'mail.bounced.mailboxFull': 'The letter came back: the recipient’s mailbox is full.',
    'mail.bounced.mailboxClosed': 'The letter came back: the recipient’s mailbox is closed.',
    'mail.bounced.tooLarge': 'The letter came back: it is too large for this mailbox.',
    'mail.bounced.blocked': 'The letter came back: the recipient’s server does not take mail from us.',
    'mail.bounced.unreachable': 'The letter came back: the recipient’s server cannot be reached.',
    'mail.bounced.other': 'The letter came back: the recipient’s server did not deliver it.',
    'letter.unwritable': 'This letter cannot be composed.',
    'letter.expired': 'The access link was no longer valid: the contact can ask for another.',
    other: 'The sending failed.',
  },
};

/**
 * Why a letter did not arrive, in plain words. `to` is empty when the contact has no address, null when it is not known
 * which one was used.
 */
export function failureWords(locale: Locale, failure: string, to: string | null): string {
  const { code } = failureParts(failure);
  const known = code === 'mail.addressInvalid' && to === '' ? 'mail.noAddress' : code;
  const catalogue = words[locale];
  return catalogue[known] ?? catalogue.other ?? '';
}
