import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { AccessSnapshot } from '../../rules/letters/access-letter.ts';
import { accessTexts } from '../../rules/letters/shipped/access-texts.ts';
import { oneLine } from './clean-text.ts';
import { accentOf, defaultBrand } from './letter-brand.ts';
import { languageTag } from './letter-formats.ts';
import type { RenderedLetter } from './render-letter.ts';

const htmlTemplate = Handlebars.compile(
  readFileSync(new URL('./templates/access.hbs', import.meta.url), 'utf8'),
  { strict: true, knownHelpersOnly: true, knownHelpers: { each: true, unless: true } },
);

/**
 * Writes the e-mail with a one-time link, in its reader's language.
 * @throws RangeError when the link has been taken out, or an instant is not one.
 */
export function renderAccessLetter({
  locale,
  issuedAt,
  organisation,
  contact,
  access,
}: AccessSnapshot): RenderedLetter {
  const { link, expiresAt } = access;
  if (link === null) throw new RangeError('The link of the letter has been taken out.');
  const minutes = Math.round((Date.parse(expiresAt) - Date.parse(issuedAt)) / 60_000);
  if (!Number.isFinite(minutes)) throw new RangeError('The letter has no time.');
  const values: Readonly<Record<string, string>> = {
    organisation: oneLine(organisation.name),
    contactName: oneLine(contact.name),
    contactNumber: String(contact.number),
    minutes: String(minutes),
  };
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
  const text = accessTexts[locale];
  const page = {
    language: languageTag(locale),
    accent: accentOf(defaultBrand),
    sender: { name: oneLine(organisation.name), lines: organisation.addressLines.map(oneLine) },
    subject: filled(text.subject),
    preview: filled(text.preview),
    title: text.title,
    salutation: filled(text.salutation),
    opening: filled(text.opening),
    link,
    button: text.button,
    orCopy: text.orCopy,
    closing: text.closing,
    farewell: text.farewell,
    signature: [text.signature, oneLine(organisation.name)],
  };
  const blocks = [
    page.title,
    page.salutation,
    page.opening,
    link,
    ...page.closing,
    page.farewell,
    page.signature.join('\n'),
  ];
  return { subject: page.subject, html: htmlTemplate(page), text: `${blocks.join('\n\n')}\n` };
}
