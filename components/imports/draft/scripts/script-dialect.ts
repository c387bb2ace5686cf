import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import { proposeDialect } from '@/lib/lineage/sql/propose-dialect';
import type { DraftChoices } from '../draft-choices';
import type { DraftFile } from '../draft-file';

/** The dialect that was chosen, else the one that the scripts look like: one for all, because it is the source's. */
export function scriptDialect(
  files: readonly DraftFile[],
  { dialect }: Pick<DraftChoices, 'dialect'>,
): SqlDialect {
  if (dialect !== null) return dialect;
  const texts = files.flatMap(({ preview }) => (preview?.kind === 'script' ? [preview.text] : []));
  return (texts.length === 0 ? null : proposed(texts)) ?? 'tsql';
}

let last: { readonly texts: readonly string[]; readonly dialect: SqlDialect | null } | undefined;

/** Every row of the list asks for the same texts. */
function proposed(texts: readonly string[]): SqlDialect | null {
  if (last?.texts.length !== texts.length || last.texts.some((text, at) => text !== texts[at]))
    last = { texts, dialect: proposeDialect(texts.map((text) => text.slice(0, SHARE)).join('\n')) };
  return last.dialect;
}

/** Enough of each that one long script does not speak for all. */
const SHARE = 20_000;
