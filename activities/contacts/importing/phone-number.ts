import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number as it is kept, and what two spellings of it have in common. */
export interface PhoneNumber {
  /** International (`+33 6 09 57 33 85`) when it is a number of some plan, else as written. */
  text: string;
  /** E.164 when understood, else its digits; empty when it has none. */
  key: string;
  understood: boolean;
}

/** Reads a number as it is typed; without a country code of its own it is of `country`, else of France. */
export function readPhoneNumber(text: string, country: string | null): PhoneNumber {
  const region: CountryCode = country !== null && isSupportedCountry(country) ? country : 'FR';
  const number = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
  if (number?.isValid() === true && number.ext === undefined)
    return { text: number.formatInternational(), key: number.number, understood: true };
  return { text, key: text.replaceAll(/\D/g, ''), understood: false };
}
