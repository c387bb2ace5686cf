import type { DefinitionState } from '../contract';

/** How one definition was read, as one source tells it; `object` is its number in the graph. Counts are of statements, names or parts. */
export type DefinitionReading = {
  readonly source: string;
  readonly object: number;
  readonly definition: DefinitionState;
  readonly parsed: number;
  readonly repaired: number;
  readonly scanned: number;
  readonly dynamic: number;
  /** Of the dynamic ones: those whose text is not, or not wholly, known. */
  readonly dynamicUnread: number;
  /** Parts of statements that were left out. */
  readonly omitted: number;
  readonly unclosed: number;
  readonly unresolved: number;
  readonly ambiguous: number;
  readonly disagreements: number;
  /** All diagnostics. */
  readonly told: number;
};

export const statementsOf = ({ parsed, repaired, scanned, dynamic }: DefinitionReading): number =>
  parsed + repaired + scanned + dynamic;

/** Statements that were not read, or not wholly: columns, or everything, of them are unknown. */
export const unreadOf = ({ scanned, dynamic, dynamicUnread }: DefinitionReading): number =>
  scanned + Math.min(dynamic, dynamicUnread);

/** Something of the definition was not read, so its lineage may be incomplete. */
export function isUnread(reading: DefinitionReading): boolean {
  return (
    reading.definition !== 'read' || unreadOf(reading) > 0 || reading.omitted > 0 || reading.unclosed > 0
  );
}

/** All was read, but a name was not found, may mean two things, or parser and scanner saw different tables. */
export function isDoubtful(reading: DefinitionReading): boolean {
  return reading.told > 0 && !isUnread(reading);
}
