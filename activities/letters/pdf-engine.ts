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

/** What pdfmake's pdfkit, which sets the pages, opens fonts with: its own copy of fontkit. */
interface FontOpener {
  create(file: Buffer): object;
  registerFormat(format: {
    new (stream: { buffer: Uint8Array }): object;
    probe(file: Uint8Array): boolean;
  }): void;
}
const ofPdfmake = createRequire(require.resolve('pdfmake'));
const fonts: FontOpener = createRequire(ofPdfmake.resolve('pdfkit'))('fontkit');

const opened = new Map<string, object>();
const nameOf = (file: Uint8Array) => Buffer.from(file).toString('latin1');

/**
 * A file that holds nothing but the name of a font that is open already. Reading Roboto is two thirds of the work of a
 * letter, and pdfkit would read it again for each: this way it is read once, and its glyphs and kerning with it.
 */
class OpenedFont {
  static probe(file: Uint8Array): boolean {
    return file.length < 100 && opened.has(nameOf(file));
  }
  constructor({ buffer }: { buffer: Uint8Array }) {
    // biome-ignore lint/correctness/noConstructorReturn: fontkit makes its fonts with `new`, and this one is made
    return opened.get(nameOf(buffer)) ?? this;
  }
}
fonts.registerFormat(OpenedFont);

for (const face of Object.values(faces)) {
  opened.set(face, fonts.create(readFileSync(require.resolve(`pdfmake/fonts/Roboto/${face}`))));
  pdfmake.virtualfs.writeFileSync(face, Buffer.from(face, 'latin1'));
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
