import { Problem } from '../../activities/problem.ts';
import { newRequestId } from '../../activities/verb.ts';
import { type Locale, locales } from '../../rules/messages/locale.ts';

/**
 * The key of a write: the Idempotency-Key (1 to 200 printable characters), else a new one.
 * @throws Problem `request.invalid`
 */
export function requestIdOf(header: string | undefined): string {
  if (header === undefined) return newRequestId();
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new Problem('request.invalid', { errors: [{ path: 'Idempotency-Key', code: 'field.format' }] });
}

/**
 * The version named by If-Match, as `"3"`, `W/"3"` or `3`; null when there is none.
 * @throws Problem `request.invalid`
 */
export function versionOf(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new Problem('request.invalid', { errors: [{ path: 'If-Match', code: 'field.format' }] });
}

/** The best language of the house of those a reader accepts; null when they name none of them. */
export function acceptedLocale(header: string | undefined): Locale | null {
  return acceptedOf(locales, header);
}

/** The best of the spoken languages of those a reader accepts; null when they name none of them. */
export function acceptedOf<Language extends string>(
  spoken: readonly Language[],
  header: string | undefined,
): Language | null {
  if (header === undefined || header.length > 500) return null;
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((text) => /^\s*q=([0-9.]+)$/.exec(text)?.[1])
        .find((text) => text !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { language } of wishes) {
    const known = spoken.find((each) => each === language);
    if (known !== undefined) return known;
  }
  return null;
}

/** The value of a cookie as it was sent; null when there is none of that name. */
export function cookieOf(header: string | undefined, name: string): string | null {
  const cookies = (header ?? '').split(/; */);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
