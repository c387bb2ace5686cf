import type { ParsedStatement } from '../../parsed-statement';

/** Every name in a tree with what stands in the source where its span leads to, both without quotes. */
export function spannedNames(parsed: ParsedStatement): { name: string; written: string }[] {
  const found: { name: string; written: string }[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    if ('name' in node && typeof node.name === 'string' && 'span' in node && isSpan(node.span)) {
      const { start, end } = parsed.rangeOf(node.span);
      found.push({ name: node.name, written: unquoted(parsed.statement.source.slice(start, end)) });
    }
    for (const value of Object.values(node)) visit(value);
  };
  visit(parsed.tree);
  return found;
}

function isSpan(value: unknown): value is { start: number; end: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function unquoted(text: string): string {
  return /^[["`].*[\]"`]$/s.test(text) ? text.slice(1, -1).replaceAll(']]', ']') : text;
}
