/** The second thread of `UnchangedSearch`. */
import { workerData } from 'node:worker_threads';
import { searchLines } from './unchanged.ts';

searchLines(workerData);
