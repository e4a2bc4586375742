import type { ListWords } from '../columns.ts';

/** The French names of the lists about products. */
export const productLists = {
  'product-options': 'Options de produits',
  'product-families': 'Familles de produits',
  products: 'Produits',
} satisfies Partial<ListWords['lists']>;

/** The French words of their columns. */
export const productColumns: Pick<ListWords['columns'], 'product-options' | 'product-families' | 'products'> =
  {
    'product-options': {
      number: 'N°',
      requestedAt: 'Demandée le',
      state: 'État',
      contactNumber: 'N° de contact',
      contactName: 'Contact',
      structureName: 'Structure',
      provenance: 'Provenance',
      productName: 'Produit',
      productKind: 'Nature',
      productQuantity: 'Unités',
      eventName: 'Première prestation',
      venueName: 'Lieu',
      startsAt: 'Date',
      guide: 'Guide',
      requestedQuantity: 'Places demandées',
      placedQuantity: 'Places posées',
      placedAt: 'Posée le',
      confirmationDueAt: 'Échéance',
      overdue: 'Échue',
      paymentDueAt: 'À régler avant le',
      orderNumber: 'Commande',
      bookingFileNumber: 'Dossier',
      insured: 'Assurée',
      twinNumber: 'Jumelle',
      channelName: 'Filière de vente',
      origin: 'Origine',
      organisationId: 'Organisme',
    },
    'product-families': { code: 'Code', name: 'Nom' },
    products: {
      code: 'Code',
      name: 'Nom',
      kind: 'Nature',
      familyId: 'Famille de produits',
      seasonName: 'Saison',
      activityId: 'Activité',
      capacity: 'Quantité limitée',
      active: 'Proposé',
      optionsAllowed: 'Options autorisées',
      organisationId: 'Organisme',
    },
  };

/** What products are. */
export const productChoices: Pick<ListWords['choices'], 'productKind'> = {
  productKind: {
    'season-ticket': 'Abonnement',
    package: 'Forfait',
    article: 'Article',
    service: 'Prestation',
    visit: 'Visite guidée',
  },
};

/** What is done with prices and twins. */
export const productVerbs = {
  'set-prices': 'Fixer les tarifs',
  'link-twin': 'Jumeler',
  'unlink-twin': 'Séparer des jumelles',
};

/** What has a history. */
export const productSubjects = { 'product-family': 'Famille de produits', product: 'Produit' };
