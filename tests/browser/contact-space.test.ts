import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { type Browser as ApiBrowser, signedIn } from '../api/support/api.ts';
import { eventually } from '../workflows/support/eventually.ts';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { type OpenConsole, openConsole } from './support/open-console.ts';
import { picture } from './support/picture.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;

/** A relay asks for a link, and lives the option of their works council on a telephone, in French. */
describe('the contact’s own page', () => {
  let house: OpenConsole;
  let operator: ApiBrowser;
  let page: Page;
  let council: { id: string; number: number };
  let relay: { id: string; email: string };

  beforeAll(async () => {
    house = await openConsole();
    const { url, password } = house.placet;
    operator = await signedIn(url, { email: 'operator@demo.test', password });
    [council] = (await operator.list('contacts', { filter: { q: 'Tanneries' } })).body;
    [relay] = (await operator.list('contacts', { filter: { structureId: council.id } })).body;
    const context = await frenchContext(house.browser, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'light',
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
  }, START_MS);

  afterAll(async () => {
    await house?.close();
  }, START_MS);

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  /** Chooses the language of the page by its own name. */
  const speak = (language: string) =>
    page
      .getByRole('combobox', { name: /^(Langue|Language|Sprache|Idioma|Lingua)$/ })
      .selectOption({ label: language });

  /** Nothing sticks out at the side, and axe finds nothing; looked at on a desk in the other light, too. */
  async function looksRight(name: string): Promise<void> {
    const faults: string[] = [];
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) faults.push(`${name} at ${width}: ${over} pixels too wide`);
      faults.push(...(await seriousFaults(page)));
      await picture(page, `contact-space-${name}-${width}`, 'whole');
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(faults).toEqual([]);
  }

  /** The link of the last letter that came to the relay, after another one. */
  async function linkByMail(former: string | null = null): Promise<string> {
    const folder = join(house.placet.home, 'mail');
    const links = async () => {
      const files = (await readdir(folder)).sort();
      const messages = await Promise.all(files.map((file) => readFile(join(folder, file))));
      const ours = messages.filter(
        (message) =>
          message.includes(`Delivered-To: ${relay.email}`) &&
          message.includes('X-Placet-Letter-Kind: access'),
      );
      const last = ours.at(-1);
      const { text = '' } = last === undefined ? {} : await simpleParser(last);
      const link = /https?:\/\/\S+#acces=\S+/.exec(text)?.[0] ?? null;
      return link === former ? null : link;
    };
    return eventually('the letter with the link', links, 120_000, 200);
  }

  it(
    'is entered by the link of a letter, which a look alone does not use up',
    async () => {
      await page.goto(`${house.placet.url}/contact-space`);
      await heading('Entrer dans votre espace');
      await button('Recevoir mon lien').click();
      await page.getByText('Indiquez votre numéro, en chiffres.').waitFor();
      await looksRight('sign-in');
      await page.getByLabel('Numéro de contact').fill(String(council.number));
      await page.getByLabel('Adresse e-mail').fill(relay.email);
      await button('Recevoir mon lien').click();
      await page.getByText('Si ce numéro et cette adresse vont ensemble').waitFor();
      await looksRight('sent');
      const link = await linkByMail();
      expect(await (await fetch(link)).text()).not.toContain('react-admin');
      await page.goto(link);
      await heading('Votre lien d’accès');
      expect(page.url()).not.toContain('acces=');
      await looksRight('link');
      await button('Ouvrir mon espace').click();
      await heading('Vos options');
      await page.getByText(`Contact n° ${council.number}`.replace('° ', '°\u00A0')).waitFor();
    },
    STORY_MS,
  );

  it(
    'takes the request of the seed’s form, with the minimum of the house, and shows it among "Vos options"',
    async () => {
      await button('Ajouter une nouvelle option').click();
      await heading('Demande d’option');
      await button('Transmettre').click();
      await page.getByText('Choisissez un événement.').waitFor();
      await page.getByRole('combobox', { name: /^Événement/ }).fill('quatuors');
      await page.getByRole('option', { name: /^Quatuors du soir/ }).click();
      await page.getByLabel(/^Premier choix/).selectOption({ index: 1 });
      await page.getByText('Indiquez au minimum 5 places par catégorie choisie.').waitFor();
      const first = page.getByLabel(/^Places demandées en /).first();
      await first.fill('2');
      await button('Transmettre').click();
      await page.getByText('Au moins 5 places, ou aucune.').waitFor();
      await looksRight('form');
      await first.fill('19');
      await page.getByText('Total : 19 places'.replace(' :', '\u00A0:')).waitFor();
      await page.getByLabel(/^En cas d’indisponibilité/).check();
      await page.getByRole('textbox', { name: 'Remarque' }).fill('Au même rang, si possible.');
      await button('Transmettre').click();
      await heading(/^Demande d’option n°/);
      await page.getByText(/est transmise/).waitFor();
      await looksRight('detail');
      await page.getByRole('link', { name: /Vos options/ }).click();
      await heading('Vos options');
      const mine = page.getByRole('article').first();
      await mine.getByText('19 billets').waitFor();
      await mine.getByText('Transmise').waitFor();
      await looksRight('list');
    },
    STORY_MS,
  );

  it(
    'lets it be changed and withdrawn until somebody treats it, and says where it stands, in English too',
    async () => {
      await page
        .getByRole('link', { name: /^Voir le détail/ })
        .first()
        .click();
      await button('Modifier').click();
      await heading(/^Modifier la demande/);
      await page
        .getByLabel(/^Places demandées en /)
        .first()
        .fill('25');
      await looksRight('change');
      await button('Enregistrer').click();
      await page.getByText(/est modifiée/).waitFor();
      await page.getByText('25 places demandées').waitFor();
      const id = page.url().split('/').at(-1) ?? '';
      const { body: queue } = await operator.list('options', { filter: { id: [id] } });
      expect(queue[0]).toMatchObject({ channelName: 'Espace des collectivités', requestedQuantity: 25 });
      expect((await operator.post(`/api/options/${id}/refuse`, { reason: 'Complet' })).status).toBe(200);
      await button('Retirer ma demande').click();
      await looksRight('withdraw');
      await page.getByRole('dialog').getByRole('button', { name: 'Retirer', exact: true }).click();
      await page.getByText('Demande déjà prise en charge').waitFor();
      await page.getByText('En cours de traitement').waitFor();
      await speak('English');
      await page.getByText('Being processed').waitFor();
      await looksRight('treated-in-english');
    },
    STORY_MS,
  );

  it.each([
    ['Deutsch', 'In Bearbeitung', 'Optionsanfrage', /^Stück/, 'Übermitteln', 'Wählen Sie ein Stück.'],
    ['Español', 'En trámite', 'Solicitud de opción', /^Espectáculo/, 'Enviar', 'Elija un espectáculo.'],
    [
      'Italiano',
      'In lavorazione',
      'Richiesta di opzione',
      /^Spettacolo/,
      'Inviare',
      'Scelga uno spettacolo.',
    ],
  ])(
    'speaks %s, what the house answers too',
    async (language, status, title, event, submit, fault) => {
      await speak(language);
      await page.getByText(status).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language.slice(0, 2).toLowerCase());
      await looksRight(`detail-${language}`);
      const here = page.url();
      await page.evaluate(() => {
        window.location.hash = '#/options/new';
      });
      await heading(title);
      await button(submit).click();
      await page.getByText(fault).waitFor();
      await page.getByRole('combobox', { name: event }).fill('quatuors');
      await page.getByRole('option', { name: /^Quatuors du soir/ }).click();
      await page
        .getByRole('combobox', { name: /^(Erste Wahl|Primera elección|Prima scelta)/ })
        .selectOption({ index: 1 });
      await looksRight(`form-${language}`);
      await page.goto(here);
      await page.getByText(status).waitFor();
    },
    STORY_MS,
  );

  it(
    'says that a session has ended, and leaves on demand',
    async () => {
      await speak('Français');
      await button('Quitter').click();
      await heading('Entrer dans votre espace');
      await page.getByText('Vous avez quitté votre espace.').waitFor();
      await page.goto(await linkByMail());
      await button('Ouvrir mon espace').click();
      await page.getByText('Ce lien n’ouvre plus rien').waitFor();
      await looksRight('link-used');
      await button('Demander un nouveau lien').click();
      await heading('Entrer dans votre espace');
    },
    STORY_MS,
  );

  it(
    'speaks the language of the contact who comes in, unless they chose another',
    async () => {
      const { body: person } = await operator.get(`/api/contacts/${relay.id}`);
      const german = await operator.put(`/api/contacts/${relay.id}`, person.version, { locale: 'de' });
      expect(german.status).toBe(200);
      const used = await linkByMail();
      await page.evaluate(() => window.localStorage.clear());
      await operator.post(`/api/contacts/${council.id}/send-access`, { relayId: relay.id });
      await page.goto(await linkByMail(used));
      await button('Ouvrir mon espace').click();
      await heading('Ihre Optionen');
      await page.getByText('In Bearbeitung').first().waitFor();
      await speak('Français');
      await page.reload();
      await heading('Vos options');
    },
    STORY_MS,
  );
});
