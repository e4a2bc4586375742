import { activityInfo, cancelled, heartbeat } from '@temporalio/activity';
import { advanceImpact } from '../../activities/authorisation/impact.ts';
import { giveUpLetter } from '../../activities/letters/give-up-letter.ts';
import { observeLetter } from '../../activities/letters/observe-letter.ts';
import { type LetterPost, sendLetter } from '../../activities/letters/send-letter.ts';
import { advanceBulkRun } from '../../activities/options/bulk/advance-run.ts';
import { meetOption } from '../../activities/options/meet-option.ts';
import { observeOption } from '../../activities/options/observe-option.ts';
import { meetBasket } from '../../activities/orders/meet-basket.ts';
import { meetOrder } from '../../activities/orders/meet-order.ts';
import { observeBasket } from '../../activities/orders/observe-basket.ts';
import { observeOrder } from '../../activities/orders/observe-order.ts';
import { institutionIds, reconcileOverdue } from '../../activities/reconcile/reconcile.ts';
import { sweep } from '../../activities/reconcile/sweep.ts';
import { checkGauges } from '../../activities/stock/check-gauges.ts';
import { releaseDue } from '../../activities/stock/release-due.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import type { Database } from '../../database/database.ts';
import type { BulkActivities } from '../contracts/bulk-activities.ts';
import type { ImpactActivities } from '../contracts/impact-activities.ts';
import type { LetterActivities, LetterDelivery } from '../contracts/letter-activities.ts';
import type { OptionActivities } from '../contracts/option-activities.ts';
import type { BasketActivities, OrderActivities } from '../contracts/order-activities.ts';
import type { UpkeepActivities } from '../contracts/upkeep-activities.ts';
import type { Log } from './log.ts';

export interface ActivitySettings {
  database: Database;
  post: LetterPost;
  log: Log;
}

type StoryActivities = BulkActivities &
  ImpactActivities &
  OptionActivities &
  OrderActivities &
  BasketActivities &
  LetterActivities &
  UpkeepActivities;

/** The verbs as the stories call them, by the queue that carries them. */
export function createActivities({ database, post, log }: ActivitySettings): {
  stories: StoryActivities;
  documents: LetterDelivery;
} {
  return {
    stories: {
      observeOption: ({ institutionId, optionId }) => observeOption(database, institutionId, optionId),
      meetOption: async ({ institutionId, optionId, dueAt, now }) => {
        await meetOption({ ...processCaller(database, institutionId), now }, { optionId, dueAt });
      },
      observeOrder: ({ institutionId, orderId }) => observeOrder(database, institutionId, orderId),
      meetOrder: async ({ institutionId, orderId, dueAt, now }) => {
        await meetOrder({ ...processCaller(database, institutionId), now }, { orderId, dueAt });
      },
      observeBasket: ({ institutionId, basketId }) => observeBasket(database, institutionId, basketId),
      meetBasket: async ({ institutionId, basketId, dueAt, now }) => {
        await meetBasket({ ...processCaller(database, institutionId), now }, { basketId, dueAt });
      },
      advanceImpact: ({ institutionId, impactId }) =>
        advanceImpact(processCaller(database, institutionId), { impactId }, heartbeat),
      advanceBulkRun: ({ institutionId, bulkRunId }) =>
        advanceBulkRun(
          processCaller(database, institutionId),
          { bulkRunId, isLastTry: activityInfo().attempt >= PATIENCE },
          heartbeat,
        ),
      observeLetter: ({ institutionId, letterId }) => observeLetter(database, institutionId, letterId),
      giveUpLetter: ({ institutionId, letterId }) =>
        giveUpLetter(processCaller(database, institutionId), { letterId }),
      reconcile: async () => {
        const woken = await reconcileOverdue(database, heartbeat);
        if (woken.options + woken.orders + woken.baskets + woken.letters > 0)
          log.info({ woken }, 'overdue stories were woken');
        await sweep(database);
      },
      releaseContingents: async ({ now }) => {
        for (const institutionId of await institutionIds(database)) {
          const released = await releaseDue(
            { ...processCaller(database, institutionId), now },
            {
              failed: (step, failure) =>
                log.error({ alert: 'stock.release', step, err: failure }, 'a release could not be done'),
              progress: heartbeat,
            },
          );
          if (released.steps > 0) log.info({ released }, 'places were released');
        }
      },
      checkAllGauges: async () => {
        for (const institutionId of await institutionIds(database)) {
          const { drift } = await checkGauges(processCaller(database, institutionId), {}, heartbeat);
          if (drift.length > 0)
            log.error({ alert: 'stock.drift', drift }, 'stock rows do not say what their claims add up to');
        }
      },
    },
    documents: {
      sendLetter: async ({ institutionId, letterId }) => {
        const beat = setInterval(heartbeat, HEARTBEAT_MS);
        try {
          const caller = processCaller(database, institutionId);
          const requestId = `${caller.requestId}/${activityInfo().attempt}`;
          // A worker that stops gives the attempt up, so that the next one need not wait for our silence to be noticed.
          await Promise.race([sendLetter({ ...caller, requestId }, { letterId }, post), cancelled()]);
        } finally {
          clearInterval(beat);
        }
      },
    },
  };
}

const HEARTBEAT_MS = 2_000;
/** Tries of a portion before what failed is told of its options. */
const PATIENCE = 5;

/** A story as the caller of a verb; a step that is tried again is the same call. */
function processCaller(database: Database, institutionId: string): VerbCaller {
  const { workflowExecution, activityId } = activityInfo();
  const { workflowId, runId } = workflowExecution ?? { workflowId: '', runId: '' };
  return {
    database,
    institutionId,
    actor: { type: 'process', id: workflowId, name: 'Placet', rights: 'all', organisationIds: 'all' },
    requestId: `${workflowId}/${runId}/${activityId}/${institutionId}`,
  };
}
