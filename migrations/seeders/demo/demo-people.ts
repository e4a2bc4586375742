import type { RolePreset } from '../../../rules/organisation/role-presets.ts';
import { addressed } from './demo-structures.ts';

/** Someone who works in the demo's house. */
export interface DemoOperator {
  email: string;
  name: string;
  role: RolePreset;
}

/** Who signs in to the demo, and the role they hold. */
export const demoOperators: readonly DemoOperator[] = [
  { email: 'admin@demo.test', name: 'Aline Corvaisier', role: 'administrator' },
  { email: 'operator@demo.test', name: 'Odile Brancourt', role: 'operator' },
  { email: 'manager@demo.test', name: 'Mathurin Delage', role: 'manager' },
  { email: 'finance@demo.test', name: 'Flore Aubespin', role: 'finance' },
];

/** Their colleagues at the group desk: they worked through the season, and nobody knows their passwords. */
export const demoColleagues: readonly DemoOperator[] = [
  'Sabine Quentric',
  'Malo Tressard',
  'Capucine Vauthelin',
].map((name) => ({ email: `${addressed(name)}@grand-saule.test`, name, role: 'operator' }));

/** Who places options in the demo, the busiest first. */
export const demoDesk: readonly string[] = [
  'operator@demo.test',
  ...demoColleagues.map(({ email }) => email),
];

/** People who come in their own name. */
export interface DemoIndividual {
  name: string;
  email: string | null;
  city: string;
  english: boolean;
}

const french = [
  ['Maëlle Perrinet', 'Paris'],
  ['António da Cruzeira', 'Pantin'],
  ['Éléonore Faucompré', 'Vincennes'],
  ['Yanis Belhassen', 'Lille'],
  ['Clémence Rivoire', 'Lyon'],
  ['Bao Nguyet', 'Massy'],
  ['Loïc Grosval', 'Dijon'],
  ['Agnès Mercourt', 'Sceaux'],
  ['Jan Ostrowan', 'Colmar'],
  ['Marie-Ange de Saint-Elme', 'Fontainebleau'],
  ['Françoise Le Guilvinec', 'Melun'],
  ['Hervé N’Guessan-Tiercelin', 'Évry'],
  ['Cécile Roche-Duvivier', 'Nemours'],
  ['Ömer Kayahan', 'Montreuil'],
  ['Pierre-Émile Vautravers', 'Versailles'],
  ['Noëlie Oustric', 'Avon'],
] as const;

export const demoIndividuals: readonly DemoIndividual[] = [
  ...french.map(([name, city]) => ({
    name,
    email: `${addressed(name)}@courrier.test`,
    city,
    english: false,
  })),
  { name: 'Noël Tranchart', email: null, city: 'Chartres', english: false },
  { name: 'Solène Delacroy', email: null, city: 'Paris', english: false },
  { name: 'Grace Hutchley', email: 'grace.hutchley@courrier.test', city: 'London', english: true },
];
