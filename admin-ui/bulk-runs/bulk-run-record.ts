import type { z } from 'zod';
import type { BulkRunBody, BulkRunResult } from '../../api/options/bulk-schema.ts';

/** A verb on a large selection, and how far it has come. */
export type BulkRunRow = z.output<typeof BulkRunBody>;

/** What became of one of its options. */
export type BulkRunItem = z.output<typeof BulkRunResult>;
