import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { composeMessage, type LetterHeaders } from '../../../activities/letters/compose-message.ts';
import { isMailAddress } from '../../../activities/letters/mail-address.ts';
import { documentName, renderDocument } from '../../../activities/letters/render-document.ts';
import { renderLetter } from '../../../activities/letters/render-letter.ts';
import { confirmedOption } from './letter-samples.ts';

const letter: LetterHeaders = {
  id: '0b5e7f5e-6f57-4b56-9d5e-1f4a2c8f9a10',
  kind: 'confirmation',
  to: { name: 'Maëlle Œuvrard', address: 'm.oeuvrard@les-tilleuls.example' },
  from: { name: 'Théâtre des Quatre-Vents', address: 'billetterie@quatre-vents.example' },
  replyTo: { name: null, address: 'collectivites@quatre-vents.example' },
  messageId: '<0b5e7f5e@placet.test>',
  date: '2015-12-21T09:12:04.000Z',
};
const rendered = renderLetter('confirmation', confirmedOption());
const pdf = { fileName: documentName(confirmedOption()), content: Buffer.from('%PDF-1.7 a document') };

function headerNames(raw: Buffer): string[] {
  const head = raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
  return Array.from(head.matchAll(/^([^\s:]+):/gm), ([, name]) => name!);
}

describe('the message of a letter', () => {
  it('says who, to whom, what and which letter it is', async () => {
    const mail = await simpleParser(await composeMessage({ letter, rendered, pdf }));
    expect(mail.from?.value).toEqual([
      { name: 'Théâtre des Quatre-Vents', address: 'billetterie@quatre-vents.example' },
    ]);
    expect(mail.to).toMatchObject({
      value: [{ name: 'Maëlle Œuvrard', address: 'm.oeuvrard@les-tilleuls.example' }],
    });
    expect(mail.replyTo?.text).toBe('collectivites@quatre-vents.example');
    expect(mail.subject).toBe('Confirmation de votre option n° 21 – L’Été en pente douce');
    expect(mail.messageId).toBe('<0b5e7f5e@placet.test>');
    expect(mail.date).toEqual(new Date('2015-12-21T09:12:04.000Z'));
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-placet-letter')).toBe(letter.id);
  });

  it('carries text, HTML and the document whole', async () => {
    const content = await renderDocument('confirmation', confirmedOption());
    const mail = await simpleParser(await composeMessage({ letter, rendered, pdf: { ...pdf, content } }));
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(rendered.text.trimEnd());
    expect(mail.html).toBe(rendered.html);
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]).toMatchObject({ filename: 'option-21.pdf', contentType: 'application/pdf' });
    expect(mail.attachments[0]?.content.equals(content)).toBe(true);
  });

  it('is the same bytes for the same letter, and others for another', async () => {
    const first = await composeMessage({ letter, rendered, pdf });
    expect(await composeMessage({ letter, rendered, pdf })).toEqual(first);
    const other = await composeMessage({
      letter: { ...letter, messageId: '<1@placet.test>' },
      rendered,
      pdf,
    });
    expect(other).not.toEqual(first);
  });

  it('keeps to what mail servers carry: CRLF, ASCII, short lines', async () => {
    const raw = (await composeMessage({ letter, rendered, pdf })).toString('latin1');
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(raw).not.toMatch(/[^\t -~\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('gives no value of a person a header of its own', async () => {
    const usual = headerNames(await composeMessage({ letter, rendered, pdf }));
    const hostile = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom(
            '\r\nBcc: all@evil.test',
            '\n\n<script>',
            '\r\n\r\nbody',
            '" <a@evil.test>, "',
            'a@evil.test,',
            '=?utf-8?Q?=0D=0ABcc:?=',
          ),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, subject) => {
        const raw = await composeMessage({
          letter: {
            ...letter,
            id: name,
            to: { name, address: letter.to.address },
            from: { name: subject, address: letter.from.address },
            replyTo: { name, address: letter.from.address },
          },
          rendered: { ...rendered, subject },
          pdf: { ...pdf, fileName: name },
        });
        expect(headerNames(raw)).toEqual(
          expect.arrayContaining(headerNames(raw).filter((header) => usual.includes(header))),
        );
        expect(headerNames(raw).filter((header) => !usual.includes(header))).toEqual([]);
        const mail = await simpleParser(raw);
        const addresses = [mail.to, mail.from, mail.replyTo].flat().flatMap((list) => list?.value ?? []);
        expect(addresses.map(({ address }) => address)).toEqual([
          letter.to.address,
          letter.from.address,
          letter.from.address,
        ]);
        expect(mail.attachments).toHaveLength(1);
      }),
    );
  });

  it.each([
    '',
    'nobody',
    'a@b@c.test ',
    'a@x.test, b@y.test',
    'a@x.test\r\nBcc: b@y.test',
    '<a@x.test>',
    'Ada <a@x.test>',
    '"a b"@x.test',
    'a..b@x.test',
    'a@[127.0.0.1]',
    'a@-x.test',
    `${'a'.repeat(65)}@x.test`,
  ])('refuses for good what is not one address: %j', (address) => {
    expect(() =>
      composeMessage({ letter: { ...letter, to: { name: null, address } }, rendered, pdf }),
    ).toThrow(expect.objectContaining({ name: 'MailRefused', code: 'mail.addressInvalid', permanent: true }));
  });

  it.each([
    'ada@x.test',
    'ada+options@sub.x-y.test',
    "o'neil@x.test",
    'zoé@théâtre.example',
    'root@localhost',
  ])('takes %j', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it('refuses a Message-ID or a date that is none', () => {
    const compose = (changes: Partial<LetterHeaders>) =>
      composeMessage({ letter: { ...letter, ...changes }, rendered, pdf });
    expect(() => compose({ messageId: '<a@b>\r\nBcc: c@d.test' })).toThrow(RangeError);
    expect(() => compose({ date: 'hier' })).toThrow(RangeError);
  });
});
