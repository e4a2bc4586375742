import type { Vault } from '../../activities/organisation/second-factor/vault.ts';
import type { CodeGuard } from '../http/code-guard.ts';
import type { SignInGuard } from '../http/sign-in-guard.ts';
import type { Issuer } from './issuer.ts';

/** What the doors of sign-in need of the house. */
export interface SignInHouse {
  demo: boolean;
  guard: SignInGuard;
  codes: CodeGuard;
  vault: Vault;
  /** null: nobody is vouched for by others. */
  issuer: Issuer | null;
}
