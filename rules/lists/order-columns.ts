const organisation = { name: 'organisationId', kind: 'reference', of: 'organisation' } as const;

/** The columns of orders, of the files they are in and of the baskets they are resumed in. */
export const orderColumns = {
  orders: [
    { name: 'number', kind: 'integer' },
    { name: 'state', kind: 'choice', of: 'orderState' },
    { name: 'bookingFileNumber', kind: 'integer' },
    { name: 'contactName', kind: 'text' },
    { name: 'totalCents', kind: 'money' },
    { name: 'paidCents', kind: 'money' },
    { name: 'paymentDueAt', kind: 'instant' },
    { name: 'createdAt', kind: 'instant' },
    organisation,
  ],
  'booking-files': [
    { name: 'number', kind: 'integer' },
    { name: 'state', kind: 'choice', of: 'orderState' },
    { name: 'contactNumber', kind: 'integer' },
    { name: 'contactName', kind: 'text' },
    { name: 'optionCount', kind: 'integer' },
    { name: 'totalCents', kind: 'money' },
    { name: 'paidCents', kind: 'money' },
    { name: 'createdAt', kind: 'instant' },
    organisation,
  ],
  baskets: [
    { name: 'state', kind: 'choice', of: 'basketState' },
    { name: 'orderNumber', kind: 'integer' },
    { name: 'bookingFileNumber', kind: 'integer' },
    { name: 'contactNumber', kind: 'integer' },
    { name: 'contactName', kind: 'text' },
    { name: 'dueCents', kind: 'money' },
    { name: 'openedBy', kind: 'text' },
    { name: 'openedAt', kind: 'instant' },
    { name: 'abandonAt', kind: 'instant' },
    { name: 'paidCents', kind: 'money' },
    { name: 'means', kind: 'choice', of: 'paymentMeans' },
    { name: 'reference', kind: 'text' },
    { name: 'endedBy', kind: 'text' },
    { name: 'endedAt', kind: 'instant' },
    organisation,
  ],
} as const;
