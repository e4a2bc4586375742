import { plainText } from './plain-text.ts';

/** What a column of a file of contacts may hold. */
export const importFields = [
  'number',
  'reference',
  'kind',
  'name',
  'firstName',
  'email',
  'phone',
  'mobile',
  'address1',
  'address2',
  'address3',
  'postcode',
  'city',
  'country',
  'locale',
  'structureType',
  'collectivityType',
  'audienceCategory',
  'structure',
  'link',
  'remark',
] as const;
export type ImportField = (typeof importFields)[number];

/** The field of each column, in their order; null: the column is left out. */
export type Mapping = readonly (ImportField | null)[];

/** Titles under which a field is known in French and English, in `plainText`; the likeliest field first. */
const titles: readonly (readonly [ImportField, readonly string[]])[] = [
  [
    'number',
    [
      'numero',
      'n',
      'no',
      'num',
      'n contact',
      'no contact',
      'numero contact',
      'numero de contact',
      'num contact',
      'contact number',
      'contact no',
      'number',
    ],
  ],
  [
    'reference',
    [
      'reference',
      'ref',
      'reference externe',
      'identifiant',
      'id',
      'rec id',
      'code',
      'code client',
      'n client',
      'numero client',
      'ancien numero',
      'external id',
      'external reference',
      'customer number',
    ],
  ],
  ['kind', ['nature', 'kind', 'type de contact', 'contact type', 'genre de contact']],
  ['firstName', ['prenom', 'prenoms', 'prenom contact', 'first name', 'firstname', 'given name', 'forename']],
  [
    'name',
    [
      'nom',
      'nom de famille',
      'nom contact',
      'nom complet',
      'nom et prenom',
      'nom prenom',
      'nom usuel',
      'contact',
      'name',
      'full name',
      'last name',
      'lastname',
      'surname',
      'family name',
    ],
  ],
  [
    'email',
    [
      'email',
      'e mail',
      'mail',
      'courriel',
      'adresse email',
      'adresse e mail',
      'adresse mail',
      'adresse electronique',
      'email address',
      'mel',
    ],
  ],
  [
    'mobile',
    [
      'portable',
      'mobile',
      'tel portable',
      'tel mobile',
      'telephone portable',
      'telephone mobile',
      'gsm',
      'mobile phone',
      'cell',
      'cell phone',
    ],
  ],
  [
    'phone',
    [
      'telephone',
      'tel',
      'telephone fixe',
      'tel fixe',
      'fixe',
      'phone',
      'phone number',
      'telephone number',
      'numero de telephone',
      'tel 1',
      'telephone 1',
      'landline',
    ],
  ],
  [
    'address1',
    [
      'adresse',
      'adresse 1',
      'adresse ligne 1',
      'rue',
      'voie',
      'address',
      'address 1',
      'address line 1',
      'street',
      'street address',
    ],
  ],
  [
    'address2',
    [
      'adresse 2',
      'adresse ligne 2',
      'complement',
      'complement d adresse',
      'complement adresse',
      'address 2',
      'address line 2',
    ],
  ],
  ['address3', ['adresse 3', 'adresse ligne 3', 'address 3', 'address line 3', 'lieu dit', 'bp']],
  ['postcode', ['code postal', 'cp', 'code post', 'postcode', 'post code', 'postal code', 'zip', 'zip code']],
  ['city', ['ville', 'commune', 'localite', 'city', 'town', 'suburb', 'bureau distributeur']],
  ['country', ['pays', 'country', 'code pays', 'country code']],
  ['locale', ['langue', 'language', 'locale', 'langue des lettres']],
  ['structureType', ['type de structure', 'structure type']],
  [
    'collectivityType',
    [
      'type de collectivite',
      'type collectivite',
      'collectivite',
      'collectivity type',
      'collectivity',
      'type',
    ],
  ],
  [
    'audienceCategory',
    ['categorie de public', 'categorie', 'public', 'audience category', 'audience', 'category'],
  ],
  [
    'structure',
    [
      'structure',
      'raison sociale',
      'societe',
      'entreprise',
      'organisme',
      'organisation',
      'etablissement',
      'employeur',
      'company',
      'organization',
      'company name',
      'structure name',
      'nom de la structure',
    ],
  ],
  ['link', ['lien', 'relation', 'link', 'relais ou membre']],
  [
    'remark',
    [
      'remarque',
      'remarques',
      'commentaire',
      'commentaires',
      'note',
      'notes',
      'observations',
      'observation',
      'remark',
      'remarks',
      'comment',
      'comments',
    ],
  ],
];

const fieldOfTitle = new Map(
  titles.flatMap(([field, known]) => known.map((title) => [title, field] as const)),
);

/** What was recognised of the titles: a field for each column, and what a row is that says nothing about it. */
export interface Recognition {
  mapping: (ImportField | null)[];
  kind: 'individual' | 'structure';
}

/**
 * Recognises columns by their titles, in French and English, each field once. A file that names structures but nobody
 * beside them is a file of structures: its names are theirs.
 */
export function recognise(columns: readonly string[]): Recognition {
  const taken = new Set<ImportField>();
  const mapping = columns.map((title) => {
    const field = fieldOfTitle.get(plainText(title)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  if (taken.has('name') || !taken.has('structure')) return { mapping, kind: 'individual' };
  return {
    mapping: mapping.map((field) => (field === 'structure' ? 'name' : field)),
    kind: taken.has('firstName') ? 'individual' : 'structure',
  };
}

/** True when every field stands once at most and there is a column for the name. */
export function isUsable(mapping: Mapping): boolean {
  const named = mapping.filter((field) => field !== null);
  return new Set(named).size === named.length && named.includes('name');
}
