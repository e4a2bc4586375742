import type { RejectionCode, RemarkCode } from '../row-reasons.ts';

/** What is said of a row, in French. */
export const fr: Readonly<Record<RejectionCode | RemarkCode, string>> = {
  'row.tooManyCells': 'La ligne a plus de cellules que de titres : un séparateur est peut-être en trop.',
  'row.nameMissing': 'Le nom manque.',
  'row.tooLong': 'La colonne « {column} » dépasse {max} caractères.',
  'row.emailInvalid': 'L’adresse e-mail « {value} » n’est pas valable.',
  'row.numberInvalid': 'Le numéro de contact « {value} » n’est pas un nombre.',
  'row.numberUnknown': 'Aucun contact ne porte le numéro {value}.',
  'row.kindUnknown': 'La nature « {value} » n’est ni « structure » ni « particulier ».',
  'row.kindDiffers': 'Le contact {number} est d’une autre nature, qui ne change pas.',
  'row.structureTypeUnknown': 'Le type de structure « {value} » est inconnu.',
  'row.collectivityUnknown': 'Le type de collectivité « {value} » est inconnu.',
  'row.audienceUnknown': 'La catégorie de public « {value} » est inconnue.',
  'row.linkUnknown': 'Le lien « {value} » n’est ni « relais » ni « membre ».',
  'row.onlyForStructures': 'La colonne « {column} » ne concerne que les structures.',
  'row.onlyForIndividuals': 'La colonne « {column} » ne concerne que les particuliers.',
  'row.onlyForCommunities': 'Seules les collectivités ont un type de collectivité.',
  'row.structureUnknown': 'La structure « {value} » n’existe pas.',
  'row.structureAmbiguous': 'Plusieurs structures s’appellent « {value} » : indiquez son numéro.',
  'row.repeated': 'La ligne répète la ligne {line}.',
  'remark.phoneAsWritten': 'Le téléphone « {value} » n’a pas été compris ; il est gardé tel quel.',
  'remark.postcodeShort': 'Le code postal « {value} » n’a pas cinq chiffres ; il est gardé tel quel.',
  'remark.countryUnknown': 'Le pays « {value} » n’a pas été compris ; il est laissé de côté.',
  'remark.localeUnknown': 'La langue « {value} » n’est pas prise en charge ; elle est laissée de côté.',
};
