/**
 * Who may come into their own space: a person for themselves, a structure by its own address or by a relay, each through
 * the sales channels made for them (seed 001: general public, company, agency; producers read reports elsewhere).
 */

export type ContactChannelKind = 'internet-public' | 'internet-company' | 'internet-agency';

/** A person or a structure, as far as their access depends on it. */
export interface AccessContact {
  id: string;
  number: number;
  kind: 'individual' | 'structure';
  name: string;
  email: string | null;
  locale: string;
  structureType: 'community' | 'agency' | 'producer' | 'other' | null;
  acceptance: 'pending' | 'accepted' | 'refused' | 'suspended' | null;
}

/** An active sales channel, with the organisation that sells through it. */
export interface AccessChannel {
  id: string;
  kind: string;
  organisationId: string;
  organisationName: string;
}

/** Everything an access depends on, as it is now. */
export interface AccessFacts {
  institutionId: string;
  institutionName: string;
  /** Whose options they are: the structure, else the person. */
  holder: AccessContact;
  /** Who acts for the structure; null: the holder itself does. */
  relay: (AccessContact & { linked: boolean }) | null;
  channels: readonly AccessChannel[];
}

/** Why somebody may not come in. They are never told: who does not exist gets the same answer. */
export type AccessFault = 'noAddress' | 'notLinked' | 'notAccepted' | 'noChannel';

/** The kind of channel made for a contact; null when there is none. */
export function channelKindFor({
  kind,
  structureType,
}: Pick<AccessContact, 'kind' | 'structureType'>): ContactChannelKind | null {
  if (kind === 'individual') return 'internet-public';
  switch (structureType) {
    case 'agency':
      return 'internet-agency';
    case 'producer':
      return null;
    default:
      return 'internet-company';
  }
}

/** The channels a contact asks through. */
export function channelsFor({
  holder,
  channels,
}: Pick<AccessFacts, 'holder' | 'channels'>): readonly AccessChannel[] {
  const wanted = channelKindFor(holder);
  return channels.filter(({ kind }) => kind === wanted);
}

/** Whom the house writes to and who acts: the relay, else the holder itself. */
export function actsFor({ holder, relay }: Pick<AccessFacts, 'holder' | 'relay'>): AccessContact {
  return relay ?? holder;
}

/** What stands against an access now; null when nothing does. Asked at the link, at the sign-in, and at every request. */
export function accessFault(facts: AccessFacts): AccessFault | null {
  if (actsFor(facts).email === null) return 'noAddress';
  if (facts.relay !== null && !facts.relay.linked) return 'notLinked';
  if (facts.holder.kind === 'structure' && facts.holder.acceptance !== 'accepted') return 'notAccepted';
  return channelsFor(facts).length === 0 ? 'noChannel' : null;
}

/** How long a one-time link is valid, in minutes. */
export const accessLinkMinutes = 30;

/** How long a contact's session lives at most, in hours. */
export const contactSessionHours = 12;
