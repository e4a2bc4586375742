/** Which verb on a large selection a story carries; the institution is the wall its verbs work behind. */
export interface BulkStoryInput {
  bulkRunId: string;
  institutionId: string;
}

/** What the story of a verb on a large selection asks of the world. */
export interface BulkActivities {
  /** Does the next portion; `more` is false when all options are answered. */
  advanceBulkRun(input: BulkStoryInput): Promise<{ more: boolean }>;
}
