import { WithStartWorkflowOperation, WorkflowIdConflictPolicy } from '@temporalio/client';
import type { MailMark } from '../../activities/mail-guard/mail-mark.ts';
import { mailGuardProcessId } from '../../rules/processes.ts';
import { takeOverMark, tellMark } from '../contracts/mail-mark.ts';
import { taskQueues } from '../contracts/task-queues.ts';
import type { mailGuard } from '../letters/mail-guard.workflow.ts';
import type { TemporalClient } from './client.ts';

const ANSWER_MS = 10_000;

/** The mark as the guard keeps it, outside the database. */
export interface GuardBook {
  /** Tells the guard a mark and answers what it knows afterwards; a guard that does not exist begins with this mark. */
  tell(mark: MailMark): Promise<MailMark>;
  /** Has the guard go on from this mark, of a database a person has accepted. */
  takeOver(mark: MailMark): Promise<MailMark>;
}

/** The guard's book in Temporal. Its word is durable once it is answered. */
export function createGuardBook({ client, within }: TemporalClient): GuardBook {
  const update = (message: typeof tellMark, mark: MailMark): Promise<MailMark> =>
    within(ANSWER_MS, () =>
      client.workflow.executeUpdateWithStart(message, {
        args: [mark],
        startWorkflowOperation: new WithStartWorkflowOperation<typeof mailGuard>('mailGuard', {
          workflowId: mailGuardProcessId,
          taskQueue: taskQueues.stories,
          args: [mark],
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        }),
      }),
    );
  return { tell: (mark) => update(tellMark, mark), takeOver: (mark) => update(takeOverMark, mark) };
}
