import type { Tried } from './preview-letter.ts';
import { renderDocument } from './render-document.ts';
import { renderLetter } from './render-letter.ts';

/** Sets the letter it is given and tells it whole; fonts and templates are loaded here and go with the process. */
process.on('message', async ({ kind, snapshot }: Pick<Tried, 'kind' | 'snapshot'>) => {
  const { subject, html, text } = renderLetter(kind, snapshot);
  const document = await renderDocument(kind, snapshot);
  process.send?.({ subject, html, text, document: document.toString('base64') });
});
