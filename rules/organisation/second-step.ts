/** How an operator stands to the second factor: has one, owes one by a role they hold, or neither. */
export type SecondFactorState = 'none' | 'required' | 'enrolled';

/** What was shown when a session was opened: one factor (a password, an issuer's word) or two. */
export type Assurance = 'one' | 'two';

/** What is still to be done before a session counts. */
export type SecondStep = 'code' | 'enrol';

/** The step that somebody owes after a first factor; null: the session counts as it is. */
export function stepOwed(state: SecondFactorState, assurance: Assurance): SecondStep | null {
  if (assurance === 'two') return null;
  switch (state) {
    case 'enrolled':
      return 'code';
    case 'required':
      return 'enrol';
    case 'none':
      return null;
  }
}
