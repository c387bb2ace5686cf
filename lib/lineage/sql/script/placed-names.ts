import type { SqlDialect } from '../dialect';
import { followUses, usedPlace } from '../split/used-place';
import type { NameParts, Statement } from '../statement';

/** A name at an offset with what the USE statements before it say. */
export function placedNames(
  statements: readonly Statement[],
  dialect: SqlDialect,
  database: string | null,
): (name: NameParts, offset: number) => NameParts {
  const uses = statements.flatMap(({ kind, tokens, range: { start } }) => {
    const use = kind === 'other' ? usedPlace(tokens, dialect) : null;
    return use === null ? [] : [{ use, start }];
  });
  const follow = followUses(
    uses.map(({ use }) => use),
    database,
  );
  const places = uses.map(({ use, start }) => {
    follow.moveTo(use);
    return { start, place: follow.place };
  });
  return (name, offset) => {
    const { place } = places.findLast(({ start }) => start < offset) ?? {};
    const [last = '', schema = '', itsDatabase = ''] = name.toReversed();
    if (place === undefined) return name;
    const whole = [itsDatabase || (place.database ?? ''), schema || (place.schema ?? ''), last];
    return whole.slice(whole.findIndex((part) => part !== ''));
  };
}
