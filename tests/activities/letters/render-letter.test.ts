import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { oneLine } from '../../../activities/letters/clean-text.ts';
import { defaultBrand } from '../../../activities/letters/letter-brand.ts';
import { renderLetter } from '../../../activities/letters/render-letter.ts';
import { letterLanguages } from '../../../rules/letters/letter-language.ts';
import {
  isWrittenLetterKind,
  letterKinds,
  writtenLetterKinds,
} from '../../../rules/letters/letter-snapshot.ts';
import {
  confirmedOption,
  correctedConfirmation,
  line,
  refusedRequest,
  remindedOption,
  samples,
} from './letter-samples.ts';

/** The text with every space of the printer's kind made plain, as a reader sees it. */
function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ');
}

describe('the confirmation', () => {
  it('confirms in French what is held, what it costs and until when', () => {
    const { subject, text, html } = renderLetter('confirmation', confirmedOption());
    expect(subject).toBe('Confirmation de votre option n° 21 – L’Été en pente douce');
    const read = plain(text);
    expect(read).toContain(
      'Nous avons le plaisir de vous confirmer votre option n° 21 : 19 places pour « L’Été en pente douce », le dimanche 10 janvier 2016 à 20:00 (Grande salle).',
    );
    expect(read).toContain(
      'Votre commande n° 1204 s’élève à 1 232,50 €, à régler avant le samedi 2 janvier 2016 à 20:00.',
    );
    expect(read).toContain(
      '- Catégorie 1 · Collectivité occasionnelle / Tarif option · Places : 12 · Prix unitaire : 75,00 € · Montant : 900,00 €',
    );
    expect(read).toContain('Total : 1 232,50 €');
    expect(read).toContain('Cette confirmation ne tient pas lieu de billet.');
    expect(plain(html)).toContain('À régler avant le samedi 2 janvier 2016 à 20:00');
    expect(html).toContain('<html lang="fr-FR"');
  });

  it('says the same in English', () => {
    const { subject, text, html } = renderLetter('confirmation', confirmedOption({ locale: 'en' }));
    expect(subject).toBe('Confirmation of your option no. 21 – L’Été en pente douce');
    expect(plain(text)).toContain('Payment due before Saturday 2 January 2016 at 20:00 – €1,232.50');
    expect(plain(text)).toContain('Dear Maëlle Œuvrard,');
    expect(html).toContain('<html lang="en-GB"');
  });

  it('asks for nothing when there is nothing to pay', () => {
    const { text, html } = renderLetter(
      'confirmation',
      confirmedOption({ order: { number: 8, totalCents: 0, paymentDueAt: '2016-01-02T19:00:00.000Z' } }),
    );
    expect(plain(text)).toContain('aucun règlement n’est attendu');
    expect(html).not.toContain('À régler');
  });

  it('names no date of payment when the order has none', () => {
    const { text } = renderLetter(
      'confirmation',
      confirmedOption({ order: { number: 8, totalCents: 123_250, paymentDueAt: null } }),
    );
    expect(plain(text)).toContain('Votre commande n° 8 s’élève à 1 232,50 €.');
    expect(text).not.toContain('régler avant');
  });

  it('tells the performances apart when the option spans several, each in its own time zone', () => {
    const { text } = renderLetter(
      'confirmation',
      confirmedOption({
        lines: [
          line(),
          line({
            performanceStartsAt: '2016-01-12T11:00:00.000Z',
            timeZone: 'Asia/Seoul',
            eventName: 'Le Lendemain',
          }),
        ],
      }),
    );
    expect(plain(text)).toContain('aux dates détaillées ci-dessous');
    expect(text).toContain('- L’Été en pente douce, dimanche 10 janvier 2016 à 20:00');
    expect(text).toContain('- Le Lendemain, mardi 12 janvier 2016 à 20:00');
  });

  it('tells these places from the order they join', () => {
    const joined = { order: { number: 8, totalCents: 200_000, paymentDueAt: '2016-01-02T19:00:00.000Z' } };
    const read = plain(renderLetter('confirmation', confirmedOption(joined)).text);
    expect(read).toContain('Total : 1 232,50 €');
    expect(read).toContain('Ces places rejoignent votre commande n° 8, qui s’élève désormais à 2 000,00 €');
    expect(read).toContain('Commande n° 8, à régler avant le samedi 2 janvier 2016 à 20:00 – 2 000,00 €');
  });

  it('counts one place as one', () => {
    const one = { lines: [line({ quantity: 1 })] };
    expect(plain(renderLetter('confirmation', confirmedOption(one)).text)).toContain(' : 1 place pour ');
    expect(plain(renderLetter('confirmation', confirmedOption({ ...one, locale: 'en' })).text)).toContain(
      ': 1 seat for ',
    );
  });
});

