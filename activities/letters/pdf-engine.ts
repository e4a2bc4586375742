import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

const require = createRequire(import.meta.url);

// pdfmake keeps its types for the browser and the server in one place and omits this member.
declare module 'pdfmake' {
  const virtualfs: { writeFileSync(name: string, content: Buffer): void };
}

const faces = {
  normal: 'Roboto-Regular.ttf',
  bold: 'Roboto-Medium.ttf',
  italics: 'Roboto-Italic.ttf',
  bolditalics: 'Roboto-MediumItalic.ttf',
} as const;

for (const face of Object.values(faces)) {
  pdfmake.virtualfs.writeFileSync(face, readFileSync(require.resolve(`pdfmake/fonts/Roboto/${face}`)));
}
pdfmake.setFonts({ Roboto: faces });
// The fonts are in memory: a document never has a reason to open a file or an address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/**
 * Sets a document. Its texts are text, whatever they contain; an image, attachment or font named by a
 * path or an address is refused.
 * @throws Error when the definition names a resource outside the document.
 */
export function setDocument(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf(definition).getBuffer();
}

/** Roboto has no narrow no-break space: the ordinary one keeps its place and its meaning. */
export function printable(text: string): string {
  return text.replaceAll('\u202F', '\u00A0');
}
