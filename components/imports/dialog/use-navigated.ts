import { usePathname } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';

/** Calls back after each move to another page. */
export function useNavigated(onNavigated: () => void): void {
  const pathname = usePathname();
  const last = useRef(pathname);
  const navigated = useEffectEvent(onNavigated);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    navigated();
  }, [pathname]);
}
