import 'server-only';

/**
 * A declared dependency does not tell how one object uses another. Where the definition was read, it is proof for what was
 * read: it stands at each edge between the two that was, in the direction and kind found there, else at its own.
 * `rows`: a subselect of evidence; the answer is one too, with the same columns.
 */
export function placedEvidence(rows: string): string {
  return `(
  WITH proofs AS (
    SELECT *, least(from_object, to_object) AS one, greatest(from_object, to_object) AS other FROM ${rows} AS e),
  found AS (
    SELECT DISTINCT source, object, one, other, from_object, to_object, kind FROM proofs WHERE method = 'parsed')
  SELECT p.* EXCLUDE (one, other) REPLACE (coalesce(f.from_object, p.from_object) AS from_object,
    coalesce(f.to_object, p.to_object) AS to_object, coalesce(f.kind, p.kind) AS kind)
  FROM proofs AS p LEFT JOIN found AS f ON p.method = 'declared' AND f.source = p.source AND f.object = p.object
    AND f.one = p.one AND f.other = p.other)`;
}
