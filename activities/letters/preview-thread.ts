import { parentPort, workerData } from 'node:worker_threads';
import type { Tried } from './preview-letter.ts';
import { renderDocument } from './render-document.ts';
import { renderLetter } from './render-letter.ts';

/** Sets one letter, told back whole; fonts and templates are loaded here and go with the thread. */
const { kind, snapshot }: Pick<Tried, 'kind' | 'snapshot'> = workerData;
const { subject, html, text } = renderLetter(kind, snapshot);
const document = await renderDocument(kind, snapshot);
parentPort?.postMessage({ subject, html, text, document: document.toString('base64') });
