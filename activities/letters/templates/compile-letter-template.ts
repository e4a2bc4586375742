/**
 * Makes `letter.hbs` and `access.hbs`, the Handlebars templates the worker reads, from the `.mjml` layouts people
 * edit. They are made ahead because MJML costs a process 77 MB and half a second; a test says when one is stale.
 *
 *     node activities/letters/templates/compile-letter-template.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import mjml2html from 'mjml';

/** The layouts: of letters about options, and of the letter with an access link. */
export const letterLayouts = ['letter', 'access'] as const;
type LetterLayout = (typeof letterLayouts)[number];

/**
 * The HTML of a layout, its merge fields still in place.
 * @throws Error when the layout is not valid MJML.
 */
export async function compileLetterTemplate(layout: LetterLayout): Promise<string> {
  const source = new URL(`./${layout}.mjml`, import.meta.url);
  const { html } = await mjml2html(await readFile(source, 'utf8'), {
    validationLevel: 'strict',
    keepComments: false,
    fonts: {},
  });
  return `${html
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')}\n`;
}

if (import.meta.main) {
  for (const layout of letterLayouts)
    await writeFile(new URL(`./${layout}.hbs`, import.meta.url), await compileLetterTemplate(layout));
}
