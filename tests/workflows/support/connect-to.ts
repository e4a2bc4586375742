import { createClient, type TemporalClient } from '../../../workflows/host/client.ts';
import type { TestTemporal } from '../../support/temporal.ts';

/** A client of the test's own. */
export function connectTo(temporal: TestTemporal): TemporalClient {
  return createClient({ temporalAddress: temporal.address, temporalNamespace: temporal.namespace });
}
