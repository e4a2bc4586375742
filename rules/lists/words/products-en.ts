import type { ListWords } from '../columns.ts';

/** The English names of the lists about products. */
export const productLists = {
  'product-options': 'Product options',
  'product-families': 'Product families',
  products: 'Products',
} satisfies Partial<ListWords['lists']>;

/** The English words of their columns. */
export const productColumns: Pick<ListWords['columns'], 'product-options' | 'product-families' | 'products'> =
  {
    'product-options': {
      number: 'No.',
      requestedAt: 'Requested on',
      state: 'State',
      contactNumber: 'Contact no.',
      contactName: 'Contact',
      structureName: 'Structure',
      provenance: 'Origin',
      productName: 'Product',
      productKind: 'Kind',
      productQuantity: 'Units',
      eventName: 'First item',
      venueName: 'Venue',
      startsAt: 'Date',
      guide: 'Guide',
      requestedQuantity: 'Seats requested',
      placedQuantity: 'Seats placed',
      placedAt: 'Placed on',
      confirmationDueAt: 'Due date',
      overdue: 'Overdue',
      paymentDueAt: 'To be paid by',
      orderNumber: 'Order',
      bookingFileNumber: 'File',
      insured: 'Insured',
      twinNumber: 'Twin',
      channelName: 'Sales channel',
      origin: 'Came as',
      organisationId: 'Organisation',
    },
    'product-families': { code: 'Code', name: 'Name' },
    products: {
      code: 'Code',
      name: 'Name',
      kind: 'Kind',
      familyId: 'Product family',
      seasonName: 'Season',
      activityId: 'Activity',
      capacity: 'Limited quantity',
      active: 'Offered',
      optionsAllowed: 'Options allowed',
      organisationId: 'Organisation',
    },
  };

/** What products are. */
export const productChoices: Pick<ListWords['choices'], 'productKind'> = {
  productKind: {
    'season-ticket': 'Season ticket',
    package: 'Package',
    article: 'Article',
    service: 'Service',
    visit: 'Guided visit',
  },
};

/** What is done with prices and twins. */
export const productVerbs = {
  'set-prices': 'Set prices',
  'link-twin': 'Link twins',
  'unlink-twin': 'Unlink twins',
};

/** What has a history. */
export const productSubjects = { 'product-family': 'Product family', product: 'Product' };
