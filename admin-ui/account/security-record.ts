import type { Device } from '../../rules/organisation/device.ts';
import type { SecondFactorState } from '../../rules/organisation/second-step.ts';
import type { Text } from '../messages/use-text.ts';

/** A browser in which somebody is signed in. */
export type OpenSession = {
  id: string;
  device: Device | null;
  openedAt: string;
  seenAt: string;
  current: boolean;
};

/** How an operator comes in, and where they are in now. */
export type OperatorSecurity = {
  sessions: readonly OpenSession[];
  secondFactor: { state: SecondFactorState; confirmedAt: string | null; recoveryCodes: number };
  linkedAt: string | null;
};

/** The same of oneself. `fresh`: signed in a short while ago, so no password is asked for. */
export type AccountSecurity = OperatorSecurity & { fresh: boolean };

/** What an authenticator is given, once. */
export type Enrolment = { secret: string; uri: string; qrCode: string };

export type RecoveryCodesAnswer = { recoveryCodes: readonly string[] };

/** A device in plain words: « Firefox sur Windows ». */
export function deviceText(device: Device | null, text: Text): string {
  const { browser, system } = device ?? { browser: 'other', system: 'other' };
  return text('account.sessions.device', {
    browser: text(`account.sessions.browser.${browser}`),
    system: text(`account.sessions.system.${system}`),
  });
}
