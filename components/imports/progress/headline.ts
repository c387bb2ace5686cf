import { countOf } from '@/lib/format-text/format-count';
import { formatEta } from '@/lib/format-text/format-duration';
import { formatOrdinal } from '@/lib/format-text/format-ordinal';
import type { Import } from '@/lib/imports/contract';
import { fileNames } from '../text/import-words';

export type Headline = {
  title: string;
  note: string /** Time left in words, null where there is none to tell. */;
  eta: string | null;
};

export type HeadlineContext = {
  /** The import was started, or is being started, in this tab. */
  isOwn: boolean;
  /** Seconds until all bytes are sent; undefined when nothing is being sent here. */
  sendingEta?: number | null;
  /** The connection is cut; sending goes on by itself when it is back. */
  isCut?: boolean;
  /** Newest snapshot, null before the first. */
  snapshot: number | null;
  /** Time left of the import that holds the lock. */
  holderEta: number | null;
};

const SENDING =
  'No lock yet. The import starts by itself when all of it is there; keep this tab open until then.';
const CUT = 'The connection is lost. What arrived is kept, and sending goes on by itself when it is back.';

/** What an unfinished import does right now, what that means for everybody, and how long it takes. */
export function headline(import_: Import, context: HeadlineContext): Headline {
  const reads = context.snapshot === null ? '' : ` Everyone still reads snapshot #${context.snapshot}.`;
  switch (import_.state) {
    case 'draft':
      return context.sendingEta === undefined
        ? { title: 'Starting', note: 'All files are there.', eta: null }
        : {
            title: `Sending ${countOf(import_.files.length, 'file')}`,
            note: context.isCut === true ? CUT : SENDING,
            eta: etaText(context.sendingEta),
          };
    case 'waiting':
      return {
        title: `${context.isOwn ? 'You are' : `${import_.owner.name} is`} ${formatOrdinal(import_.position ?? 1)} in line`,
        note: 'All files are on the server. It starts by itself, also when this tab is closed.',
        eta:
          import_.position === 1 && context.holderEta !== null ? `in ${formatEta(context.holderEta)}` : null,
      };
    case 'publishing':
      return {
        title: 'Publishing',
        note: `One transaction: all of it or nothing.${reads}`,
        eta: etaText(import_.progress.etaSeconds),
      };
    default:
      return {
        title: `Checking ${fileNames(import_.files.map((file) => file.name))}`,
        note: `Nothing is written yet.${reads}`,
        eta: etaText(import_.progress.etaSeconds),
      };
  }
}

function etaText(seconds: number | null): string {
  return seconds === null ? 'estimating' : formatEta(seconds);
}
