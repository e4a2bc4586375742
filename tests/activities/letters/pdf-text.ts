import { inflateSync } from 'node:zlib';

/** What a reader finds in a PDF that pdfkit wrote. */
export type PdfText = {
  pages: number;
  /** In order of drawing, a page after the other; what stands at one height in a row is one line. */
  lines: string[];
  text: string;
  language: string | null;
  /** The right edge of the text that reaches furthest, in points from the left of the paper. */
  rightmost: number;
  source: string;
};

type Font = { texts: Map<number, string>; widths: number[] };
type Shown = { text: string; y: string; rightEdge: number };

/** Reads the text back out of a document through its fonts' ToUnicode maps, as a screen reader would. */
export function pdfText(pdf: Buffer): PdfText {
  const source = pdf.toString('latin1');
  const objects = new Map(
    Array.from(source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g), ([, id, body]) => [id!, body!]),
  );
  const object = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const fonts = new Map<string, Font>();
  for (const resources of objects.values()) {
    for (const [, name, id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1];
      const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(object(id))?.[1];
      const widths = /\/W \[0 \[([^\]]*)\]/.exec(object(descendant))?.[1] ?? '';
      fonts.set(name!, {
        texts: glyphTexts(streamOf(object(unicode))),
        widths: widths.split(' ').map(Number),
      });
    }
  }
  const pages = Array.from(objects.values())
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => shownTexts(streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1])), fonts));
  const lines = pages.flatMap(linesOf);
  return {
    pages: pages.length,
    lines,
    text: lines.join('\n'),
    language: /\/Lang \(([^)]*)\)/.exec(source)?.[1] ?? null,
    rightmost: Math.max(...pages.flat().map(({ rightEdge }) => rightEdge)),
    source,
  };
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const bytes = Buffer.from(body.slice(start), 'latin1');
  return (/\/Filter \/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
}

/** glyph -> the characters it stands for. */
function glyphTexts(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, first, , list] of cmap.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g)) {
    let glyph = Number.parseInt(first!, 16);
    for (const [, units] of list!.matchAll(/<([\w ]*)>/g)) {
      const codes = units!.replaceAll(' ', '').match(/.{4}/g) ?? [];
      texts.set(glyph, String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))));
      glyph += 1;
    }
  }
  return texts;
}

function shownTexts(content: string, fonts: Map<string, Font>): Shown[] {
  const shown: Shown[] = [];
  for (const [, x, y, name, size, strings] of content.matchAll(
    /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\n\/(F\d+) ([\d.]+) Tf\n\[(.*)\] TJ/g,
  )) {
    const font = fonts.get(name!)!;
    const glyphs = Array.from(strings!.matchAll(/<(\w+)>/g), ([, codes]) => codes!.match(/.{4}/g) ?? [])
      .flat()
      .map((code) => Number.parseInt(code, 16));
    const text = glyphs.map((glyph) => font.texts.get(glyph) ?? '\uFFFD').join('');
    const inked = glyphs.slice(0, text.trimEnd().length);
    const width = inked.reduce((sum, glyph) => sum + (font.widths[glyph] ?? 0), 0);
    shown.push({ text, y: y!, rightEdge: Number(x) + (width * Number(size)) / 1000 });
  }
  return shown;
}

function linesOf(shown: Shown[]): string[] {
  const lines: string[] = [];
  let height = '';
  for (const { text, y } of shown) {
    lines.push(y === height ? `${lines.pop() ?? ''}${text}` : text);
    height = y;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
