import {
  Braces,
  CircleDashed,
  Eye,
  File,
  FileCode,
  FunctionSquare,
  Link2,
  type LucideIcon,
  Rows3,
  Table2,
  Zap,
} from 'lucide-react';
import { Icon } from './icon';

const ICONS: Record<string, LucideIcon> = {
  table: Table2,
  view: Eye,
  procedure: Braces,
  function: FunctionSquare,
  trigger: Zap,
  synonym: Link2,
  file: File,
  script: FileCode,
  dataset: Rows3,
};

/** The icon of an object type; unknown types get a dashed ring. */
export function objectTypeIcon(type: string): LucideIcon {
  return ICONS[type] ?? CircleDashed;
}

/** The icon of an object's type. Write the type in words where it matters. */
export function ObjectIcon({
  type,
  size = 16,
  className,
}: {
  type: string;
  size?: 14 | 16 | 18;
  className?: string;
}) {
  return <Icon icon={objectTypeIcon(type)} size={size} className={className ?? ''} />;
}
