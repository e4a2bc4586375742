import { Client, Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** Calls fail at once when nobody answers: whoever calls knows best when to try again. */
export interface TemporalClient {
  client: Client;
  /** Runs calls that must be answered within some milliseconds. */
  within<T>(milliseconds: number, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A client that connects when first used, and again within a second after an outage. */
export function createClient(settings: {
  temporalAddress: string;
  temporalNamespace: string;
}): TemporalClient {
  const connection = Connection.lazy({
    address: settings.temporalAddress,
    interceptors: [],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 },
  });
  return {
    client: new Client({ connection, namespace: settings.temporalNamespace }),
    within: (milliseconds, work) => connection.withDeadline(Date.now() + milliseconds, work),
    close: () => connection.close(),
  };
}

const codes = { deadlineExceeded: 4, notFound: 5, resourceExhausted: 8, unavailable: 14 } as const;

/** True when a call failed because of the server, not because of what it asked. */
export function isOutage(error: unknown): boolean {
  const code = grpcCode(error);
  return code === codes.unavailable || code === codes.deadlineExceeded;
}

/** True when the server asks for patience: it is busy, or the same story has ended less than a second ago. */
export function isBusy(error: unknown): boolean {
  return grpcCode(error) === codes.resourceExhausted;
}

/** True when what a call named is not there. */
export function isNotFound(error: unknown): boolean {
  return grpcCode(error) === codes.notFound;
}

function grpcCode(error: unknown): number | null {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? grpcCode(error.cause) : null;
}

const RETENTION = '7 days';

/**
 * Asks Temporal for the id of its namespace, which another set of data does not share. A server without the namespace
 * is given it, with finished stories kept 7 days.
 * @throws while the server does not answer, or does not know its new namespace yet.
 */
export async function namespaceId({ client, within }: TemporalClient): Promise<string> {
  const { namespace, workflowService } = {
    namespace: client.options.namespace,
    workflowService: client.workflowService,
  };
  return within(5_000, async () => {
    try {
      const { namespaceInfo } = await workflowService.describeNamespace({ namespace });
      return namespaceInfo?.id ?? '';
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(RETENTION),
      });
      throw new Error(`Temporal was given the namespace ${namespace}.`, { cause: error });
    }
  });
}
