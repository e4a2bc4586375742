import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { takeBounces } from '../../activities/letters/take-bounces.ts';
import { institutionIds } from '../../activities/reconcile/reconcile.ts';
import { type Command, UsageError } from './command.ts';
import { callIn, withDatabases } from './verbs.ts';

export const lettersBouncesCommand: Command = {
  name: 'letters bounces',
  summary: 'take in letters that came back (delivery status notifications; a message or an mbox)',
  usage: 'FILE|-',
  run: async ([file, ...more], settings) => {
    if (file === undefined || more.length > 0)
      throw new UsageError('Name one file, or - for what is piped in.');
    const given = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
    return withDatabases(settings, async ({ application: database }) => {
      let [messages, bounced] = [0, 0];
      for (const institutionId of await institutionIds(database)) {
        const taken = await takeBounces(callIn(database, institutionId), { file: given });
        messages = taken.messages;
        bounced += taken.bounced;
      }
      process.stdout.write(`${JSON.stringify({ messages, bounced, ignored: messages - bounced })}\n`);
      return 0;
    });
  },
};
