/** How far a verb on a large selection has come. */
export const bulkRunStates = ['waiting', 'running', 'done'] as const;
export type BulkRunState = (typeof bulkRunStates)[number];

/** How far one option of it has come. */
export const bulkItemStates = ['waiting', 'done', 'failed'] as const;
export type BulkItemState = (typeof bulkItemStates)[number];
