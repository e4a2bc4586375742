/** Which option a story is about; the institution is the wall its verbs work behind. */
export interface OptionStoryInput {
  optionId: string;
  institutionId: string;
}

/** What the story of an option asks of the world. Instants are ISO strings in UTC. */
export interface OptionActivities {
  /** When something is next due on the option; null when nothing is waited for. */
  observeOption(input: OptionStoryInput): Promise<{ nextAt: string | null }>;
  /** Has what was due at `dueAt` done, if it still is; `now` is the story's own clock. */
  meetOption(input: OptionStoryInput & { dueAt: string; now: string }): Promise<void>;
}
