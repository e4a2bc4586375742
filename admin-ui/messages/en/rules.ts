/** Words of the settings that decide who may ask for what. */
export const rules = {
  state: { draft: 'Draft', validated: 'Validated' },
  kind: { seats: 'Seats (single entries)', products: 'Products (other families)' },
  all: 'All',
  noType: 'No type',
  noLimit: 'No limit',
  covered: 'What is covered',
  maxima: 'Places at most',
  placesUnit: 'places',
  perOption: '%{count} per option',
  perPerformance: '%{count} per performance',
  perSeason: '%{count} per season',
  validity: 'Validity',
  always: 'Always',
  from: 'From %{from}',
  until: 'Until %{to}',
  fromTo: 'From %{from} to %{to}',
  limitationNote:
    'A validated table counts at request and at placement. What counts are the contact’s places placed, validated and sold; at request also their other requests without an answer. A contact without collectivity type is under no table.',
  profileNote:
    'A validated profile counts at request only, never at placement. Several valid profiles add up; without any profile, a channel can request nothing.',
  duplicate: {
    submit: 'Duplicate',
    title: 'Duplicate “%{name}”?',
    body: 'A draft that says the same is made, under another code. You can change it before you validate it.',
    done: 'Draft made: %{name}.',
  },
  validate: {
    submit: 'Validate',
    title: 'Validate “%{name}”?',
    body: 'This setting counts from now on for new requests and placements. Nothing that is placed already changes.',
    done: 'Validated: %{name}.',
  },
  help: {
    types: 'Contacts of these types. Without a type the table cannot be validated.',
    maxima: 'Empty: no limit of this sort. The table needs at least one to be validated.',
    covered: 'An empty list covers all. Several lists that are filled narrow each other.',
    state: 'A draft does not count.',
    kind: 'Options on seats, or on the other families of products.',
    minimum: 'In each seat category chosen.',
    validity:
      'Whole days, at the venue’s time; empty: without bound. The payment date goes to the requests made under this profile.',
  },
} as const;
