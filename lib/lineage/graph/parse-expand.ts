import type { Direction } from './graph';

export type Expansion = { readonly entry: string; readonly id: string; readonly direction: Direction };

/** Reads `expand` of a lineage request: a comma list of `id:up` and `id:down`, already checked by the contract. */
export function parseExpand(expand: string): Expansion[] {
  return expand
    .split(',')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [id = '', direction] = entry.split(':');
      return { entry, id, direction: direction === 'up' ? 'up' : 'down' };
    });
}
