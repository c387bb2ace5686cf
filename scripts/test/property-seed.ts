import { configureGlobal } from 'fast-check';

/**
 * Property tests repeat the same cases in every run, so that a red run is about the change at hand. Another value of
 * PROPERTY_SEED, or `random`, looks for new cases; a failure prints the seed that repeats it.
 */
const { PROPERTY_SEED = '20250101' } = process.env;
if (PROPERTY_SEED !== 'random') configureGlobal({ seed: Number(PROPERTY_SEED) });
