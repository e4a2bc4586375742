/** What the schedules have done. */
export interface UpkeepActivities {
  /** Wakes the stories of rows that are overdue, and sweeps what is past its keeping. */
  reconcile(): Promise<void>;
  /** Recounts every stock row of every institution. */
  checkAllGauges(): Promise<void>;
}
