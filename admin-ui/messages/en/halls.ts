import type { halls as french } from '../fr/halls.ts';
import type { SameShape } from '../same-shape.ts';

/** Words of halls: spaces, seat plans, logical configurations. */
export const halls: SameShape<typeof french> = {
  spaces: 'Spaces',
  spacesEmpty: 'Add a space to import a seat plan into it, or to sell it by quantity.',
  plans: 'Seat plans',
  plansEmpty: 'No plan. Import the first one to number the seats.',
  configurations: 'Logical configurations',
  configurationsEmpty: 'No configuration. It says which seats belong to which category.',
  performances: 'Performances',
  kind: 'Seating',
  numbered: 'numbered',
  byQuantity: 'by quantity',
  capacity: 'Places',
  total: 'Total',
  unpainted: 'Seats without category',
  zones: 'Zones',
  state: { draft: 'Draft', valid: 'Valid' },
  stateHelp: 'A performance can only take a valid configuration, which keeps its seats from then on.',
  numberedHelp: 'Numbered, it follows a seat plan; otherwise it sells quantities.',
  planHelp: 'Seats first take the categories named in the file of the plan.',
  capacitiesHelp: 'A category left empty is not sold in this configuration.',
  noCategory: 'No seat has a category in this configuration yet.',
  planCategories: 'Categories of the file',
  planCategoriesHelp:
    'A new configuration of this plan gives its seats the category of the venue that has this code or name.',
  planRevision: '%{name}, revision %{revision}',
  export: 'Export the file',
  faults: {
    title: 'Faults of the file',
    place: 'Where',
    fault: 'Fault',
    whole: 'file',
  },
  import: {
    noSpace: 'A plan is imported from the page of its space. Choose the venue first.',
    limits: 'A seat plan in the open JSON format, at most 30,000 seats and 20 MB.',
    part: '%{name}: %{seats}',
    wheelchairs: 'Wheelchair places',
    added: 'Seats added',
    removed: 'Seats removed',
    back: 'Back to the space',
    run: 'Import this plan',
    open: 'See the plan',
    would: {
      created: 'The whole file can be read. It would make a new plan.',
      revised: 'The whole file can be read. It would make a new revision; the earlier ones stay as they are.',
      unchanged: 'The newest revision of this plan says the same already: there is nothing to import.',
    },
    did: {
      created: 'The plan is imported.',
      revised: 'The new revision is imported.',
      unchanged: 'The newest revision of this plan said the same already: nothing changed.',
    },
  },
};
