import 'server-only';
import { importsState } from '../records/imports-state';

/** Below this the fixed cost of a publish hides what a row costs. */
const ROWS_MIN = 5000;

/** Learns from a past publish how long one record takes, for the time left of later ones. */
export function rememberPublishTime(ms: number, rows: number): void {
  if (rows >= ROWS_MIN) importsState().publishMsPerRow = ms / rows;
}
