import { Columns3 } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import type { SearchHit } from '@/lib/catalog/contract';
import { MatchText } from './match-text';

type HitRowProps = {
  id: string;
  hit: SearchHit;
  isActive: boolean;
  href: string;
  onPress: (event: MouseEvent) => void;
  onPoint: () => void;
};

/** One hit: name, column, or a line of SQL text. */
export function HitRow({ id, hit, isActive, href, onPress, onPoint }: HitRowProps) {
  const { object } = hit;
  return (
    <a
      id={id}
      href={href}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={onPress}
      onPointerMove={onPoint}
      className={`mx-2 flex cursor-default items-start gap-2.5 rounded-card py-1.5 pr-3 pl-2.5 text-base text-fg pointer-coarse:py-3 ${
        isActive ? 'border-l-2 border-accent bg-accent-tint' : 'border-l-2 border-transparent'
      }`}
    >
      <span className="flex h-5 items-center text-fg-2">
        {hit.kind === 'column' ? <Icon icon={Columns3} /> : <ObjectIcon type={object.type} />}
      </span>
      {hit.kind === 'object' && (
        <>
          <span className="ident -ml-px min-w-0 flex-1 truncate pl-px font-medium">
            <MatchText hit={hit} />
          </span>
          <Place slot={object.slot} text={object.schema} />
        </>
      )}
      {hit.kind === 'column' && (
        <>
          <span className="-ml-px min-w-0 flex-1 truncate pl-px">
            <span className="font-mono text-sm font-medium">
              <MatchText hit={hit} />
            </span>
            <span className="pl-2.5 text-sm text-fg-3">{hit.dataType}</span>
          </span>
          <Place slot={object.slot} text={`${object.schema}.${object.name}`} />
        </>
      )}
      {hit.kind === 'sql' && (
        <>
          <span className="min-w-0 flex-1">
            <span className="ident block truncate font-medium">
              {object.schema}.{object.name}
            </span>
            <span className="-ml-px block truncate pl-px font-mono text-code text-fg-2">
              <MatchText hit={hit} />
            </span>
          </span>
          <span className="text-sm leading-5 text-fg-3">line {hit.line}</span>
        </>
      )}
    </a>
  );
}

function Place({ slot, text }: { slot: number; text: string }) {
  return (
    <span className="flex h-5 max-w-[45%] items-center gap-1.5 text-sm text-fg-2">
      <SchemaSquare slot={slot} />
      <span className="ident truncate" title={text}>
        {text}
      </span>
    </span>
  );
}
