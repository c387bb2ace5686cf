import type { CheckErrors } from './typed-checks';

/** What each field of the checks is called, wherever it is named. */
export const CHECK_FIELDS: Record<keyof CheckErrors, string> = {
  min: 'Smallest value',
  max: 'Largest value',
  minLength: 'Shortest length',
  maxLength: 'Longest length',
  allowed: 'Allowed values',
};

/** The first thing that is wrong, with its field: "largest value: less than the smallest, 10"; null when nothing is. */
export function checkErrorWords(errors: CheckErrors): string | null {
  for (const [field, name] of Object.entries(CHECK_FIELDS)) {
    const error = errors[field as keyof CheckErrors];
    if (error !== undefined) return `${name.toLowerCase()}: ${error}`;
  }
  return null;
}
