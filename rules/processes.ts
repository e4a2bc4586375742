/**
 * The long stories and their names, both ways (design section 3 "Processes"). A process is found from its row by
 * `processId`, and its row from a workflow id by `parseProcessId`. No import: workflow code reads this file.
 */

/** Kinds of processes that belong to one row each. */
export const processKinds = [
  'option',
  'reservation',
  'waiting-list',
  'basket',
  'distributor',
  'bulk',
  'invoicing',
  'invoice',
  'web-sales-batch',
  'letter',
  'impact',
] as const;
export type ProcessKind = (typeof processKinds)[number];

/** The process that holds the mail of a database older than what was already sent (design section 3, point 7). */
export const mailGuardProcessId = 'mail-guard';

/** Ids of the schedules. */
export const scheduleIds = {
  reconcile: 'reconcile',
  gaugeCheck: 'gauge-check',
  contingentRelease: 'contingent-release',
} as const;

/** The workflow id of each process, from the id of its row. */
export const processId = {
  option: (optionId: string): string => `option/${optionId}`,
  reservation: (orderId: string): string => `reservation/${orderId}`,
  waitingList: (performanceId: string): string => `waiting-list/${performanceId}`,
  basket: (basketId: string): string => `basket/${basketId}`,
  distributor: (interfaceId: string): string => `distributor/${interfaceId}`,
  bulk: (bulkRunId: string): string => `bulk/${bulkRunId}`,
  invoicing: (runId: string): string => `invoicing/${runId}`,
  invoice: (invoiceId: string): string => `invoice/${invoiceId}`,
  webSalesBatch: (batchId: string): string => `web-sales-batch/${batchId}`,
  letter: (letterId: string): string => `letter/${letterId}`,
  impact: (impactId: string): string => `impact/${impactId}`,
} as const;

/** The kind of process and the id of its row, or null when the workflow id is not one of ours. */
export function parseProcessId(workflowId: string): { kind: ProcessKind; id: string } | null {
  const slash = workflowId.indexOf('/');
  const id = workflowId.slice(slash + 1);
  if (slash < 0 || id === '' || id.includes('/')) return null;
  const kind = processKinds.find((candidate) => candidate === workflowId.slice(0, slash));
  return kind === undefined ? null : { kind, id };
}
