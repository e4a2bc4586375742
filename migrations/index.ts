import { Ground } from './0001-ground/index.ts';
import { WritePath } from './0002-write-path.ts';
import { ConsolePreferences } from './0003-console-preferences.ts';
import { Search } from './0004-search.ts';
import { People } from './0005-people.ts';
import { ListSearch } from './0008-list-search.ts';
import { ListWords } from './0009-list-words.ts';
import { Halls } from './0010-halls.ts';
import { ListTotals } from './0011-list-totals.ts';
import { CatalogueVersion } from './0012-catalogue-version.ts';
import { SeatedClaims } from './0013-seated-claims.ts';
import { PerformanceGuard } from './0014-performance-guard.ts';
import { PoolsAndExternalSales } from './0016-pools-and-external-sales.ts';
import { ContingentRelease } from './0017-contingent-release.ts';
import { IsolatedSeats } from './0018-isolated-seats.ts';
import { AuthorisationSettings } from './0019-authorisation-settings.ts';
import { SeatHolders } from './0020-seat-holders.ts';
import { RightsTree } from './0023-rights-tree.ts';
import { ManagedRules } from './0024-managed-rules.ts';
import { SignIn } from './0025-sign-in.ts';
import { Deadlines } from './0027-deadlines.ts';

/** Forward-only migrations, in the order they run. A migration that has landed is never edited. */
export const migrations = [
  { name: '0001-ground', class: Ground },
  { name: '0002-write-path', class: WritePath },
  { name: '0003-console-preferences', class: ConsolePreferences },
  { name: '0004-search', class: Search },
  { name: '0005-people', class: People },
  { name: '0008-list-search', class: ListSearch },
  { name: '0009-list-words', class: ListWords },
  { name: '0010-halls', class: Halls },
  { name: '0011-list-totals', class: ListTotals },
  { name: '0012-catalogue-version', class: CatalogueVersion },
  { name: '0013-seated-claims', class: SeatedClaims },
  { name: '0014-performance-guard', class: PerformanceGuard },
  { name: '0016-pools-and-external-sales', class: PoolsAndExternalSales },
  { name: '0017-contingent-release', class: ContingentRelease },
  { name: '0018-isolated-seats', class: IsolatedSeats },
  { name: '0019-authorisation-settings', class: AuthorisationSettings },
  { name: '0020-seat-holders', class: SeatHolders },
  { name: '0023-rights-tree', class: RightsTree },
  { name: '0024-managed-rules', class: ManagedRules },
  { name: '0025-sign-in', class: SignIn },
  { name: '0027-deadlines', class: Deadlines },
];
