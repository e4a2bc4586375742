/** How far a letter may have come (design section 3.6). */
export const letterStates = ['owed', 'sending', 'sent', 'failed', 'superseded', 'bounced'] as const;
export type LetterState = (typeof letterStates)[number];
