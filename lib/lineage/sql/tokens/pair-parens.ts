import type { Token } from './token';

/**
 * For each token the index of the parenthesis that belongs to it, -1 for all else. Pairs never reach over a semicolon or
 * the end of a batch, so that one missing parenthesis spoils one statement only.
 */
export function pairParens(tokens: readonly Token[], isBatchEnd: (index: number) => boolean): Int32Array {
  const pairs = new Int32Array(tokens.length).fill(-1);
  let open: number[] = [];
  for (const [index, { text }] of tokens.entries()) {
    if (text === '(') open.push(index);
    else if (text === ')') {
      const partner = open.pop();
      if (partner === undefined) continue;
      pairs[partner] = index;
      pairs[index] = partner;
    } else if (text === ';' || isBatchEnd(index)) open = [];
  }
  return pairs;
}
