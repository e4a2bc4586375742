import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { taskQueues } from '../contracts/task-queues.ts';
import type { createActivities } from './activities.ts';
import type { Log } from './log.ts';

export interface WorkersSettings {
  temporalAddress: string;
  temporalNamespace: string;
  maxCachedWorkflows: number;
  bundle: WorkflowBundleOption;
  activities: ReturnType<typeof createActivities>;
  log: Log;
}

export interface Workers {
  /** Resolves when they have been stopped; rejects when one of them cannot go on. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Together under the 15 seconds in which everything has to be stopped. */
const patience = {
  stories: { shutdownGraceTime: '3 seconds', shutdownForceTime: '5 seconds' },
  documents: { shutdownGraceTime: '6 seconds', shutdownForceTime: '8 seconds' },
} as const;

/**
 * Starts the two workers: stories with their quick steps, and documents.
 * @throws when Temporal does not answer.
 */
export async function startWorkers(settings: WorkersSettings): Promise<Workers> {
  const { temporalAddress, temporalNamespace: namespace, activities, log } = settings;
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const workers = await createBoth(connection, namespace, activities, settings).catch(
    async (error: unknown) => {
      await connection.close();
      throw error;
    },
  );
  const lives = workers.map((worker) => ({ worker, life: worker.run() }));
  const ended = Promise.all(lives.map(({ life }) => life)).then(() => undefined);
  ended.catch(() => undefined); // whoever waits for the end hears of it
  return {
    ended,
    stop: async () => {
      // Documents first: a letter on its way may still need a story to answer.
      for (const { worker, life } of lives) {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await life.catch((error: unknown) => log.warn({ err: error }, 'a worker did not end in good order'));
      }
      await connection.close();
    },
  };
}

/** Documents, then stories. */
function createBoth(
  connection: NativeConnection,
  namespace: string,
  activities: WorkersSettings['activities'],
  { bundle, maxCachedWorkflows }: WorkersSettings,
): Promise<Worker[]> {
  const common = { connection, namespace };
  return Promise.all([
    Worker.create({
      ...common,
      ...patience.documents,
      taskQueue: taskQueues.documents,
      activities: { ...activities.documents },
      maxConcurrentActivityTaskExecutions: 6,
      activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 6 },
    }),
    Worker.create({
      ...common,
      ...patience.stories,
      taskQueue: taskQueues.stories,
      workflowBundle: bundle,
      activities: { ...activities.stories },
      maxCachedWorkflows,
      stickyQueueScheduleToStartTimeout: '3 seconds', // after a kill the next message waits this long
      workflowThreadPoolSize: 1,
      maxConcurrentLocalActivityExecutions: 8, // each holds a connection of the pool
      maxConcurrentActivityTaskExecutions: 2,
      workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, initial: 2, maximum: 8 },
      activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 1, maximum: 2 },
    }),
  ]);
}
