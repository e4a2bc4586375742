import type { z } from 'zod';
import type { ReleaseBody } from '../../api/stock/template-schema.ts';

/** A step that was done, and whether it was taken back. */
export type ReleaseRow = z.output<typeof ReleaseBody>;
