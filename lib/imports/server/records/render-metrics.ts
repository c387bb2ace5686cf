import 'server-only';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { importLock } from '../lock/import-lock';
import { importsReady } from '../recover/recover-imports';
import { importsState } from './imports-state';

const KEY = Symbol.for('headwater.process-metrics');
const holder = globalThis as { [KEY]?: Registry };

/** The numbers of this server since its start, in the text format of Prometheus. */
export async function renderMetrics(): Promise<{ text: string; contentType: string }> {
  await importsReady();
  const registry = new Registry();
  const counter = (name: string, help: string, values: Record<string, number>, label: string) => {
    const metric = new Counter({ name, help, labelNames: [label], registers: [registry] });
    for (const [value, count] of Object.entries(values)) metric.inc({ [label]: value }, count);
  };
  const total = (name: string, help: string, value: number) =>
    new Counter({ name, help, registers: [registry] }).inc(value);
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name, help, registers: [registry] }).set(value);
  const { counters, run, snapshot } = importsState();
  const { succeeded, failed, cancelled } = counters;
  counter(
    'headwater_imports_total',
    'Imports that are over, by how they ended.',
    { succeeded, failed, cancelled },
    'state',
  );
  counter(
    'headwater_records_total',
    'Records of succeeded imports, by what became of them.',
    counters.records,
    'outcome',
  );
  total(
    'headwater_import_seconds_total',
    'Time that succeeded imports held the lock.',
    counters.busyMs / 1000,
  );
  total('headwater_publish_retries_total', 'Attempts of publishes after the first.', counters.retries);
  total('headwater_starts_total', 'Starts that were asked for.', counters.uploadAttempts);
  total(
    'headwater_starts_refused_total',
    'Starts that were refused because another import ran.',
    counters.blockedAttempts,
  );
  gauge('headwater_imports_running', 'Imports that hold the lock, 0 or 1.', run === null ? 0 : 1);
  gauge('headwater_imports_waiting', 'Imports in line.', importLock().line().length);
  gauge(
    'headwater_lock_silent_seconds',
    'Time since the running import gave its last sign of life; 0 when none runs.',
    silentSeconds(),
  );
  gauge('headwater_snapshot', 'Number of the newest snapshot; 0 when there is none.', snapshot ?? 0);
  const merged = Registry.merge([registry, processMetrics()]);
  return { text: await merged.metrics(), contentType: merged.contentType };
}

function silentSeconds(): number {
  const { run } = importsState();
  return run === null ? 0 : Math.max(0, (Date.now() - run.lease.lastSignAt.getTime()) / 1000);
}

/** Memory, processor and event loop; measured by one registry for all route bundles. */
function processMetrics(): Registry {
  if (holder[KEY] === undefined) {
    holder[KEY] = new Registry();
    collectDefaultMetrics({ register: holder[KEY] });
  }
  return holder[KEY];
}
