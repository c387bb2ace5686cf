'use client';
import { useEffect, useEffectEvent, useState } from 'react';

type WindowDropProps = {
  /** Gets the dropped files, wherever in the window they were dropped. */
  onFiles: (files: readonly File[]) => void;
  /** False: files dropped now are refused with a word why. */
  accepts: boolean;
  refusal: string;
};

/** Makes the whole window a place to drop files. Choosing files by button is always the other way. */
export function WindowDrop({ onFiles, accepts, refusal }: WindowDropProps) {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent((files: readonly File[]) => {
    if (accepts) onFiles(files);
  });

  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const leave = () => {
      depth = 0;
      setOver(false);
    };
    const listeners = {
      dragenter: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        depth += 1;
        setOver(true);
      },
      dragleave: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        depth -= 1;
        if (depth <= 0) leave();
      },
      // Without this the browser would open the dropped file in place of the page.
      dragover: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        leave();
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) drop(files);
      },
    };
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener);
      }
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-60 p-3">
      <div className="flex size-full items-center justify-center rounded-dialog border-2 border-dashed border-accent bg-accent-tint/90">
        <p className="text-xl font-semibold text-accent">{accepts ? 'Drop files to import' : refusal}</p>
      </div>
    </div>
  );
}
