/** The second thread of `hashFiles`: takes files from the same task, and gives back what it hashed. */
import { parentPort, workerData } from 'node:worker_threads';
import { hashTaken } from './fixity.ts';

parentPort?.postMessage(hashTaken(workerData));
