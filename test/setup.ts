/** One seed for all properties, so that a run can be repeated; `SEED=… npm test` tries another. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_121) });
