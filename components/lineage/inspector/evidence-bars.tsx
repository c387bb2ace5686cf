import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Edge } from '@/lib/lineage/contract';
import { METHODS } from '../evidence/line-evidence';
import { Section } from './section';

/** How many of an object's direct edges each method knows. */
export function EvidenceBars({ edges }: { edges: readonly Edge[] }) {
  if (edges.length === 0) return null;
  return (
    <Section title={`Evidence for ${countOf(edges.length, 'direct edge')}`}>
      <dl className="flex flex-col gap-1 text-sm">
        {METHODS.map(({ method, name }) => {
          const known = edges.filter(({ evidence }) =>
            evidence.some((proof) => proof.method === method),
          ).length;
          if (method === 'query-log' && known === 0) return null;
          return (
            <div key={method} className="flex items-center gap-3">
              <dt className="w-24 shrink-0 text-fg-2">{name}</dt>
              <dd className="flex flex-1 items-center gap-3">
                <span
                  aria-hidden="true"
                  className="h-1.5 flex-1 overflow-hidden rounded-full bg-active forced-color-adjust-none"
                >
                  <span
                    className="block h-full rounded-full bg-fg-3"
                    style={{ width: `${(100 * known) / edges.length}%` }}
                  />
                </span>
                <span className="w-8 text-right font-semibold tabular">{formatCount(known)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
