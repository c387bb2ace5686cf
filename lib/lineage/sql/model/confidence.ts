import type { FrameFacts } from '../bind/frame';
import type { BodyStatement } from '../ir/body';

const doubts = new Set(['unresolved-name', 'ambiguous-column']);

/**
 * How sure a statement's edges are: 0.95 when the parser read it and every name was found, 0.8 with a name that was not or a
 * repair that may have dropped something, 0.5 from tokens alone. Disagreement between parser and scanner takes 0.15.
 */
export function confidenceOf(statement: BodyStatement, { problems }: FrameFacts): number {
  if (statement.outcome === 'scanned') return 0.5;
  const doubtful = statement.lossy || problems.some(({ code }) => doubts.has(code));
  const disagree = problems.some(({ code }) => code === 'extractors-disagree');
  return Math.round(((doubtful ? 0.8 : 0.95) - (disagree ? 0.15 : 0)) * 100) / 100;
}

/** Text put together at reading is less sure: 0.5, and 0.3 when parts of it are unknown. */
export function foldedConfidence(holes: boolean): number {
  return holes ? 0.3 : 0.5;
}
