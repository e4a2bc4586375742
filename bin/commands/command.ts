import type { Settings } from '../settings.ts';

/** One command of the command line. */
export type Command = {
  /** As typed, for example `operator create`. */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The arguments, as the help shows them. */
  usage: string;
  /** @returns the exit code. @throws with a message for the person who typed it. */
  run(args: readonly string[], settings: Settings): Promise<number>;
};

/** What was typed is not what the command takes; the message says what is wrong, the usage is shown below it. */
export class UsageError extends Error {}
