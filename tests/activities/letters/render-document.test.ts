import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { optionBarCode } from '../../../activities/letters/option-bar-code.ts';
import { setDocument } from '../../../activities/letters/pdf-engine.ts';
import { documentName, renderDocument } from '../../../activities/letters/render-document.ts';
import { writtenLetterKinds } from '../../../rules/letters/letter-snapshot.ts';
import { locales } from '../../../rules/messages/locale.ts';
import {
  cancelledPerformance,
  changedConfiguration,
  confirmedOption,
  correctedConfirmation,
  line,
  movedPerformance,
  refusedRequest,
  remindedOption,
} from './letter-samples.ts';
import { type PdfText, pdfText } from './pdf-text.ts';

const samples = {
  confirmation: confirmedOption,
  refusal: refusedRequest,
  correction: correctedConfirmation,
  reminder: remindedOption,
  'performance-moved': movedPerformance,
  'performance-cancelled': cancelledPerformance,
  'configuration-changed': changedConfiguration,
} as const;

describe('the document of a confirmation', () => {
  let read: PdfText;

  beforeAll(async () => {
    read = pdfText(await renderDocument('confirmation', confirmedOption()));
  });

  it('is one A4 page with everything the contact must know', () => {
    expect(read.pages).toBe(1);
    expect(read.source).toContain('/MediaBox [0 0 595.28 841.89]');
    for (const shown of [
      'Théâtre des Quatre-Vents',
      'Comité social et économique Les Tilleuls',
      'Maëlle Œuvrard',
      '12, rue de l’Abbé-Grégoire',
      'Confirmation de votre option n°\u00A021',
      'Le 21 décembre 2015',
      'L’Été en pente douce',
      'dimanche 10 janvier 2016 à 20:00',
      'Grande salle',
      '1204',
      'À régler avant le samedi 2 janvier 2016 à 20:00',
    ]) {
      expect(read.lines).toContain(shown);
    }
    expect(read.text).toContain('Page 1 sur 1');
    expect(read.text).toContain('75,00\u00A0€');
    expect(read.text).toContain('332,50\u00A0€');
    expect(read.text).toContain('1\u00A0232,50\u00A0€');
    expect(read.text).not.toContain('\uFFFD');
  });

  it('carries the number as a bar code with the figures under it', () => {
    expect(read.lines).toContain('Option n°\u00A021');
    // Start, "21" as one symbol of code set C, check symbol 22 + stop: 57 modules between the quiet zones.
    const { svg, width } = optionBarCode('21');
    expect(svg).toContain('viewBox="0 0 132 ');
    expect(width).toBeCloseTo(66 * 0.94, 5);
    expect(modulesOf(svg)).toBe(code128C([105, 21, (105 + 21) % 103]));
  });

  it('declares its language, its title and its date', () => {
    expect(read.language).toBe('fr-FR');
    expect(read.source).toContain('/DisplayDocTitle true');
    expect(read.source).toContain('(D:20151221091204Z)');
    const title = Buffer.from('\uFEFFConfirmation de votre option n°\u00A021', 'utf16le')
      .swap16()
      .toString('latin1');
    expect(read.source).toContain(title);
  });

  it('is saved under the option’s number', () => {
    expect(documentName(confirmedOption())).toBe('option-21.pdf');
  });
});

