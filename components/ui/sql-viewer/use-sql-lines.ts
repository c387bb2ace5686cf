import { useEffect, useMemo, useState } from 'react';
import { plainLines, type SqlToken } from './sql-token';

/** The lines of a SQL text: plain at first, coloured as soon as the highlighter has loaded. */
export function useSqlLines(text: string): SqlToken[][] {
  const plain = useMemo(() => plainLines(text), [text]);
  const [coloured, setColoured] = useState<{ text: string; lines: SqlToken[][] } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    import('./highlight-sql')
      .then(({ highlightSql }) => isCurrent && setColoured({ text, lines: highlightSql(text) }))
      // Without the highlighter the text is plain, and complete.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return coloured?.text === text ? coloured.lines : plain;
}
