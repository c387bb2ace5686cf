import { formatCount } from '@/lib/format-text/format-count';
import type { RollbackOutcome } from '@/lib/imports/rollback';

type Tense = 'would' | 'was';

const WORDS: Record<Tense, ReadonlyArray<[bucket: 'removed' | 'restored' | 'kept', words: string]>> = {
  would: [
    ['removed', 'rows removed'],
    ['restored', 'rows get their earlier values'],
    ['kept', 'rows kept because they changed later'],
  ],
  was: [
    ['removed', 'rows removed'],
    ['restored', 'rows got their earlier values'],
    ['kept', 'rows kept because they had changed later'],
  ],
};

/** The three buckets of a roll back. */
export function RollbackCounts({ outcome, tense }: { outcome: RollbackOutcome; tense: Tense }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      {WORDS[tense].map(([bucket, words]) => (
        <div key={bucket} className="contents">
          <dd className="order-none text-right font-semibold tabular">{formatCount(outcome[bucket])}</dd>
          <dt className="text-fg-2">{words}</dt>
        </div>
      ))}
    </dl>
  );
}
