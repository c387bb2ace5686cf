import type { ImportPhase, Progress } from './contract';
import { SmoothedRate } from './smoothed-rate';

const MEASURE_MS = 5000;
/** What a phase that has done all its work shows until the next one begins; 100 is only for a durable end. */
const NEARLY = 99;

type Options = {
  phase: ImportPhase;
  totalBytes: number;
  /** How long the publish of one record usually takes, in milliseconds, from past imports; null while unknown. */
  publishMsPerRow: number | null;
  now?: () => number;
};

/**
 * Turns what is observed of an import into its progress. Each phase counts its own percent from 0; the time left is
 * the smoothed rate of the phase plus the usual time of the later ones, and null for the first 5 s.
 */
export class ProgressMeter {
  private phase: ImportPhase;
  private phaseAt: number;
  private readonly startedAt: number;
  private readonly now: () => number;
  private readonly publishMsPerRow: number | null;
  private bytes = 0;
  private totalBytes: number;
  private rows = 0;
  private totalRows: number | null = null;
  private rejected = 0;
  private files: Progress['files'] = [];
  private share = 0;
  private byteRate: SmoothedRate;
  private rowRate: SmoothedRate;

  constructor(options: Options) {
    this.now = options.now ?? (() => performance.now());
    this.startedAt = this.now();
    this.phaseAt = this.startedAt;
    this.phase = options.phase;
    this.totalBytes = options.totalBytes;
    this.publishMsPerRow = options.publishMsPerRow;
    this.byteRate = new SmoothedRate(this.startedAt);
    this.rowRate = new SmoothedRate(this.startedAt);
  }

  /** Begins a phase; bytes and rows of the check phase count from 0 again. */
  enter(phase: ImportPhase, totals: { totalBytes?: number; totalRows?: number } = {}): void {
    this.phase = phase;
    this.phaseAt = this.now();
    this.totalBytes = totals.totalBytes ?? this.totalBytes;
    this.totalRows = totals.totalRows ?? this.totalRows;
    if (phase === 'publish') this.finishCheck();
    if (phase !== 'check') return;
    this.bytes = 0;
    this.rows = 0;
    this.byteRate = new SmoothedRate(this.phaseAt);
    this.rowRate = new SmoothedRate(this.phaseAt);
  }

  /** What was worked through so far in the upload or check phase. */
  observe(seen: {
    bytes: number;
    rows?: number;
    totalRows?: number | null;
    rejected?: number;
    files?: Progress['files'];
  }): void {
    const at = this.now();
    this.bytes = seen.bytes;
    this.rows = seen.rows ?? this.rows;
    this.files = seen.files ?? this.files;
    this.rejected = seen.rejected ?? this.rejected;
    this.totalRows = seen.totalRows ?? this.totalRows;
    this.byteRate.observe(this.bytes, at);
    this.rowRate.observe(this.rows, at);
  }

  /** How much of the publish phase is done, 0 to 1. */
  observePublish(share: number): void {
    this.share = share;
  }

  read(): Progress {
    const done = this.phase === 'done';
    return {
      phase: this.phase,
      percent: done ? 100 : Math.min(NEARLY, Math.floor(this.shareDone() * 1000) / 10),
      bytes: this.bytes,
      totalBytes: this.totalBytes,
      rows: this.rows,
      totalRows: this.totalRows,
      rejected: this.rejected,
      bytesPerSecond: Math.round(this.byteRate.perSecond),
      rowsPerSecond: Math.round(this.rowRate.perSecond),
      etaSeconds: done ? 0 : this.eta(),
      files: this.files,
    };
  }

  /** The last word of a check comes without a count: all of it was worked through. */
  private finishCheck(): void {
    this.bytes = this.totalBytes;
    this.rows = this.totalRows ?? this.rows;
  }

  private shareDone(): number {
    if (this.phase === 'publish') return this.share;
    if (this.totalBytes > 0) return Math.min(1, this.bytes / this.totalBytes);
    return this.totalRows ? Math.min(1, this.rows / this.totalRows) : 0;
  }

  private eta(): number | null {
    const at = this.now();
    if (this.phase === 'publish') return this.publishEta(at);
    if (at - this.phaseAt < MEASURE_MS) return null;
    const left = this.byteRate.secondsTo(this.totalBytes, at);
    if (left === null) return null;
    const rows = this.totalRows ?? this.estimatedRows();
    return round(left + (this.phase === 'check' ? (rows * (this.publishMsPerRow ?? 0)) / 1000 : 0));
  }

  private publishEta(at: number): number | null {
    const spentMs = at - this.phaseAt;
    if (this.publishMsPerRow !== null && at - this.startedAt >= MEASURE_MS) {
      const leftMs = this.publishMsPerRow * (this.totalRows ?? this.rows) - spentMs;
      // What took longer than usual is not "nearly done": past imports no longer tell.
      if (leftMs > 0) return round(leftMs / 1000);
    }
    if (spentMs < MEASURE_MS || this.share <= 0) return null;
    return round(((spentMs / this.share) * (1 - this.share)) / 1000);
  }

  private estimatedRows(): number {
    return this.bytes > 0 ? (this.rows * this.totalBytes) / this.bytes : 0;
  }
}

const round = (seconds: number) => Math.round(seconds * 10) / 10;
