import type { Token } from '../tokens/token';
import type { Edit } from './edits';

/** Words that are never names without quotes in T-SQL: quoting them would change the statement. */
const RESERVED = new Set(
  (
    'ADD ALL ALTER AND ANY AS ASC BEGIN BETWEEN BREAK BY CASE CLOSE COALESCE COLLATE COLUMN COMMIT CONSTRAINT CONTINUE ' +
    'CONVERT CREATE CROSS CURRENT CURSOR DECLARE DEFAULT DELETE DESC DISTINCT DROP ELSE END ESCAPE EXCEPT EXEC EXECUTE ' +
    'EXISTS FETCH FOR FROM FULL FUNCTION GROUP HAVING IF IN INNER INSERT INTERSECT INTO IS JOIN KEY LEFT LIKE MERGE NOT ' +
    'NULL NULLIF OF OFF ON OPEN OPTION OR ORDER OUTER OVER PERCENT PIVOT PRIMARY PRINT PROC PROCEDURE RETURN RIGHT ' +
    'ROLLBACK SELECT SET TABLE TABLESAMPLE THEN TO TOP TRAN TRUNCATE UNION UNIQUE UNPIVOT UPDATE USE VALUES VIEW WHEN ' +
    'WHERE WHILE WITH APPLY'
  ).split(' '),
);

/** The word the parser stumbled over, looked for around the token at `index`; null when none there may be a name. */
export function stumbledWord(tokens: readonly Token[], index: number): string | null {
  for (const near of [index, index - 1, index + 1, index - 2]) {
    const token = tokens[near];
    if (token !== undefined && mayBeName(token, tokens[near + 1])) return token.upper;
  }
  return null;
}

/** The edits that put a word in brackets wherever it stands as a name. */
export function quoteWord(tokens: readonly Token[], word: string): Edit[] {
  return tokens.flatMap((token, index) =>
    token.upper === word && mayBeName(token, tokens[index + 1])
      ? [{ start: token.start, end: token.end, text: `[${token.text}]` }]
      : [],
  );
}

function mayBeName(token: Token, next: Token | undefined): boolean {
  return (
    token.kind === 'word' &&
    next?.text !== '(' &&
    !RESERVED.has(token.upper) &&
    /^[A-Za-z_]\w*$/.test(token.text)
  );
}
