import { Map as MapIcon, Maximize, Minus, Plus, WandSparkles } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components/Button';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import type { ViewStore } from '../view/view-store';
import { ZOOM_STEP } from '../view/zoom-step';

type ZoomControlsProps = {
  store: ViewStore;
  onZoom: (factor: number) => void;
  onZoom100: () => void;
  onFit: () => void;
  /** Places all cards anew; undefined while they are as tidy as they get. */
  onTidy: (() => void) | undefined;
  hasMinimap: boolean;
  onToggleMinimap: () => void;
};

const ONE = () => 100;

/** Zoom in, out, 100 %, fit; tidy up; minimap on and off. */
export function ZoomControls(props: ZoomControlsProps) {
  const { store, onZoom, onZoom100, onFit, onTidy, hasMinimap, onToggleMinimap } = props;
  const percent = useSyncExternalStore(
    store.subscribe,
    () => Math.round((store.get().zoom / store.textScale()) * 100),
    ONE,
  );
  return (
    <div
      role="toolbar"
      aria-label="Zoom"
      data-no-pan
      className="flex h-7 items-center rounded-card border border-line bg-surface shadow-e1 pointer-coarse:h-11"
    >
      {onTidy && <IconButton icon={WandSparkles} label="Tidy up" iconSize={14} size={28} onPress={onTidy} />}
      <IconButton
        icon={MapIcon}
        label={hasMinimap ? 'Hide the minimap' : 'Show the minimap'}
        iconSize={14}
        onPress={onToggleMinimap}
        className="max-sm:hidden"
      />
      <IconButton
        icon={Minus}
        label="Zoom out"
        shortcut="−"
        iconSize={14}
        onPress={() => onZoom(1 / ZOOM_STEP)}
      />
      <Tooltip text="Zoom to 100 %" shortcut="0">
        <Button
          aria-label={`Zoom ${percent} %, set to 100 %`}
          onPress={onZoom100}
          className="h-7 min-w-11 cursor-default rounded-control text-center text-xs font-medium text-fg-2 tabular hover:bg-hover pointer-coarse:h-11"
        >
          {percent}%
        </Button>
      </Tooltip>
      <IconButton icon={Plus} label="Zoom in" shortcut="+" iconSize={14} onPress={() => onZoom(ZOOM_STEP)} />
      <IconButton icon={Maximize} label="Fit everything" shortcut="F" iconSize={14} onPress={onFit} />
    </div>
  );
}
