/** The text of one comment without its marks, and where it begins in the SQL text (0-based offset). */
export type SqlComment = { readonly start: number; readonly text: string };

/**
 * The comments of a T-SQL text: `--` to the end of the line, and block comments, which nest. Strings and quoted names are
 * passed over, so a mark inside them is not a comment.
 */
export function findComments(sql: string): SqlComment[] {
  const comments: SqlComment[] = [];
  const opening = /--|\/\*|['"[]/g;
  for (let mark = opening.exec(sql); mark !== null; mark = opening.exec(sql)) {
    const { index: from } = mark;
    let end: number;
    if (mark[0] === '--') {
      end = endOfLine(sql, from);
      comments.push({ start: from + 2, text: sql.slice(from + 2, end) });
    } else if (mark[0] === '/*') {
      end = endOfBlock(sql, from);
      const closed = end - from >= 4 && sql.startsWith('*/', end - 2);
      comments.push({ start: from + 2, text: sql.slice(from + 2, closed ? end - 2 : end) });
    } else end = endOfQuoted(sql, from, mark[0] === '[' ? ']' : mark[0]);
    opening.lastIndex = end;
  }
  return comments;
}

function endOfLine(sql: string, from: number): number {
  const at = sql.slice(from).search(/[\r\n]/);
  return at === -1 ? sql.length : from + at;
}

const MARKS = /\/\*|\*\//g;

function endOfBlock(sql: string, from: number): number {
  MARKS.lastIndex = from;
  let depth = 0;
  for (let mark = MARKS.exec(sql); mark !== null; mark = MARKS.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return MARKS.lastIndex;
  }
  return sql.length;
}

/** Past a string or quoted name; a doubled closing mark does not end it. */
function endOfQuoted(sql: string, from: number, closing: string): number {
  let end = sql.indexOf(closing, from + 1);
  while (end !== -1 && sql.charAt(end + 1) === closing) end = sql.indexOf(closing, end + 2);
  return end === -1 ? sql.length : end + 1;
}
