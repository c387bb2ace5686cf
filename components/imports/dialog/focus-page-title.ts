/**
 * Moves the focus to the title of the page, else to the page. A closing dialog gives the focus back to what opened it in
 * the next frame, so this waits for the one after.
 */
export function focusPageTitle(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const title =
        document.querySelector<HTMLElement>('main h1[tabindex]') ??
        document.querySelector<HTMLElement>('main');
      title?.focus();
    }),
  );
}
