/**
 * Makes `letter.hbs`, the Handlebars template the worker reads, from `letter.mjml`, the layout people
 * edit. It is made ahead because MJML costs a process 77 MB and half a second; a test says when it is stale.
 *
 *     node activities/letters/templates/compile-letter-template.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import mjml2html from 'mjml';

const source = new URL('./letter.mjml', import.meta.url);
const target = new URL('./letter.hbs', import.meta.url);

/**
 * The HTML of the layout, its merge fields still in place.
 * @throws Error when the layout is not valid MJML.
 */
export async function compileLetterTemplate(): Promise<string> {
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
  await writeFile(target, await compileLetterTemplate());
}
