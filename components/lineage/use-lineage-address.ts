import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { replaceAddress } from '@/components/shell/focus-step';
import { focusOfPath, type LineageViewState, lineageHref, parseLineageView } from '@/lib/lineage/view-state';

type Change = Partial<LineageViewState> | ((now: LineageViewState) => Partial<LineageViewState>);

export type LineageAddress = ReturnType<typeof useLineageAddress>;

/**
 * The view as the address says it, and ways to change it. Only another focus is a step in the browser's history; depths,
 * expansions, selection and view replace the address in place.
 */
export function useLineageAddress() {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const focus = focusOfPath(path);
  return useMemo(() => {
    const { state, ignored } = parseLineageView(params);
    /** The state right now: two changes in one event must not undo each other. */
    const current = () => parseLineageView(new URLSearchParams(window.location.search)).state;
    const resolve = (change: Change) => (typeof change === 'function' ? change(current()) : change);
    return {
      focus,
      state,
      ignored,
      change(change: Change) {
        if (focus === undefined) return;
        replaceAddress(lineageHref(focus, { ...current(), ...resolve(change) }));
      },
      /** Makes another object the focus; depths and view stay, what belongs to the old focus goes. */
      focusOn(object: string) {
        const { up, down, snapshot, view, only } = current();
        router.push(lineageHref(object, { up, down, snapshot, view, only }) as Route);
      },
      /** The address that shows the same to everybody, with its snapshot. */
      permanentHref(snapshot: number) {
        return new URL(lineageHref(focus ?? '', { ...current(), snapshot }), window.location.origin).href;
      },
    };
  }, [focus, params, router]);
}
