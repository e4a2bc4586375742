/** Which impact a story works out; the institution is the wall its verbs work behind. */
export interface ImpactStoryInput {
  impactId: string;
  institutionId: string;
}

/** What the story of an impact asks of the world. */
export interface ImpactActivities {
  /** Works out the next part; `more` is false when all is done, or it was cancelled. */
  advanceImpact(input: ImpactStoryInput): Promise<{ more: boolean }>;
}
