import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { renderAccessLetter } from '../../../activities/letters/access-letter.ts';
import {
  compileLetterTemplate,
  letterLayouts,
} from '../../../activities/letters/templates/compile-letter-template.ts';
import { writeLetter } from '../../../activities/letters/write-letter.ts';
import type { AccessSnapshot } from '../../../rules/letters/access-letter.ts';
import { letterLanguages } from '../../../rules/letters/letter-language.ts';
import { confirmedOption } from './letter-samples.ts';

const link = 'https://billetterie.example/contact-space/#acces=un-jeton';

function accessLetter(changes: Partial<AccessSnapshot> = {}): AccessSnapshot {
  const { organisation, contact } = confirmedOption();
  return {
    locale: 'fr',
    issuedAt: '2026-11-29T09:00:00.000Z',
    organisation,
    contact,
    access: { link, expiresAt: '2026-11-29T09:30:00.000Z' },
    ...changes,
  };
}

describe('the letter with an access link', () => {
  it('says in each language whose space it opens and for how long, and carries the link as it is', () => {
    const subjects = letterLanguages.map((locale) => {
      const { subject, text, html } = renderAccessLetter(accessLetter({ locale }));
      expect(text).toContain(`\n${link}\n`);
      expect(html).toContain(`href="${link.replace('=', '&#x3D;')}"`);
      for (const part of [text, html]) {
        expect(part).toContain('30');
        expect(part).not.toMatch(/\{\w*\}/);
      }
      expect(text).toMatch(/\b3\b/);
      return subject;
    });
    expect(new Set(subjects).size).toBe(letterLanguages.length);
  });

  it('escapes what a contact is called, has no document, and cannot be made once its link is gone', async () => {
    const contact = { ...accessLetter().contact, name: '<b>Œuvrard</b>' };
    expect(renderAccessLetter(accessLetter({ contact })).html).toContain('&lt;b&gt;Œuvrard');
    const letter = { id: 'a', kind: 'access', recipient: 'a@b.example' } as const;
    const { message } = await writeLetter({ ...letter, snapshot: accessLetter() }, 'billetterie.example');
    expect(message.toString()).toContain('X-Placet-Letter-Kind: access');
    expect(message.toString()).not.toContain('application/pdf');
    const gone = accessLetter({ access: { link: null, expiresAt: '2026-11-29T09:30:00.000Z' } });
    expect(() => renderAccessLetter(gone)).toThrow(RangeError);
  });

  it('is laid out as its source says, and so are the others', async () => {
    for (const layout of letterLayouts) {
      const compiled = new URL(`../../../activities/letters/templates/${layout}.hbs`, import.meta.url);
      expect(await readFile(compiled, 'utf8')).toBe(await compileLetterTemplate(layout));
    }
  });
});
