/** OrderID, order_id and "order id" are the same column. */
export function isSameColumn(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
