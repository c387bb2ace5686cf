import { z } from 'zod';

/** A name as a person types it: 1 to 80 characters, no control or bidirectional-override characters. */
export const DisplayName = z
  .string()
  .trim()
  .min(1, 'a name of 1 to 80 characters')
  .max(80, 'a name of 1 to 80 characters')
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'a name without control characters');

/** Who did something. `verified` is false when the name was only typed (identity mode `none`). */
export const Owner = z.object({ name: DisplayName, verified: z.boolean() });
export type Owner = z.infer<typeof Owner>;

/** The owner in identity mode `none`: the typed name, or "Someone" when none was given; never verified. */
export function unverifiedOwner(name: string | undefined): Owner {
  return { name: name ?? 'Someone', verified: false };
}
