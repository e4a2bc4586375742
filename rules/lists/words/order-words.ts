const en = { number: 'No.', state: 'State', contactName: 'Contact', organisationId: 'Organisation' };
const fr = { number: 'N°', state: 'État', contactName: 'Contact', organisationId: 'Organisme' };

/** The words of orders, files and baskets in their lists and in history, by language. */
export const orderWords = {
  en: {
    columns: {
      orders: {
        ...en,
        bookingFileNumber: 'File',
        totalCents: 'Total',
        paidCents: 'Paid',
        paymentDueAt: 'To be paid by',
        createdAt: 'Created on',
      },
      'booking-files': {
        ...en,
        contactNumber: 'Contact no.',
        optionCount: 'Options',
        totalCents: 'Total',
        paidCents: 'Paid',
        createdAt: 'Created on',
      },
      baskets: {
        ...en,
        orderNumber: 'Order',
        bookingFileNumber: 'File',
        contactNumber: 'Contact no.',
        dueCents: 'To be paid',
        openedBy: 'Opened by',
        openedAt: 'Opened on',
        abandonAt: 'Abandoned on, if unpaid',
        paidCents: 'Paid',
        means: 'Means',
        reference: 'Reference',
        endedBy: 'Ended by',
        endedAt: 'Ended on',
      },
    },
    choices: {
      orderState: { open: 'Open', paid: 'Paid', cancelled: 'Cancelled' },
      basketState: { open: 'Open', paid: 'Paid', abandoned: 'Abandoned' },
      paymentMeans: {
        cash: 'Cash',
        cheque: 'Cheque',
        card: 'Card',
        transfer: 'Transfer',
        voucher: 'Voucher',
        other: 'Other',
      },
    },
    verbs: { 'pay-by-hand': 'Write down a payment', abandon: 'Abandon the basket' },
  },
  fr: {
    columns: {
      orders: {
        ...fr,
        bookingFileNumber: 'Dossier',
        totalCents: 'Total',
        paidCents: 'Réglé',
        paymentDueAt: 'À régler avant le',
        createdAt: 'Créée le',
      },
      'booking-files': {
        ...fr,
        contactNumber: 'N° de contact',
        optionCount: 'Options',
        totalCents: 'Total',
        paidCents: 'Réglé',
        createdAt: 'Créé le',
      },
      baskets: {
        ...fr,
        orderNumber: 'Commande',
        bookingFileNumber: 'Dossier',
        contactNumber: 'N° de contact',
        dueCents: 'À régler',
        openedBy: 'Ouvert par',
        openedAt: 'Ouvert le',
        abandonAt: 'Abandonné le, sans règlement',
        paidCents: 'Réglé',
        means: 'Moyen de règlement',
        reference: 'Référence',
        endedBy: 'Terminé par',
        endedAt: 'Terminé le',
      },
    },
    choices: {
      orderState: { open: 'En cours', paid: 'Réglée', cancelled: 'Annulée' },
      basketState: { open: 'Ouvert', paid: 'Réglé', abandoned: 'Abandonné' },
      paymentMeans: {
        cash: 'Espèces',
        cheque: 'Chèque',
        card: 'Carte',
        transfer: 'Virement',
        voucher: 'Bon',
        other: 'Autre',
      },
    },
    verbs: { 'pay-by-hand': 'Enregistrer un règlement', abandon: 'Abandonner le panier' },
  },
} as const;
