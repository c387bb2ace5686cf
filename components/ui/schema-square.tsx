/** CSS colour of a schema's slot (1 to 8, 9 for all further schemas and for files). */
export function schemaColour(slot: number): string {
  return `var(--schema-${slot >= 1 && slot <= 8 ? slot : 9})`;
}

/** The small square in the schema's colour. Always write the schema's name beside it. */
export function SchemaSquare({ slot }: { slot: number }) {
  return (
    <span
      aria-hidden="true"
      style={{ background: schemaColour(slot) }}
      className="inline-block size-2 shrink-0 rounded-[2px] forced-color-adjust-none"
    />
  );
}
