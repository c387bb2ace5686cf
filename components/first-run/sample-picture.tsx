import { Braces, type LucideIcon, Table2 } from 'lucide-react';

type CardProps = {
  x: number;
  y: number;
  width: number;
  name: string;
  schema: string;
  slot: number;
  icon: LucideIcon;
  counts: readonly [number, number];
  shape: 'square' | 'cut' | 'focus';
};

const HEIGHT = 48;

/** A small piece of the sample's lineage, drawn as the canvas draws it. Decorative. */
export function SamplePicture() {
  return (
    <svg aria-hidden="true" viewBox="0 0 512 152" className="block w-full select-none">
      <pattern id="first-run-dots" width="24" height="24" patternUnits="userSpaceOnUse">
        <circle cx="12" cy="12" r="1" fill="var(--grid-dot)" />
      </pattern>
      <rect width="512" height="152" fill="url(#first-run-dots)" />
      <g fill="none" stroke="var(--edge)" strokeWidth="1.25" strokeDasharray="5 4">
        <path d="M150 44C174 44 164 76 188 76" />
        <path d="M150 108C174 108 164 76 188 76" />
        <path d="M356 76H382" stroke="var(--accent)" strokeWidth="2" />
      </g>
      <Card
        x={22}
        y={20}
        width={128}
        name="pos_receipts"
        schema="staging"
        slot={5}
        icon={Table2}
        counts={[1, 1]}
        shape="square"
      />
      <Card
        x={22}
        y={84}
        width={128}
        name="products"
        schema="inventory"
        slot={2}
        icon={Table2}
        counts={[1, 9]}
        shape="square"
      />
      <Card
        x={194}
        y={52}
        width={162}
        name="merge_pos_orders"
        schema="sales"
        slot={4}
        icon={Braces}
        counts={[7, 3]}
        shape="cut"
      />
      <Card
        x={388}
        y={52}
        width={102}
        name="orders"
        schema="sales"
        slot={4}
        icon={Table2}
        counts={[2, 2]}
        shape="focus"
      />
      <Port x={150} y={44} />
      <Port x={150} y={108} />
      <Port x={356} y={76} />
      <path d="M187 72.5 194 76 187 79.5Z" fill="var(--edge)" />
      <path d="M381 72.5 388 76 381 79.5Z" fill="var(--accent)" />
    </svg>
  );
}

function Card({ x, y, width, name, schema, slot, icon: Shape, counts, shape }: CardProps) {
  const outline =
    shape === 'cut'
      ? `M${x + 10} ${y}H${x + width - 10}L${x + width} ${y + 10}V${y + HEIGHT - 10}L${x + width - 10} ${y + HEIGHT}H${x + 10}L${x} ${y + HEIGHT - 10}V${y + 10}Z`
      : `M${x + 2} ${y}H${x + width - 2}Q${x + width} ${y} ${x + width} ${y + 2}V${y + HEIGHT - 2}Q${x + width} ${y + HEIGHT} ${x + width - 2} ${y + HEIGHT}H${x + 2}Q${x} ${y + HEIGHT} ${x} ${y + HEIGHT - 2}V${y + 2}Q${x} ${y} ${x + 2} ${y}Z`;
  const bar =
    shape === 'cut'
      ? `M${x} ${y + 10}L${x + 4} ${y + 6}V${y + HEIGHT - 6}L${x} ${y + HEIGHT - 10}Z`
      : `M${x} ${y}h4v${HEIGHT}h-4Z`;
  const isFocus = shape === 'focus';
  return (
    <g>
      <path d={outline} fill="var(--surface)" />
      <path d={bar} fill={`var(--schema-${slot})`} />
      <path
        d={outline}
        fill="none"
        stroke={isFocus ? 'var(--accent)' : 'var(--line-strong)'}
        strokeWidth={isFocus ? 2 : 1}
      />
      <Shape x={x + 14} y={y + 8} width={14} height={14} strokeWidth={2.1} color="var(--text-2)" />
      <text x={x + 34} y={y + 19} fill="var(--text)" fontSize="12.5" fontWeight="600">
        {name}
      </text>
      <text x={x + 14} y={y + 37} fill="var(--text-3)" fontSize="11">
        {schema}
      </text>
      <text x={x + width - 12} y={y + 37} fill="var(--text-3)" fontSize="11" textAnchor="end">
        {counts[0]} ▸ {counts[1]}
      </text>
    </g>
  );
}

function Port({ x, y }: { x: number; y: number }) {
  return <circle cx={x} cy={y} r="3" fill="var(--surface)" stroke="var(--edge)" strokeWidth="1.5" />;
}
