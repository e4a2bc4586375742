/** How the house's letters look and what they must mention. */
export type LetterBrand = {
  /** `#rrggbb`; anything else is set in the default colour, so that no letter is held up by a setting. */
  accentColour: string;
  /** Legal mentions at the foot (licence numbers, registration); null for none. */
  legalNotice: string | null;
};

export const defaultBrand: LetterBrand = { accentColour: '#1255a0', legalNotice: null };

/** The brand's colour when it is one, else the default: a colour is written into style attributes. */
export function accentOf(brand: LetterBrand): string {
  return /^#[0-9a-f]{6}$/i.test(brand.accentColour) ? brand.accentColour : defaultBrand.accentColour;
}
