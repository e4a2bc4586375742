import { defineSignal } from '@temporalio/workflow';

/** The one message of every story of a row: something may have changed, look again. It carries nothing. */
export const lookAgain = defineSignal('look-again');
