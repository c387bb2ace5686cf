import type { WorkerMessage } from './protocol';
import type { StageDb } from './stage-db';

type ProgressMessage = Extract<WorkerMessage, { type: 'progress' }>;

/** At most five messages a second, and a sign of life each second while nothing changes. */
const EVERY_MS = 200;
const BEAT_MS = 1000;
/** Reading is told as this share of all bytes; the checks after it are the rest. */
const READING = 0.8;

/** Tells how far the work is: bytes and records never go back, and all bytes are told only at the end. */
export class JobProgress {
  private readonly tell: (message: ProgressMessage) => void;
  private readonly totalBytes: number;
  private readonly files: FileProgress[] = [];
  private checked = 0;
  private rejected = 0;
  private lastAt = 0;
  private last: ProgressMessage;
  private readonly beat: NodeJS.Timeout;

  constructor(totalBytes: number, tell: (message: ProgressMessage) => void) {
    this.totalBytes = totalBytes;
    this.tell = tell;
    this.last = { type: 'progress', bytes: 0, rows: 0, totalRows: null, rejected: 0, file: null, files: [] };
    this.beat = setInterval(() => this.changed(this.last.file), BEAT_MS);
  }

  /** Tells that the job has begun, before anything of it is done. */
  begin(): void {
    this.changed(null);
  }

  stop(): void {
    clearInterval(this.beat);
  }

  file(ordinal: number, size: number): FileProgress {
    const file = new FileProgress(ordinal, size, () => this.changed(ordinal));
    this.files.push(file);
    return file;
  }

  /** `share` of the checks is done, 0 to 1. */
  check(share: number): void {
    this.checked = share;
    this.changed(null);
  }

  /** So many bad records are known now. */
  bad(records: number): void {
    this.rejected = Math.max(this.rejected, records);
    this.changed(this.last.file);
  }

  private changed(file: number | null): void {
    const now = performance.now();
    if (now - this.lastAt < EVERY_MS) return;
    this.lastAt = now;
    const read = this.files.reduce((sum, it) => sum + it.bytes, 0);
    const bytes = Math.floor(read * READING + this.totalBytes * (1 - READING) * this.checked);
    const rows = Math.floor(this.files.reduce((sum, it) => sum + it.rows, 0));
    const totals = this.files.map((it) => it.total);
    this.last = {
      type: 'progress',
      bytes: Math.max(this.last.bytes, Math.min(bytes, this.totalBytes)),
      rows: Math.max(this.last.rows, rows),
      totalRows: totals.includes(null) ? null : totals.reduce<number>((sum, it) => sum + (it ?? 0), 0),
      rejected: Math.max(
        this.rejected,
        this.files.reduce((sum, it) => sum + it.rejected, 0),
      ),
      file,
      files: this.files.map((it) => it.state()),
    };
    this.tell(this.last);
  }
}

const POLL_MS = 250;

/** Progress of reading one file, in bytes of the file and records. */
export class FileProgress {
  readonly ordinal: number;
  bytes = 0;
  rows = 0;
  total: number | null = null;
  rejected = 0;
  /** Of the statement that reads it. */
  private share = 0;
  private readonly size: number;
  private readonly changed: () => void;

  constructor(ordinal: number, size: number, changed: () => void) {
    this.ordinal = ordinal;
    this.size = size;
    this.changed = changed;
  }

  state(): ProgressMessage['files'][number] {
    const percent = this.size === 0 ? 100 : Math.floor((this.bytes / this.size) * 1000) / 10;
    return { ordinal: this.ordinal, rows: Math.floor(this.rows), totalRows: this.total, percent };
  }

  read(bytes: number): void {
    this.bytes = Math.min(this.size, this.bytes + bytes);
    this.changed();
  }

  counted(records: number): void {
    this.total = records;
    this.rows = Math.max(this.rows, records * this.share);
    this.changed();
  }

  /** So many of its records are bad, now that all were read. */
  bad(records: number): void {
    this.rejected = records;
    this.changed();
  }

  /** Follows a statement that reads the rest of the file. */
  async during<T>(db: StageDb, statement: Promise<T>): Promise<T> {
    const before = this.bytes;
    const follow = (share: number) => {
      this.share = share;
      this.bytes = Math.max(this.bytes, before + (this.size - before) * share);
      this.rows = Math.max(this.rows, (this.total ?? 0) * share);
      this.changed();
    };
    const timer = setInterval(() => follow(Math.min(1, db.progress)), POLL_MS);
    const result = await statement.finally(() => clearInterval(timer));
    follow(1);
    return result;
  }
}
