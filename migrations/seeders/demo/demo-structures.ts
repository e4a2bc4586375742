/** A structure of the demo, with the people who act for it. */
export interface DemoStructure {
  name: string;
  /** Code of a collectivity type. */
  type: DemoStructureType;
  /** Null: they have none. Whoever is written to as `refused@` is turned away by the mail catcher. */
  email: string | null;
  phone: string;
  postcode: string;
  city: string;
  relays: DemoRelay[];
}

export type DemoStructureType = 'CSE' | 'SCOLAIRE' | 'TOURISME' | 'ASSOCIATION' | 'PUBLIQUE';

interface DemoRelay {
  name: string;
  email: string;
}

type Row = [name: string, email: string | null, place: string, ...relays: string[]];

/** Numbers that nobody has: the ranges that are kept for works of fiction. */
const ranges = {
  CSE: '01 99 00 10',
  SCOLAIRE: '01 99 00 20',
  TOURISME: '03 53 01 30',
  ASSOCIATION: '04 65 71 40',
  PUBLIQUE: '02 61 91 50',
};

/** Invented works councils, schools, coach operators, associations and public bodies. */
export const demoStructures: readonly DemoStructure[] = [
  ...of('CSE', [
    ['CSE des Tanneries du Val', 'cse@tanneries-du-val.test', '75011 Paris', 'Hélène Lemoigne'],
    ['CSE Horlogers Réunis', 'loisirs@horlogers-reunis.test', '25000 Besançon'],
    ['CSE de la Papeterie Saint-Éloi', 'cse@papeterie-saint-eloi.test', '38000 Grenoble'],
    [
      'CSE Navettes & Correspondances',
      'bonjour@navettes-cse.test',
      '94200 Ivry-sur-Seine',
      'Ghislain Boutrais',
    ],
    ['CSE Verrerie d’Ambre', 'cse@verrerie-ambre.test', '76000 Rouen'],
    ['CSE Semences du Plateau', 'cse@semences-plateau.test', '63000 Clermont-Ferrand'],
    ['CSE Messagerie des Deux Rives', 'cse@messagerie-deux-rives.test', '67000 Strasbourg'],
    ['CSE Ateliers du Faubourg', 'cse@ateliers-faubourg.test', '93100 Montreuil', 'Anne-Lise Crépinet'],
    ['CSE Laboratoires Orvelle', 'cse@laboratoires-orvelle.test', '69007 Lyon', 'Maïwenn Kerzoncuf'],
    ['CSE Minoteries de l’Yerre', 'comite@minoteries-yerre.test', '91800 Brunoy'],
    ['CSE Chantiers navals Tréguennec', 'cse@chantiers-treguennec.test', '29900 Concarneau'],
    [
      'CSE Câbleries du Nord-Ouest',
      'cse@cableries-nord-ouest.test',
      '59300 Valenciennes',
      'Jean-Noël Huyvaert',
    ],
    ['CSE Assurances La Vigie', 'activites@la-vigie-cse.test', '92400 Courbevoie', 'Zoé Mahé-Larquet'],
    ['CSE Confiseries Bellefontaine', 'refused@bellefontaine-cse.test', '60200 Compiègne'],
    ['CSE Télécoms Armorique', 'cse@telecoms-armorique.test', '22300 Lannion'],
    ['CSE Hôpital des Trois-Fontaines', 'cse@hopital-trois-fontaines.test', '77000 Melun'],
  ]),
  ...of('SCOLAIRE', [
    ['Lycée Garance-de-Brissac', 'culture@lycee-brissac.test', '75020 Paris', 'Irène Okambi'],
    ['Collège des Tilleuls', 'secretariat@college-tilleuls.test', '92230 Gennevilliers'],
    ['École du Marronnier', 'direction@ecole-marronnier.test', '93400 Saint-Ouen-sur-Seine'],
    ['École élémentaire de la Passerelle', null, '94000 Créteil'],
    ['Collège Jehan-Fontaine', 'intendance@college-jehan-fontaine.test', '77000 Melun', 'Gaëtan Lévêque'],
    ['Lycée professionnel de l’Estuaire', 'vie-scolaire@lp-estuaire.test', '44000 Nantes'],
    ['École maternelle Les Coquelicots', 'ecole@coquelicots.test', '77120 Villeneuve-sur-Ambre'],
    [
      'Collège Ambroise-Vauquelin',
      'cdi@college-vauquelin.test',
      '77130 Montereau-les-Bords',
      'Ludivine Sérieys',
    ],
    ['Lycée Hautes-Terrasses', 'culture@hautes-terrasses.test', '94230 Cachan', 'Côme d’Aubigeon'],
    ['Groupe scolaire du Moulin-à-Vent', 'direction@moulin-a-vent.test', '91200 Athis-Mons'],
    ['Institut médico-éducatif La Clairière', 'sorties@ime-clairiere.test', '77300 Fontainebleau'],
    ['École Sainte-Apolline', 'secretariat@sainte-apolline.test', '45000 Orléans'],
  ]),
  ...of('TOURISME', [
    ['Autocars Belvédère', 'groupes@autocars-belvedere.test', '51100 Reims', 'Théo Vasselin'],
    ['Voyages La Cigale Bleue', 'spectacles@cigale-bleue.test', '84000 Avignon'],
    ['Escapades & Cie', 'contact@escapades-et-cie.test', '35000 Rennes'],
    ['Tour Lumière Réceptif', 'resa@tour-lumiere.test', '75009 Paris', 'Inès Bouzidi-Carrel'],
    ['Autocars Lindet Frères', 'depart@autocars-lindet.test', '27000 Évreux'],
    ['Transports Ménétrier', 'excursions@transports-menetrier.test', '21000 Dijon'],
    ['Les Cars de la Baie', 'groupes@cars-de-la-baie.test', '50300 Avranches'],
  ]),
  ...of('ASSOCIATION', [
    ['Les Amis de la Scène', 'bureau@amis-de-la-scene.test', '78000 Versailles', 'Marie-Thérèse Fauvelais'],
    ['Chœur La Mésange', 'choeur@la-mesange.test', '92500 Rueil-Malmaison'],
    ['Université du Temps Choisi', 'sorties@temps-choisi.test', '45000 Orléans'],
    ['Club des Aînés de la Butte-Rouge', 'aines@butte-rouge.test', '92290 Châtenay-Malabry'],
    ['Cercle théâtral Côté Jardin', 'cercle@cote-jardin.test', '77210 Avon'],
    ['Association Sportive Vélo-Loisirs', 'bureau@velo-loisirs.test', '77120 Villeneuve-sur-Ambre'],
    [
      'Comité de jumelage Ambre–Neckar',
      'jumelage@ambre-neckar.test',
      '77120 Villeneuve-sur-Ambre',
      'Jürgen Wöllstein',
    ],
  ]),
  ...of('PUBLIQUE', [
    [
      'Ville de Villeneuve-sur-Ambre, service culturel',
      'culture@villeneuve-sur-ambre.test',
      '77120 Villeneuve-sur-Ambre',
    ],
    ['CCAS des Bords d’Ambre', 'ccas@bords-ambre.test', '77130 Montereau-les-Bords'],
    [
      'Médiathèque Odette-Quinault',
      'mediatheque@odette-quinault.test',
      '77000 Melun',
      'Sébastien N’Diaye-Roux',
    ],
    ['Maison des solidarités du Loing', 'animation@solidarites-loing.test', '77140 Nemours'],
  ]),
];

function of(type: DemoStructureType, rows: readonly Row[]): DemoStructure[] {
  return rows.map(([name, email, place, ...relays], index) => ({
    name,
    type,
    email,
    phone: `${ranges[type]} ${String(index + 1).padStart(2, '0')}`,
    postcode: place.slice(0, 5),
    city: place.slice(6),
    relays: relays.map((relay) => ({ name: relay, email: `${addressed(relay)}@${domainOf(email)}` })),
  }));
}

/** `Anne-Lise Crépinet` is written to as `anne-lise.crepinet`. */
export function addressed(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[’']/g, '')
    .toLowerCase()
    .replaceAll(' ', '.');
}

function domainOf(email: string | null): string {
  return email?.split('@')[1] ?? 'courrier.test';
}
