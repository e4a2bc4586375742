import type { z } from 'zod';
import type { FieldCode } from '../../../rules/messages/codes.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { planLimits } from './plan-limits.ts';

/** Gathers the faults of a file, each with its place such as `zones[2].rows[5].seats[7].seat_guid`, up to a limit. */
export class PlanFaults {
  readonly #errors: FieldError[] = [];

  add(path: string, code: FieldCode): void {
    if (this.full) return;
    this.#errors.push({ path, code });
  }

  /** The value as its schema has it; null, with its faults told, when it does not fit. */
  read<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.output<Schema> | null {
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      this.add(
        issue.path.reduce((place: string, part) => within(place, part), path),
        codeOf(issue),
      );
    }
    return null;
  }

  /** So many that more would help nobody: the reading may stop. */
  get full(): boolean {
    return this.#errors.length >= planLimits.faults;
  }

  /** @throws Problem `plan.invalid` with the faults found, when there is one. */
  refuse(): void {
    if (this.#errors.length === 0) return;
    throw new Problem('plan.invalid', {
      values: { count: this.#errors.length, max: planLimits.faults },
      errors: this.#errors,
    });
  }
}

function within(place: string, part: PropertyKey): string {
  if (typeof part === 'number') return `${place}[${part}]`;
  return place === '' ? String(part) : `${place}.${String(part)}`;
}

function codeOf(issue: z.core.$ZodIssue): FieldCode {
  if ('input' in issue && issue.input === undefined) return 'field.required';
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_union':
      return 'field.type';
    case 'too_small':
      return issue.origin === 'number' ? 'field.tooSmall' : 'field.tooShort';
    case 'too_big':
      return issue.origin === 'number' ? 'field.tooLarge' : 'field.tooLong';
    case 'invalid_format':
      return 'field.format';
    case 'invalid_value':
      return 'field.choice';
    default:
      return 'field.invalid';
  }
}
