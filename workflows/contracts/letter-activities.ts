/** Which letter a story carries; the institution is the wall its verbs work behind. */
export interface LetterStoryInput {
  letterId: string;
  institutionId: string;
}

/** The quick looks of a letter's story. */
export interface LetterActivities {
  /** True while the letter waits to be sent and mail is not held. */
  observeLetter(input: LetterStoryInput): Promise<{ owed: boolean }>;
  /** Says that the letter could not be handed over in all the time it was given. */
  giveUpLetter(input: LetterStoryInput): Promise<void>;
}

/** The slow part, on the queue of documents. */
export interface LetterDelivery {
  /** Hands the letter to the mail server. Fails when it may be tried again. */
  sendLetter(input: LetterStoryInput): Promise<void>;
}
