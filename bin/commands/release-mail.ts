import { parseArgs } from 'node:util';
import { z } from 'zod';
import { releaseMail } from '../../activities/mail-guard/release-mail.ts';
import { type Command, UsageError } from './command.ts';
import { callAnywhere, withDatabases } from './verbs.ts';

export const releaseMailCommand: Command = {
  name: 'release-mail',
  summary: 'let held mail go; --without names letters that already went out',
  usage: '[--without LETTER-ID]… [--reason TEXT]',
  run: async (args, settings) => {
    const options = { without: { type: 'string', multiple: true }, reason: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const without = z.array(z.uuid()).safeParse(values.without ?? []).data;
    if (without === undefined)
      throw new UsageError('--without takes the id of a letter, as "reconcile --after-restore" lists it.');
    return withDatabases(settings, async ({ application: database }) => {
      const caller = await callAnywhere(database);
      const answer = await releaseMail(caller, { withoutLetterIds: without, reason: values.reason ?? null });
      process.stdout.write(`${JSON.stringify(answer)}\n`);
      return 0;
    });
  },
};
