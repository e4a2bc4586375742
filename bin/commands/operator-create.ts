import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import { type Command, UsageError } from './command.ts';
import { findHouse, makeHouse } from './houses.ts';
import { callIn, type Databases, withDatabases } from './verbs.ts';

const Input = z.object({
  email: z.email('--email takes an e-mail address.').max(254),
  name: z.string('--name takes the name of a person.').trim().min(1).max(200),
  locale: z.enum(['fr', 'en'], '--locale is fr or en.'),
  organisation: z.string().trim().min(1).max(200),
  password: z.string().min(12, 'A password has at least 12 characters.').max(1_000),
});

/** Makes an administrator of every organisation of an institution; in an empty database the institution too. */
export const operatorCreateCommand: Command = {
  name: 'operator create',
  summary: 'make an administrator; in an empty database also the first institution and organisation',
  usage:
    '--email ADDRESS --name NAME [--locale fr|en] [--organisation NAME] [--institution CODE] [--password-stdin]',
  run: async (args, settings) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        locale: { type: 'string', default: 'fr' },
        organisation: { type: 'string', default: 'Placet' },
        institution: { type: 'string' },
        'password-stdin': { type: 'boolean', default: false },
      },
    });
    const given = values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
    const made = randomBytes(15).toString('base64url');
    const input = Input.safeParse({ ...values, password: given ?? made });
    if (!input.success) throw new UsageError(input.error.issues.map(({ message }) => message).join('\n'));
    const { email, name, locale, organisation, password } = input.data;

    await withDatabases(settings, async (databases) => {
      if (await isKnown(databases, email)) throw new UsageError(`${email} is an operator already.`);
      const house =
        (await findHouse(databases, values.institution ?? null)) ??
        (await makeHouse(databases, organisation, locale));
      await setUpOperator(callIn(databases.application, house.institutionId), {
        email,
        name,
        password,
        locale,
        demo: false,
        roles: house.organisationIds.map((organisationId) => ({ organisationId, role: 'administrator' })),
      });
    });
    process.stdout.write(`${email} is an administrator.${given === null ? ` Password: ${password}` : ''}\n`);
    return 0;
  },
};

async function isKnown({ owner }: Databases, email: string): Promise<boolean> {
  const operators = owner.queries().selectFrom('operator').select('id');
  return (await operators.where('email', '=', email.toLowerCase()).executeTakeFirst()) !== undefined;
}
