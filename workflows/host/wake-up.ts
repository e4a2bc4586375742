import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import { parseProcessId } from '../../rules/processes.ts';
import type { impactStory } from '../authorisation/impact-story.workflow.ts';
import { lookAgain } from '../contracts/look-again.ts';
import { taskQueues } from '../contracts/task-queues.ts';
import type { letterStory } from '../letters/letter-story.workflow.ts';
import type { bulkStory } from '../options/bulk-story.workflow.ts';
import type { optionStory } from '../options/option-story.workflow.ts';
import type { basketStory } from '../orders/basket-story.workflow.ts';
import type { reservationStory } from '../orders/reservation-story.workflow.ts';

/** A job of the outbox: which process, behind which wall. */
export interface WakeUp {
  process: string;
  institutionId: string;
}

/** Reads a job's payload. @throws Error when it is not a wake-up. */
export function readWakeUp(payload: unknown): WakeUp {
  if (typeof payload === 'object' && payload !== null && 'process' in payload && 'institutionId' in payload) {
    const { process, institutionId } = payload;
    if (typeof process === 'string' && typeof institutionId === 'string') return { process, institutionId };
  }
  throw new Error(`Not a wake-up: ${JSON.stringify(payload)}`);
}

const nothing: [] = [];

/**
 * Tells a story to look again, and starts it when it does not run.
 * @throws Error when no story carries the process, or Temporal does not take the signal.
 */
export async function deliverWakeUp(client: Client, { process, institutionId }: WakeUp): Promise<void> {
  const options = {
    workflowId: process,
    taskQueue: taskQueues.stories,
    signal: lookAgain,
    signalArgs: nothing,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  };
  const parsed = parseProcessId(process);
  switch (parsed?.kind) {
    case 'option':
      await client.workflow.signalWithStart<typeof optionStory, []>('optionStory', {
        ...options,
        args: [{ optionId: parsed.id, institutionId }],
      });
      return;
    case 'reservation':
      await client.workflow.signalWithStart<typeof reservationStory, []>('reservationStory', {
        ...options,
        args: [{ orderId: parsed.id, institutionId }],
      });
      return;
    case 'basket':
      await client.workflow.signalWithStart<typeof basketStory, []>('basketStory', {
        ...options,
        args: [{ basketId: parsed.id, institutionId }],
      });
      return;
    case 'letter':
      await client.workflow.signalWithStart<typeof letterStory, []>('letterStory', {
        ...options,
        args: [{ letterId: parsed.id, institutionId }],
      });
      return;
    case 'bulk':
      await client.workflow.signalWithStart<typeof bulkStory, []>('bulkStory', {
        ...options,
        args: [{ bulkRunId: parsed.id, institutionId }],
      });
      return;
    case 'impact':
      await client.workflow.signalWithStart<typeof impactStory, []>('impactStory', {
        ...options,
        args: [{ impactId: parsed.id, institutionId }],
      });
      return;
    default:
      throw new Error(`No story carries ${process}.`);
  }
}
