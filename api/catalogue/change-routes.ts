import { z } from 'zod';
import { cancelPerformance } from '../../activities/catalogue/cancel-performance.ts';
import { changeConfiguration } from '../../activities/catalogue/change-configuration.ts';
import { previewChange } from '../../activities/catalogue/changing/performance-preview.ts';
import { movePerformance } from '../../activities/catalogue/move-performance.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import {
  CancelPerformanceBody,
  ChangeConfigurationBody,
  MovePerformanceBody,
  PerformanceChangedBody,
  PerformancePreviewBody,
  PreviewCancelBody,
  PreviewConfigurationBody,
  PreviewMoveBody,
} from './change-schema.ts';

const Id = z.strictObject({ id: z.uuid() });
const tags = ['performances'];
const right = 'catalogue.performances:execute';
const guided =
  'Needs the fingerprint of its preview; 409 `performance.previewStale` with a new preview in `current` when something else would be done now, 409 `performance.state` for a cancelled performance.';

const previewMove = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/preview-move-performance',
  summary: 'Who is affected when a performance moves',
  description:
    'Changes nothing. Due dates are told as they are, from the move on, and once the letter has left.',
  tags,
  right,
  version: 'none',
  params: Id,
  body: PreviewMoveBody,
  answers: { 200: PerformancePreviewBody },
  handle: ({ params, body, read }) =>
    read((db, scope) =>
      previewChange(db, scope, {
        verb: 'move-performance',
        performanceId: params.id,
        startsAt: body.startsAt,
      }),
    ),
});

const previewCancel = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/preview-cancel-performance',
  summary: 'Who is affected when a performance is cancelled',
  description: 'Changes nothing.',
  tags,
  right,
  version: 'none',
  params: Id,
  body: PreviewCancelBody,
  answers: { 200: PerformancePreviewBody },
  handle: ({ params, read }) =>
    read((db, scope) => previewChange(db, scope, { verb: 'cancel-performance', performanceId: params.id })),
});

const previewConfiguration = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/preview-change-configuration',
  summary: 'What another configuration makes of a performance',
  description:
    'Changes nothing. Says, option by option, whether its places stay, get other seats or find none, and what contingents, blocks and sales made elsewhere become.',
  tags,
  right,
  version: 'none',
  params: Id,
  body: PreviewConfigurationBody,
  answers: { 200: PerformancePreviewBody },
  handle: ({ params, body, read }) =>
    read((db, scope) =>
      previewChange(db, scope, { verb: 'change-configuration', performanceId: params.id, ...body }),
    ),
});

const configuration = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/change-configuration',
  summary: 'Give a performance with its options another configuration',
  description: `Nobody changes category or price, nothing is oversold. Contacts who know their seats and get others are owed one letter. 409 \`configuration.unfit\` while held options find no place and \`takeBack\` is not set, \`configuration.promisedMoves\` while validated or paid ones would be reseated and \`movePromised\` is not set, \`configuration.promisedUnfit\` when what is promised for good finds no place. ${guided}`,
  tags,
  right,
  params: Id,
  body: ChangeConfigurationBody,
  answers: { 200: PerformanceChangedBody },
  handle: async ({ params, body, ifMatch, caller }) => {
    const answer = await changeConfiguration(caller(), {
      ...body,
      performanceId: params.id,
      version: ifMatch,
      reason: body.reason || null,
    });
    return new Reply(answer, { headers: { ETag: `"${answer.version}"` } });
  },
});

const move = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/move-performance',
  summary: 'Move a performance with its options',
  description: `Due dates are postponed at once, or brought forward when the letter that says so has left; the contact of each live option is owed one letter. ${guided}`,
  tags,
  right,
  params: Id,
  body: MovePerformanceBody,
  answers: { 200: PerformanceChangedBody },
  handle: async ({ params, body, ifMatch, caller }) => {
    const { startsAt, preview, reason } = body;
    const answer = await movePerformance(caller(), {
      performanceId: params.id,
      version: ifMatch,
      startsAt,
      preview,
      reason: reason || null,
    });
    return new Reply(answer, { headers: { ETag: `"${answer.version}"` } });
  },
});

const cancel = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/cancel-performance',
  summary: 'Cancel a performance with its options',
  description: `Every live option ends as cancelled, its places go back, its order is countered, and its contact is owed one letter with the motive. ${guided}`,
  tags,
  right,
  params: Id,
  body: CancelPerformanceBody,
  answers: { 200: PerformanceChangedBody },
  handle: async ({ params, body, ifMatch, caller }) => {
    const answer = await cancelPerformance(caller(), { performanceId: params.id, version: ifMatch, ...body });
    return new Reply(answer, { headers: { ETag: `"${answer.version}"` } });
  },
});

/** The guided changes of a performance with options, each with its preview. */
export const performanceChangeRoutes: readonly Route[] = [
  previewMove,
  previewCancel,
  previewConfiguration,
  move,
  cancel,
  configuration,
];