describe('the refusal', () => {
  it('regrets, gives the motive and opens another way', () => {
    const { subject, text } = renderLetter('refusal', refusedRequest());
    const read = plain(text);
    expect(subject).toBe('Réponse à votre demande d’option n° 21 – L’Été en pente douce');
    expect(read).toContain('Nous vous remercions de votre demande de 19 places');
    expect(read).toContain('Motif : La séance affiche complet dans les deux catégories demandées.');
    expect(read).toContain('une autre date ou une autre catégorie de places');
    expect(read).not.toMatch(/refus|Total|€/i);
  });

  it('promises no motive when there is none', () => {
    const { text, html } = renderLetter('refusal', refusedRequest({ reason: ' \n ', locale: 'en' }));
    expect(text).not.toContain('Reason');
    expect(text).toContain('we are unable to grant this request.');
    expect(html).not.toContain('Reason');
  });

  it('keeps the lines of a motive', () => {
    const { html, text } = renderLetter('refusal', refusedRequest({ reason: 'Complet.\nRevenez en mai.' }));
    expect(html).toContain('Complet.<br />Revenez en mai.');
    expect(text).toContain('Complet.\nRevenez en mai.');
  });
});

describe('the correction', () => {
  it('takes back a confirmation plainly, and its request for payment', () => {
    const { subject, text } = renderLetter('correction', correctedConfirmation());
    const read = plain(text);
    expect(subject).toBe('Correction concernant votre option n° 21 – L’Été en pente douce');
    expect(read).toContain(
      'Notre lettre du 21 décembre 2015, qui confirmait votre option n° 21, n’est plus valable.',
    );
    expect(read).toContain('est de nouveau en cours de traitement');
    expect(read).toContain('Aucun règlement n’est à effectuer pour cette option');
    expect(read).not.toContain('Total');
  });

  it('takes back a refusal without a word about money', () => {
    const corrects = { kind: 'refusal', issuedAt: '2015-12-21T09:12:04.000Z' } as const;
    const { text } = renderLetter('correction', correctedConfirmation({ locale: 'en', corrects }));
    expect(plain(text)).toContain(
      'Our letter of 21 December 2015 declining your option request no. 21 is no longer valid.',
    );
    expect(text).not.toContain('pay');
  });

  it('says which letter no longer holds even when it is not known', () => {
    const { text } = renderLetter('correction', correctedConfirmation({ corrects: null }));
    expect(plain(text)).toContain(
      'Notre précédente lettre au sujet de votre option n° 21 n’est plus valable.',
    );
  });
});

describe('the reminder', () => {
  it('says what is awaited and until when, and nothing of what was granted', () => {
    const { subject, text } = renderLetter('reminder', remindedOption());
    const read = plain(text);
    expect(subject).toBe('Rappel – option n° 21 – L’Été en pente douce');
    expect(read).toContain('Nous vous demandons votre réponse avant le dimanche 2 août 2015 à 23:59');
    expect(read).not.toContain('Total');
    const english = plain(renderLetter('reminder', remindedOption({ locale: 'en' })).text);
    expect(english).toMatch(/We ask for your answer before .*2 August 2015/);
  });

  it('asks for the payment of an order', () => {
    const { text } = renderLetter('reminder', confirmedOption());
    expect(plain(text)).toContain('est à régler avant le');
  });
});

describe('the cancellation of a performance', () => {
  const ends = {
    fr: ['est annulée en conséquence', 'Aucun règlement'],
    en: ['is cancelled in consequence.', 'Nothing is to be paid'],
    de: ['wird daher aufgehoben', 'nichts zu bezahlen'],
    es: ['queda anulada', 'No hay nada que pagar'],
    it: ['è annullata', 'non è dovuto alcun pagamento'],
  } as const;
  const stands = {
    fr: 'Le reste de votre option n° 21 est maintenu',
    en: 'The rest of your option no. 21 stands',
    de: 'Der Rest Ihrer Option Nr. 21 bleibt bestehen',
    es: 'El resto de su opción n.º 21 se mantiene',
    it: 'Il resto della sua opzione n. 21 resta valido',
  } as const;

  it.each(letterLanguages)('says in %s that the option ends, or that its rest stands', (locale) => {
    const letter = (more: { stands?: true }) =>
      plain(
        renderLetter('performance-cancelled', samples['performance-cancelled']({ locale, ...more })).text,
      );
    const [whole, part] = [letter({}), letter({ stands: true })];
    for (const words of ends[locale]) expect(whole).toContain(words);
    expect(whole).not.toContain(stands[locale]);
    expect(part).toContain(stands[locale]);
    expect(part).not.toContain(ends[locale][1]);
  });
});

