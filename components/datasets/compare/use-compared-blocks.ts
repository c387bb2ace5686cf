import { useQueries } from '@tanstack/react-query';
import { type ComparisonInput, comparisonBlockQuery, ROW_BLOCK } from '@/lib/datasets/queries';
import type { Comparison, Difference } from './comparison';

type ComparedBlocks = {
  rowAt: (index: number) => Difference | undefined;
  /** Counts and columns; undefined until the first answer. */
  known: Comparison | undefined;
  error: Error | null;
  retry: () => void;
};

/** The differing rows from `first` to before `last`, asked for block by block. */
export function useComparedBlocks(
  name: string,
  input: ComparisonInput,
  first: number,
  last: number,
): ComparedBlocks {
  const from = Math.floor(first / ROW_BLOCK);
  const to = Math.max(from, Math.floor(Math.max(0, last - 1) / ROW_BLOCK));
  const blocks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const answers = useQueries({ queries: blocks.map((block) => comparisonBlockQuery(name, input, block)) });
  return {
    rowAt: (index) => answers[Math.floor(index / ROW_BLOCK) - from]?.data?.items[index % ROW_BLOCK],
    known: answers.find((answer) => answer.data)?.data,
    error: answers.find((answer) => answer.isError)?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
  };
}
