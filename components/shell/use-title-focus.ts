import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

const GIVE_UP_MS = 3000;

/** Puts the focus on the title of the page, as soon as it is there. */
export function focusPageTitle(): void {
  const main = document.getElementById('main');
  if (main === null) return;
  const tryFocus = () => {
    const title = main.querySelector<HTMLElement>('h1');
    if (title === null) return false;
    title.tabIndex = -1;
    title.focus();
    return true;
  };
  if (tryFocus()) return;
  const watch = new MutationObserver(() => tryFocus() && watch.disconnect());
  watch.observe(main, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), GIVE_UP_MS);
}

/** After a press that leads to another page, and vanishes with it or stays in a bar, the focus goes to the new title. */
export function useTitleFocus(): void {
  const pathname = usePathname();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const focus = document.activeElement;
    const isLost = focus === null || focus === document.body;
    if (isLost || focus.closest('[data-moves-focus]') !== null) focusPageTitle();
  }, [pathname]);
}
