/** Words of cells that choose one of few things, in `plainText`. */

type Words<T> = ReadonlyMap<string, T>;

function words<T>(entries: readonly (readonly [T, readonly string[]])[]): Words<T> {
  return new Map(entries.flatMap(([value, names]) => names.map((name) => [name, value] as const)));
}

export const kindWords: Words<'individual' | 'structure'> = words([
  [
    'individual',
    ['individual', 'individuel', 'particulier', 'personne', 'personne physique', 'person', 'i', 'p'],
  ],
  [
    'structure',
    ['structure', 'personne morale', 'collectivite', 'societe', 'entreprise', 'organisation', 's'],
  ],
]);

export const linkWords: Words<'relay' | 'member'> = words([
  ['relay', ['relais', 'relay', 'contact']],
  ['member', ['membre', 'member', 'adherent', 'salarie']],
]);

export const structureTypeWords: Words<'community' | 'agency' | 'producer' | 'other'> = words([
  ['community', ['community', 'collectivite', 'communaute']],
  ['agency', ['agency', 'agence']],
  ['producer', ['producer', 'producteur', 'production']],
  ['other', ['other', 'autre']],
]);

export const localeWords: Words<'fr' | 'en' | 'de' | 'es' | 'it'> = words([
  ['fr', ['fr', 'fr fr', 'fra', 'fre', 'f', 'francais', 'francaise', 'french']],
  ['en', ['en', 'en gb', 'en us', 'eng', 'anglais', 'english']],
  ['de', ['de', 'ger', 'deu', 'allemand', 'german', 'deutsch']],
  ['es', ['es', 'spa', 'espagnol', 'spanish', 'espanol']],
  ['it', ['it', 'ita', 'italien', 'italian', 'italiano']],
]);
