import type { resources as french } from '../fr/resources.ts';
import type { SameShape } from '../same-shape.ts';

/** Names of the resources and of their fields, in the keys react-admin looks for. */
export const resources: SameShape<typeof french> = {
  options: {
    name: 'Option |||| Options',
    fields: {
      number: 'No.',
      contactName: 'Contact',
      provenance: 'Origin',
      eventName: 'Product',
      position: 'Position',
      startsAt: 'Performance',
      state: 'State',
      confirmationDueAt: 'Due date',
      placedQuantity: 'Seats',
      requestedAt: 'Requested on',
      channelName: 'Sales channel',
      venueName: 'Venue',
      structureName: 'Structure',
      organisationId: 'Organisation',
      remark: 'Remark',
      internalRemark: 'Internal remark',
      acceptsUpgrade: 'Upgrade accepted',
      paymentDueAt: 'To be paid by',
      orderNumber: 'Order',
    },
  },
  'bulk-runs': {
    name: 'Bulk action |||| Bulk actions',
    fields: { askedAt: 'Started', verb: 'Action', askedByName: 'By', done: 'Progress' },
  },
  letters: {
    name: 'Letter |||| Letters',
    fields: {
      number: 'No.',
      kind: 'Kind',
      state: 'State',
      to: 'Recipient',
      contactId: 'Contact',
      contactName: 'Contact',
      subject: 'Subject',
      optionId: 'Option',
      sentAt: 'Sent on',
      createdAt: 'To be sent since',
      messageId: 'Message identifier',
      failure: 'Reason of the failure',
    },
  },
  contacts: {
    name: 'Contact |||| Contacts',
    fields: {
      number: 'No.',
      name: 'Name',
      kind: 'Kind',
      email: 'E-mail',
      phone: 'Telephone',
      locale: 'Language of letters',
      structureId: 'Structure',
      collectivityTypeId: 'Collectivity type',
      acceptance: 'Acceptance',
      address: 'Address',
      provenance: 'Origin',
    },
  },
  performances: {
    name: 'Performance |||| Performances',
    fields: {
      startsAt: 'Date and time',
      eventName: 'Event',
      eventCode: 'Code',
      venueName: 'Venue',
      bookable: 'Options',
      timeZone: 'Time zone',
    },
  },
};
