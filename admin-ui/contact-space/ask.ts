import type { z } from 'zod';
import type {
  CategoriesBody,
  OwnOptionBody,
  OwnOptionsBody,
  ProgrammeBody,
} from '../../api/contact-space/schema.ts';
import { type RequestOptions, request } from '../provider/request.ts';

/** Who is in. */
export interface SpaceSession {
  contact: { number: number; name: string };
  /** The structure a relay acts for. */
  actsFor: string | null;
  houses: string[];
  institution: string;
  locale: string;
}

export type OwnOptions = z.output<typeof OwnOptionsBody>;
export type OwnOption = z.output<typeof OwnOptionBody>;
export type OpenProgramme = z.output<typeof ProgrammeBody>;
export type OpenEvent = OpenProgramme['events'][number];
export type OpenCategories = z.output<typeof CategoriesBody>;

/** Asks the contact's own doors, and answers what they say. @throws ProblemError */
export async function ask<Data>(path: string, options: RequestOptions = {}): Promise<Data> {
  const { body } = await request(`/contact-space${path}`, options);
  return JSON.parse(body);
}
