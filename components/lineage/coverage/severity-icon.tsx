import { CircleAlert, CircleX, Info, type LucideIcon } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { Diagnostic } from '@/lib/lineage/contract';

type Severity = Diagnostic['severity'];

const MARKS: Record<Severity, { icon: LucideIcon; colour: string }> = {
  error: { icon: CircleX, colour: 'text-danger' },
  warning: { icon: CircleAlert, colour: 'text-warn' },
  info: { icon: Info, colour: 'text-fg-2' },
};

/** How bad a diagnostic is for the lineage; its words say so too. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  const { icon, colour } = MARKS[severity];
  return <Icon icon={icon} size={14} className={`mt-px ${colour}`} />;
}
