import { z } from 'zod';
import { say } from '../../../bin/parts/progress.ts';
import type { PersistentClient } from './persistent-client.ts';

/** So many wishes, so many clients at once; `turn` resolves when one may be begun. */
export type Pace = { clients: number; wishes: number; turn: (at: number) => Promise<void> };

/** Clients, each a contact, that take the next wish when the one before is done; what fails is said and goes on. */
export async function queue(
  client: PersistentClient,
  { clients, wishes, turn }: Pace,
  fulfil: (at: number, contactId: string) => Promise<unknown>,
): Promise<void> {
  const contactIds: string[] = [];
  for (let at = 0; at < clients; at += 1) {
    const contact = { kind: 'individual', name: `Client ${at}`, email: `client-${at}@faults.example` };
    const reply = await client.write('/api/contacts', `faults-contact-${at}`, contact);
    const made = z.object({ id: z.uuid() }).safeParse(reply.body).data;
    if (made === undefined) throw new Error(`No contact: ${reply.status} ${JSON.stringify(reply.body)}`);
    contactIds.push(made.id);
  }
  let next = 0;
  const one = async (contactId: string): Promise<void> => {
    for (let at = next++; at < wishes; at = next++) {
      await turn(at);
      await fulfil(at, contactId).catch((error: unknown) => say(String(error)));
    }
  };
  await Promise.all(contactIds.map(one));
}
