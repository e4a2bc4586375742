import { salesChannelRecords } from '../../../activities/records/kinds/channels.ts';
import { optionProfileRecords } from '../../../activities/records/kinds/option-profiles.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import type { DemoClock } from './demo-clock.ts';
import { drawnContingents } from './demo-house.ts';

/** The channels through which structures ask for seats themselves. */
const channels = [
  { code: 'ESPACE-COLLECTIVITES', name: 'Espace des collectivités', kind: 'internet-company' },
  { code: 'ESPACE-AGENCES', name: 'Espace des agences', kind: 'internet-agency' },
] as const;

/**
 * Opens the contacts' own space: a channel for companies and one for agencies, which draw as the operators do, and a
 * profile that takes requests for five places at least in each category.
 */
export async function openOnline(
  caller: (key: string) => VerbCaller,
  database: Database,
  clock: DemoClock,
  organisationId: string,
): Promise<void> {
  const { institutionId } = caller('online');
  const codes = drawnContingents.map(({ code }) => code);
  const drawn = await database.read(institutionId, (db) =>
    db.selectFrom('contingent').select(['id', 'code']).where('code', 'in', codes).execute(),
  );
  const audience = await database.read(institutionId, (db) =>
    db
      .selectFrom('audience_category')
      .select(['id', 'code'])
      .where('code', '=', 'OCCASIONNELLE')
      .executeTakeFirst(),
  );
  const channelIds: string[] = [];
  for (const channel of channels) {
    const { id } = await createRecord(caller(`sales-channel/${channel.code}`), salesChannelRecords, {
      ...channel,
      organisationId,
      structureAudienceCategoryId: audience?.id ?? null,
      contingents: codes.flatMap((code, at) =>
        drawn
          .filter((each) => each.code === code)
          .map(({ id: contingentId }) => ({ contingentId, rank: at + 1 })),
      ),
    });
    channelIds.push(id);
  }
  await createRecord(caller('option-profile/EN-LIGNE'), optionProfileRecords, {
    organisationId,
    kind: 'seats',
    code: 'EN-LIGNE',
    name: 'Demandes en ligne',
    names: { fr: 'Demandes en ligne', en: 'Online requests' },
    startsOn: clock.day(-150),
    minimumQuantity: 5,
    channelIds,
    state: 'validated',
  });
}
