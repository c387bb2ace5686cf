export type Theme = 'system' | 'light' | 'dark';

const YEAR_S = 31_536_000;

/** The theme the page shows now. */
export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Changes the theme at once and keeps it in a cookie, so that the server renders the next page in it. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const age = theme === 'system' ? 0 : YEAR_S;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https, an intranet server may not have it
  document.cookie = `headwater-theme=${theme}; path=/; max-age=${age}; samesite=lax`;
}
