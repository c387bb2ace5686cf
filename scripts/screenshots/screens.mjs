import { csvExtract, orderRows, sampleFiles, shipmentRows } from './import-files.mjs';

const FOCUS = 'sales.v_order_totals';
const TRACE = `/lineage/${FOCUS}?up=2&down=1`;

/** A screen: its address and what to do there before it is drawn. @typedef {{ path: string, act?: (page) => Promise<void> }} Screen */

const heading = (page, name) => page.getByRole('heading', { name }).first().waitFor();

async function chooseFiles(page, files) {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Files to import')
    .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));
  await dialog.getByRole('button', { name: 'Continue to preview' }).isEnabled();
  return dialog;
}

async function preview(page, files) {
  const dialog = await chooseFiles(page, files);
  await dialog.getByRole('button', { name: 'Continue to preview' }).click();
  await dialog.getByRole('button', { name: 'Start import' }).waitFor();
  return dialog;
}

/** The mapping of rows with its dry run done; what is open is answered. */
async function dryRun(page, files) {
  const dialog = await preview(page, files);
  await dialog.getByRole('radio', { name: 'Upsert' }).press('Space');
  await dialog.getByLabel('Add a column to the key').selectOption('shipment_id');
  await dialog.getByRole('radio', { name: /^Day first/ }).press('Space');
  await dialog.getByRole('radio', { name: /^Numbers, others/ }).press('Space');
  await dialog.getByRole('radio', { name: /^Keep good/ }).press('Space');
  await dialog.getByLabel('Your name').fill('Priya');
  const card = dialog.getByRole('region', { name: 'Dry run' });
  await card.getByRole('button', { name: 'Dry run' }).click();
  await card.getByRole('list', { name: 'Counts of the dry run' }).waitFor();
  await card.scrollIntoViewIfNeeded();
  return dialog;
}

const budget = { name: 'budget.csv', buffer: Buffer.from('month,amount\n1,200\n') };

/** @type {Record<string, Screen>} */
export const EMPTY = {
  'first-run': { path: '/', act: (page) => heading(page, 'Bring your first files') },
  'lineage-empty': { path: '/lineage' },
  'imports-empty': { path: '/imports' },
};

/** @type {Record<string, Screen>} */
export const FILLED = {
  lineage: { path: '/lineage' },
  trace: { path: TRACE },
  columns: { path: `${TRACE}&tab=columns` },
  sql: { path: `${TRACE}&tab=sql` },
  evidence: { path: `${TRACE}&tab=evidence` },
  proof: { path: `${TRACE}&tab=sql&line=13` },
  history: { path: `${TRACE}&tab=history` },
  tree: { path: `${TRACE}&view=tree` },
  table: { path: `${TRACE}&view=table` },
  graph: { path: `${TRACE}&view=graph` },
  coverage: { path: '/coverage' },
  'not-fully-read': { path: '/lineage/staging.load_pos_files?up=2&down=1&only=unread' },
  diagnostic: { path: '/lineage/staging.load_pos_files?up=2&down=1&line=26&only=unread' },
  'not-found': { path: '/lineage/sales.no_such_view' },
  search: {
    path: TRACE,
    act: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Search' }).fill('revenue');
      await page.getByRole('option').first().waitFor();
    },
  },
  snapshots: {
    path: '/lineage',
    act: async (page) => {
      await page.getByRole('button', { name: /^Snapshot #|^#/ }).click();
      await page.getByRole('dialog', { name: 'Snapshots' }).waitFor();
    },
  },
  'import-files': {
    path: TRACE,
    act: async (page) => {
      await chooseFiles(page, [...(await sampleFiles()), budget]);
    },
  },
  'import-preview': {
    path: TRACE,
    act: async (page) => {
      await preview(page, await sampleFiles());
    },
  },
  'rows-files': {
    path: TRACE,
    act: async (page) => {
      await chooseFiles(page, [...shipmentRows(), ...orderRows(1), budget]);
      await page.getByText('This exact file was imported').waitFor();
    },
  },
  'rows-preview': {
    path: TRACE,
    act: async (page) => {
      await preview(page, shipmentRows());
    },
  },
  'rows-dry-run': {
    path: TRACE,
    act: async (page) => {
      await dryRun(page, shipmentRows());
    },
  },
  datasets: { path: '/datasets' },
  dataset: {
    path: '/datasets/main.orders?sort=order_id',
    act: async (page) => {
      const profile = page.getByRole('switch', { name: 'Profile' });
      if (await profile.isChecked()) await page.getByText('every value once').waitFor();
    },
  },
  'dataset-columns': { path: '/datasets/main.orders?tab=columns' },
  'dataset-recipes': { path: '/datasets/main.orders?tab=recipes' },
  'row-history': {
    path: '/datasets/main.orders?sort=order_id',
    act: async (page) => {
      await page.getByRole('grid').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('h');
      await page.getByRole('dialog').waitFor();
    },
  },
  'dataset-loads': { path: '/datasets/main.orders?tab=loads' },
  'dataset-rejects': { path: '/datasets/main.orders?tab=rejects' },
  'dataset-compare': {
    path: '/datasets/main.orders?tab=compare&from=4&snapshot=5',
    act: (page) => page.getByRole('columnheader', { name: /changed/ }).waitFor(),
  },
  imports: { path: '/imports' },
  receipt: { path: '/imports/1' },
  'receipt-rejects': { path: '/imports/2' },
  'receipt-failed': { path: '/imports/3' },
};

/** While an import runs. @type {(number: number) => Record<string, Screen>} */
export const busy = (number) => ({
  'busy-bar': { path: TRACE },
  'imports-busy': { path: '/imports' },
  progress: { path: `/imports/${number}` },
  'import-busy': {
    path: TRACE,
    act: async (page) => {
      const dialog = await preview(page, csvExtract(10));
      await dialog.getByLabel('Source name').fill('Shop');
      await dialog.getByLabel('Your name').fill('Tomás Novák');
      await dialog.getByRole('button', { name: 'Start import' }).click();
      await page.getByRole('dialog', { name: 'Anna is importing right now' }).waitFor();
    },
  },
});

export const PICTURE = TRACE;
