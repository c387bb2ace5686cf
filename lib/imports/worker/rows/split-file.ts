import type { SplitFile } from '../split-rejects';
import type { TextRowFile } from './row-file';

/** A text of rows as far as splitting it into cells goes. */
export const splitFileOf = ({ file, columns, dialect }: TextRowFile): SplitFile => ({
  file,
  dialect,
  header: columns.map((column) => column.name),
});
