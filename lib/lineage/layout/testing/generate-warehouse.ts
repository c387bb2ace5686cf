import { seededRandom } from './seeded-random';

/** A graph shaped like a warehouse: layers of schemas, a few hubs that everybody reads, some edges that write back. */
export type Warehouse = { nodes: number; from: number[]; to: number[]; schema: number[] };

const EDGES_PER_NODE = 3.4;
const WRITE_BACK_SHARE = 0.004;
const SAME_SCHEMA_SHARE = 0.8;

/** The same warehouse for the same seed and size. */
export function generateWarehouse(nodes: number, seed: number): Warehouse {
  const random = seededRandom(seed * 1_000_003 + nodes);
  const layers = Math.min(12, Math.round(4 + Math.log2(nodes) * 0.6));
  const hubMax = 12 + Math.round(Math.sqrt(nodes));
  const schemas = Math.max(3, Math.round(Math.sqrt(nodes) / 2));
  const layer = Array.from({ length: nodes }, (_, v) => Math.floor((v * layers) / nodes));
  const schema = Array.from({ length: nodes }, () => Math.floor(schemas * random() ** 1.6));
  /** Everybody is in an urn once for being there and once for each reader: what is read much is read more. */
  const urns = new Map<string, number[]>();
  const urn = (key: string) => {
    const known = urns.get(key) ?? [];
    urns.set(key, known);
    return known;
  };
  const from: number[] = [];
  const to: number[] = [];
  const seen = new Set<number>();
  const join = (a: number, b: number) => {
    if (a === b || seen.has(a * nodes + b)) return false;
    seen.add(a * nodes + b);
    from.push(a);
    to.push(b);
    return true;
  };
  for (let v = 0; v < nodes; v++) {
    const at = layer[v] as number;
    const reads = at === 0 ? 0 : 1 + Math.floor(-Math.log(1 - random()) * (EDGES_PER_NODE - 1));
    for (let i = 0; i < reads; i++) {
      const draw = random();
      const source = draw < 0.7 ? at - 1 : draw < 0.92 ? Math.max(0, at - 2) : Math.floor(random() * at);
      const own = random() < SAME_SCHEMA_SHARE ? urn(`${source}/${schema[v]}`) : [];
      const pool = own.length > 0 ? own : urn(`${source}`);
      const a = pool[Math.floor(random() * pool.length)];
      if (a === undefined || !join(a, v)) continue;
      urn(`${source}`).push(a);
      urn(`${source}/${schema[a]}`).push(a);
    }
    const hub = Math.min(hubMax, Math.floor((1 - random()) ** (-1 / 1.1)));
    for (let i = 0; i < hub; i++) {
      urn(`${at}`).push(v);
      urn(`${at}/${schema[v]}`).push(v);
    }
  }
  const writeBacks = Math.ceil(from.length * WRITE_BACK_SHARE);
  for (let i = 0; i < writeBacks; i++) {
    const e = Math.floor(random() * from.length);
    join(to[e] as number, from[e] as number);
  }
  return { nodes, from, to, schema };
}
