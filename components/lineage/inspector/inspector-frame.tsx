import { Link2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStoredValue } from '@/components/shell/stored-value';
import { IconButton } from '@/components/ui/icon-button';
import { ResizeHandle } from '@/components/ui/resize-handle';

type InspectorFrameProps = {
  icon: ReactNode;
  title: ReactNode;
  subtitle: ReactNode;
  /** Something to do with what is shown, beside the title. */
  action?: ReactNode;
  /** SQL text wants more room; it has a width of its own. */
  isWide: boolean;
  onCopyLink: () => void;
  onClose: () => void;
  children: ReactNode;
};

const WIDTHS = {
  narrow: { key: 'headwater.inspector', start: 312 },
  wide: { key: 'headwater.inspector-sql', start: 480 },
};

/** The pane at the right: beside the canvas from 1200 px, over it below, the whole page on a phone. */
export function InspectorFrame(props: InspectorFrameProps) {
  const { icon, title, subtitle, action, isWide, onCopyLink, onClose, children } = props;
  const { key, start } = isWide ? WIDTHS.wide : WIDTHS.narrow;
  const [stored, setStored] = useStoredValue(key);
  const width = Math.min(640, Math.max(280, Number(stored) || start));
  return (
    <aside
      aria-label="Inspector"
      style={{ width }}
      className="relative flex shrink-0 flex-col border-l border-line bg-surface max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-20 max-lg:max-w-full max-lg:shadow-e2 max-sm:w-full!"
    >
      <ResizeHandle
        label="Width of the inspector"
        edge="left"
        width={width}
        minWidth={280}
        maxWidth={640}
        onChange={(next) => setStored(String(next))}
      />
      <header className="flex items-start gap-3 px-4 pt-3 pb-1">
        {icon}
        <div className="min-w-0 flex-1">
          <h2 className="ident break-words text-md">{title}</h2>
          <p className="flex min-w-0 items-center gap-1.5 text-sm text-fg-2">{subtitle}</p>
          {action}
        </div>
        <div className="-mt-0.5 -mr-1.5 flex">
          <IconButton icon={Link2} label="Copy the link to this view" onPress={onCopyLink} />
          <IconButton icon={X} label="Close the inspector" shortcut="Esc" onPress={onClose} />
        </div>
      </header>
      {children}
    </aside>
  );
}

/** The square with an icon at the head of the inspector. */
export function HeadIcon({ children, isAccent = false }: { children?: ReactNode; isAccent?: boolean }) {
  return (
    <span
      className={`flex size-8 shrink-0 items-center justify-center rounded-card ${isAccent ? 'bg-accent-tint text-accent' : 'bg-sunken text-fg-2'}`}
    >
      {children}
    </span>
  );
}
