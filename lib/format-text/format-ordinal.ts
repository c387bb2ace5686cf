const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** A place in line: `1st`, `2nd`, `11th`. */
export function formatOrdinal(place: number): string {
  return `${place}${SUFFIXES[rules.select(place)] ?? 'th'}`;
}
