/** The second thread of `findUnchanged`: takes files from the same task, and marks what it finds where all do. */
import { workerData } from 'node:worker_threads';
import { hashTaken } from './unchanged.ts';

hashTaken(workerData);
