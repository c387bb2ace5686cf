import { join } from 'node:path';

const SIZES = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const LOOKS = ['light', 'dark'].flatMap((theme) => Object.keys(SIZES).map((size) => ({ theme, size })));

/** Draws one screen into a file; errors of the page's console are told. */
export async function shoot(browser, { path, act }, file, { theme, size, baseURL }) {
  const context = await browser.newContext({ ...SIZES[size], colorScheme: theme, baseURL });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(`${file}: ${message.text()}`));
  page.on('pageerror', (error) => console.error(`${file}: ${error.message}`));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('main [aria-label^="Loading"]') === null);
  try {
    await act?.(page);
  } finally {
    // Also what stands there when something did not come.
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file, animations: 'disabled' });
    await context.close();
  }
}

/** Draws screens in light and dark, wide and on a phone; one that cannot be drawn is told, and the others are drawn. */
export async function shootAll(browser, screens, { folder, baseURL }) {
  for (const [name, screen] of Object.entries(screens)) {
    for (const { theme, size } of LOOKS) {
      const file = join(folder, `${name}-${size}-${theme}.png`);
      await shoot(browser, screen, file, { theme, size, baseURL }).catch((error) => {
        process.exitCode = 1;
        console.error(`${file}: ${error.message}`);
      });
    }
  }
}