describe('every letter', () => {
  const every = writtenLetterKinds.flatMap((kind) => letterLanguages.map((locale) => ({ kind, locale })));

  it('knows which kinds it can write', () => {
    expect(letterKinds.filter(isWrittenLetterKind)).toEqual([...writtenLetterKinds]);
    expect(isWrittenLetterKind('toString')).toBe(false);
  });

  it.each(every)(
    '$kind in $locale stands without address, e-mail, telephone, remark or lines',
    ({ kind, locale }) => {
      const { html, text } = renderLetter(
        kind,
        samples[kind]({
          locale,
          organisation: { name: 'Le Hangar', addressLines: [], email: null, phone: null },
          contact: { number: 9, name: 'Ada Quillan', structureName: null, email: null, addressLines: [] },
          option: { number: 7, remark: null, requestedAt: '2015-07-23T08:00:00.000Z' },
          lines: [],
        }),
      );
      expect(`${html}${text}`).not.toMatch(/\bnull\b|undefined|\{\{|NaN/);
      expect(text).not.toMatch(/\n{3}| \n/);
    },
  );

  it.each(every)(
    '$kind in $locale shows every text of a person escaped, and adds no element for it',
    ({ kind, locale }) => {
      const shape = (html: string) => html.match(/<[a-z!/][^\s>]*/gi)?.join('');
      const hostile = fc
        .array(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 8 }),
            fc.constantFrom(
              '<script>',
              '</td>',
              '{{total}}',
              '{{{html}}}',
              '{{> x}}',
              '"',
              "'",
              '`',
              '&amp;',
              '=',
              '-->',
              '\r\n',
            ),
          ),
          { minLength: 1, maxLength: 5 },
        )
        .map((parts) => `x${parts.join('')}x`);
      const snapshotOf = (value: string) => {
        const sample = samples[kind]({ locale });
        // A line break starts a new line here; elsewhere it is a space.
        const single = value.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
        return {
          ...sample,
          organisation: { name: value, addressLines: [single], email: value, phone: value },
          contact: { ...sample.contact, name: value, structureName: value, addressLines: [single] },
          option: { ...sample.option, remark: single },
          performance: { ...sample.performance, eventName: value, venueName: value },
          lines: sample.lines.map((each) => ({
            ...each,
            eventName: value,
            seatCategory: value,
            audienceSubcategory: value,
          })),
          reason: single,
        };
      };
      const harmless = renderLetter(kind, snapshotOf('x'));
      fc.assert(
        fc.property(hostile, (value) => {
          const { html, text, subject } = renderLetter(kind, snapshotOf(value));
          const shown = Handlebars.escapeExpression(oneLine(value));
          expect(html.split(shown).length).toBeGreaterThanOrEqual(harmless.html.split('>x<').length);
          expect(shape(html)).toBe(shape(harmless.html));
          expect(text).toContain(oneLine(value));
          expect(subject).not.toMatch(/\p{Cc}/u);
        }),
        { numRuns: 15 },
      );
    },
  );

  it('shortens a long event in the subject only', () => {
    const eventName = 'Une très longue nuit '.repeat(20).trim();
    const sample = confirmedOption();
    const { subject, text } = renderLetter('confirmation', {
      ...sample,
      performance: { ...sample.performance, eventName },
    });
    expect(subject.length).toBeLessThan(125);
    expect(subject.endsWith('…')).toBe(true);
    expect(text).toContain(eventName);
  });

  it('wears the house’s colour, and the default one for anything that is no colour', () => {
    const html = (accentColour: string) =>
      renderLetter('confirmation', confirmedOption(), { accentColour, legalNotice: 'PLATESV-R-2020-000001' })
        .html;
    expect(html('#8a1538')).toContain('color: #8a1538');
    expect(html('red; background: url(https://example.test/x)')).toContain(
      `color: ${defaultBrand.accentColour}`,
    );
    expect(html('#8a1538')).toContain('PLATESV-R-2020-000001');
  });
});

describe('the layout', () => {
  const compiled = new URL('../../../activities/letters/templates/letter.hbs', import.meta.url);

  it('escapes every merge field, calls no partial and no helper but each, if and unless', async () => {
    const statements: string[] = [];
    class Reader extends Handlebars.Visitor {
      override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
        statements.push(mustache.escaped && mustache.params.length === 0 ? 'field' : 'unescaped or called');
        super.MustacheStatement(mustache);
      }
      override BlockStatement(block: hbs.AST.BlockStatement): void {
        statements.push('original' in block.path ? String(block.path.original) : 'literal');
        super.BlockStatement(block);
      }
      override PartialStatement(): void {
        statements.push('partial');
      }
      override Decorator(): void {
        statements.push('decorator');
      }
    }
    new Reader().accept(Handlebars.parse(await readFile(compiled, 'utf8')));
    expect([...new Set(statements)].sort()).toEqual(['each', 'field', 'if', 'unless']);
  });

  it('loads nothing from anywhere', async () => {
    const html = await readFile(compiled, 'utf8');
    expect(html).not.toMatch(/<(img|link|script|iframe|object)\b|url\(|src=/i);
  });
});
