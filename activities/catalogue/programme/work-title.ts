import type { Work } from './programme-file.ts';

const smallWords = new Set(
  'a an and arr as at au aux by da de del der des di du e el en et for from il in la le les of on or the to un und von with y'.split(
    ' ',
  ),
);
const roman = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3})$/i;

/**
 * The title of a work as one reads it aloud. The file writes `CONCERTO, PIANO, NO. 1, D MINOR, OP.15` and
 * `VALSE, LA`: arrangements, brackets and catalogue numbers are left out, inverted words are put back, capitals are
 * lowered. `Piano Concerto No. 1, D minor`, `La Valse`. Empty when nothing is left.
 */
export function workTitle(given: NonNullable<Work['workTitle']>): string {
  const title = lowered(upright(shortened(plain(given))));
  return /[\p{L}\p{N}]/u.test(title) ? title : '';
}

/** A marked title keeps its emphasised words: they are the work's name, the rest says where it is from. */
function plain(given: NonNullable<Work['workTitle']>): string {
  if (typeof given === 'string') return given;
  const emphasised = [given.em ?? []].flat().join(', ');
  return emphasised === '' ? (given._ ?? '') : emphasised;
}

function shortened(title: string): string {
  const kept = spaced(title)
    .replaceAll(/\[[^\]]*\]?|\([^)]*\)?/g, ' ')
    .replaceAll(
      /,?\s*\b(?:OP|K|BWV|SZ|BB|D|RV|MWV|WOO|CH|H|S|HOB)\.?\s*(?:POSTH\.?\s*)?(?:[IVXL]+:\s*)?\d+[A-Z]?\b/gi,
      '',
    )
    .replaceAll(/,?\s*\bUNSPECIFIED\b|:\s*SELECTIONS?\b/gi, '')
    .replaceAll(/\bNO\.\s*/gi, 'NO. ')
    .replaceAll(/\s+([,:;])/g, '$1')
    .replaceAll(/([,:;])(?:\s*[,:;])+/g, '$1')
    .replaceAll(/\s+-\s+/g, ' – ');
  return spaced(kept).replaceAll(/^[\s,:;–]+|[\s,:;–]+$/g, '');
}

const inverted =
  /^(CONCERTO|SONATA|QUARTET|QUINTET|TRIO|SEXTET), (PIANO|VIOLIN|VIOLA|CELLO|FLUTE|OBOE|CLARINET|BASSOON|HORN|TRUMPET|HARP|ORGAN|STRING)S?(?=$|,? (?:NO\.|IN )|, [A-G][ -](?:FLAT|SHARP|MAJOR|MINOR))/i;

/** `MER, LA` is `LA MER`; `CONCERTO, PIANO, NO. 1` is `PIANO CONCERTO NO. 1`. */
function upright(title: string): string {
  return title
    .replace(/^(.+?), (THE|AN?|L[AE]S?|L'|DER|DIE|DAS|IL)(?=$|[:,])/i, '$2 $1')
    .replace(inverted, '$2 $1')
    .replace(/^((?:\w+ )?(?:CONCERTO|SONATA|QUARTET|QUINTET|TRIO|SEXTET|SYMPHONY)), (NO\.|IN )/i, '$1 $2');
}

/** Capitals only where a reader expects them; a title that already has small letters is left alone. */
function lowered(title: string): string {
  if (/\p{Ll}/u.test(title)) return title;
  return title
    .toLowerCase()
    .split(' ')
    .map((word, index, words) => titleWord(word, words[index - 1]))
    .join(' ')
    .replaceAll(key, (_all, note: string, accidental: string, mode: string) => {
      return `${note.toUpperCase()}${accidental.toLowerCase()} ${mode.toLowerCase()}`;
    });
}

const key = /\b([a-g])((?:[- ](?:flat|sharp))?) (major|minor)\b/gi;

function titleWord(word: string, before: string | undefined): string {
  const opens = before === undefined || (before !== 'no.' && /[:–!?.]$/.test(before));
  if (!opens && smallWords.has(word.replace(/\W+$/, ''))) return word;
  if (/^(?:\p{L}\.)+\p{L}?$/u.test(word) || roman.test(word.replaceAll(/\W/g, ''))) return word.toUpperCase();
  const elided = opens
    ? word
    : word.replace(/^([dl])'(\p{L})/u, (_all, article: string, letter: string) => {
        return `${article}'${letter.toUpperCase()}`;
      });
  return elided === word ? word.replaceAll(/(^\W*|\/|'(?=\p{L}{3}))(\p{L})/gu, upperSecond) : elided;
}

function upperSecond(_all: string, before: string, letter: string): string {
  return before + letter.toUpperCase();
}

/** One space between words, none at the ends. */
export function spaced(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