describe('every document', () => {
  const every = writtenLetterKinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })));

  it.each(every)(
    '$kind in $locale is the same bytes each time, and in its language',
    async ({ kind, locale }) => {
      const snapshot = samples[kind]({ locale });
      const pdf = await renderDocument(kind, snapshot);
      expect(await renderDocument(kind, snapshot)).toEqual(pdf);
      expect(pdfText(pdf).language).toBe(locale === 'fr' ? 'fr-FR' : 'en-GB');
    },
  );

  it('gives the motive of a refusal and no amounts', async () => {
    const { text } = pdfText(await renderDocument('refusal', refusedRequest()));
    expect(text).toContain('La séance affiche complet dans les deux catégories demandées.');
    expect(text).not.toContain('€');
  });

  it('runs over as many pages as its lines need, the head repeated and every line whole', async () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      line({ seatCategory: `Rang ${i + 1}`, performanceStartsAt: `2016-0${(i % 6) + 1}-10T19:00:00.000Z` }),
    );
    const read = pdfText(await renderDocument('confirmation', confirmedOption({ lines })));
    expect(read.pages).toBeGreaterThan(3);
    for (let i = 1; i <= 60; i += 1) expect(read.text).toContain(`Rang ${i}`);
    for (let page = 1; page <= read.pages; page += 1)
      expect(read.text).toContain(`Page ${page} sur ${read.pages}`);
    expect(read.text.split('Prix unitaire').length - 1).toBeGreaterThanOrEqual(read.pages - 1);
  });

  it('keeps every word inside the page, however long', async () => {
    const endless = 'Anticonstitutionnellement'.repeat(12);
    const sample = confirmedOption();
    const snapshot = confirmedOption({
      organisation: { ...sample.organisation, name: endless },
      contact: { ...sample.contact, name: endless, structureName: endless },
      performance: { ...sample.performance, eventName: endless, venueName: endless },
      option: { ...sample.option, remark: endless },
      reason: endless,
      lines: [line({ seatCategory: endless, audienceSubcategory: endless })],
    });
    const { rightmost } = pdfText(await renderDocument('confirmation', snapshot));
    expect(rightmost).toBeLessThan(595.28 - 40);
  });

  it('survives characters its font lacks', async () => {
    const sample = confirmedOption();
    const snapshot = confirmedOption({ contact: { ...sample.contact, name: '서울 예술의전당 🎭 Œuvrard' } });
    expect(pdfText(await renderDocument('confirmation', snapshot)).text).toContain('Œuvrard');
  });
});

describe('a document never reaches outside itself', () => {
  it('prints paths, addresses and definitions as the text they are', async () => {
    const hostile = [
      'image: "file:///etc/passwd"',
      'https://example.test/x.png',
      '/etc/hostname',
      '<svg/>',
      '{{total}}',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...hostile), async (value) => {
        const sample = confirmedOption();
        const read = pdfText(
          await renderDocument(
            'refusal',
            refusedRequest({
              contact: { ...sample.contact, name: value, addressLines: [value] },
              reason: value,
            }),
          ),
        );
        expect(read.lines.filter((shown) => shown === value).length).toBeGreaterThanOrEqual(3);
        expect(read.source).not.toMatch(/\/Subtype \/(Image|Link)|\/EmbeddedFile|\/URI/);
      }),
      { numRuns: hostile.length },
    );
  });

  it.each([{ image: '/etc/hostname' }, { image: 'file:///etc/passwd' }])(
    'refuses a local path even in a definition: %p',
    async (content) => {
      await expect(setDocument({ content: [content] })).rejects.toThrow('denied by resource access policy');
    },
  );

  it('refuses an address even in a definition', async () => {
    await expect(
      setDocument({ content: [{ image: 'far' }], images: { far: 'https://example.test/x.png' } }),
    ).rejects.toThrow('denied by resource access policy');
  });
});

/** The drawing as modules: 1 black, 0 white, between the quiet zones. */
function modulesOf(svg: string): string {
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) / 2;
  const modules = Array.from({ length: width }, () => '0');
  for (const [, stroke, path] of svg.matchAll(/stroke-width="(\d+)" d="([^"]+)"/g)) {
    const bar = Number(stroke) / 2;
    for (const [, centre] of path!.matchAll(/M(\d+) /g)) {
      modules.fill('1', Number(centre) / 2 - bar / 2, Number(centre) / 2 + bar / 2);
    }
  }
  return modules.join('').slice(10, -10);
}

/** ISO/IEC 15417, the symbols used here and the stop. */
function code128C(symbols: number[]): string {
  const patterns = new Map([
    [105, '11010011100'],
    [21, '11011100100'],
    [23, '11101101110'],
  ]);
  return `${symbols.map((symbol) => patterns.get(symbol)).join('')}1100011101011`;
}
