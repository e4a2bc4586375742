import { text } from 'node:stream/consumers';
import { Worker } from '@temporalio/worker';
import { logTemporal } from '../../../workflows/host/log.ts';
import { quietLog, testBundle } from '../../workflows/support/bundle.ts';

/**
 * Replays histories, a JSON list on standard input, and answers for each what went wrong, or null. A process of its
 * own: the SDK does not recognise its own message types inside jest's module registry.
 */
logTemporal(quietLog());
const histories: unknown[] = JSON.parse(await text(process.stdin));
const workflowBundle = await testBundle();
const answers: (string | null)[] = [];
for (const history of histories) {
  answers.push(
    await Worker.runReplayHistory({ workflowBundle }, history).then(
      () => null,
      (error: unknown) => String(error),
    ),
  );
}
process.stdout.write(JSON.stringify(answers));
process.exit(0);
