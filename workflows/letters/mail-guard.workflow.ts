import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { MailMark } from '../../activities/mail-guard/mail-mark.ts';
import { takeOverMark, tellMark } from '../contracts/mail-mark.ts';

/**
 * Remembers, outside the database, which database lets letters out and how far it has come. A database restored to an
 * older state cannot know that it is old; this story does. It is told before letters leave, and never ends.
 */
export async function mailGuard(known: MailMark): Promise<void> {
  let mark = known;
  setHandler(tellMark, (told) => {
    if (told.identity === mark.identity && told.mark > mark.mark) mark = told;
    return mark;
  });
  setHandler(takeOverMark, (accepted) => {
    mark = accepted;
    return mark;
  });
  await condition(() => workflowInfo().continueAsNewSuggested);
  await continueAsNew<typeof mailGuard>(mark);
}
