/** What the schedules have done. */
export interface UpkeepActivities {
  /** Wakes the stories of rows that are overdue, and sweeps what is past its keeping. */
  reconcile(): Promise<void>;
  /** Has every step of a release plan done that is due by the story's clock, or the database's. */
  releaseContingents(input: { now: string }): Promise<void>;
  /** Recounts every stock row of every institution. */
  checkAllGauges(): Promise<void>;
}
