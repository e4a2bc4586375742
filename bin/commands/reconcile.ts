import { parseArgs } from 'node:util';
import { holdMail } from '../../activities/mail-guard/hold-mail.ts';
import { lettersInDoubt } from '../../activities/mail-guard/letters-in-doubt.ts';
import { reconcileAll, reconcileOverdue } from '../../activities/reconcile/reconcile.ts';
import type { Database } from '../../database/database.ts';
import { type Command, UsageError } from './command.ts';
import { callAnywhere, withDatabases } from './verbs.ts';

const RESTORED = 'The database was restored from a backup';

/** Wakes stories; the worker carries the wake-ups to Temporal as soon as both run. */
export const reconcileCommand: Command = {
  name: 'reconcile',
  summary:
    'wake what is overdue; --all after Temporal lost its data, --after-restore after a backup came back',
  usage: '[--all | --after-restore]',
  run: async (args, settings) => {
    const options = { all: { type: 'boolean' }, 'after-restore': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.all && values['after-restore'])
      throw new UsageError('--all and --after-restore exclude each other.');
    return withDatabases(settings, async ({ application: database }) => {
      if (values['after-restore']) return afterRestore(database);
      const woken = values.all ? await reconcileAll(database) : await reconcileOverdue(database);
      process.stdout.write(`${JSON.stringify(woken)}\n`);
      return 0;
    });
  },
};

/** Holds all mail, wakes the options, and lists the letters that may already have gone out. */
async function afterRestore(database: Database): Promise<number> {
  await holdMail(await callAnywhere(database), { reason: RESTORED });
  const woken = await reconcileAll(database);
  const { letters } = await lettersInDoubt(database);
  const lines = letters.map(({ id, number, kind, recipient, optionNumber, createdAt }) =>
    [
      id,
      `letter ${number}`,
      kind,
      recipient,
      optionNumber === null ? '' : `option ${optionNumber}`,
      createdAt,
    ].join('\t'),
  );
  const next =
    letters.length === 0
      ? 'No letter is in doubt. Mail is held until "placet release-mail".'
      : 'These letters may already have gone out. Mail is held until "placet release-mail [--without ID …]".';
  process.stdout.write(
    `${[...lines, next, JSON.stringify({ ...woken, inDoubt: letters.length })].join('\n')}\n`,
  );
  return 0;
}
