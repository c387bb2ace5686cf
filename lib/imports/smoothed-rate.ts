const HALF_LIFE_MS = 2000;
const SAMPLE_MS = 250;
/** After so long without a sample nothing can be said of the time left. */
const STALLED_MS = 5000;

/** A rate per second whose past counts half after 2 s. Times are milliseconds on a monotonic clock. */
export class SmoothedRate {
  private value = 0;
  private rate: number | null = null;
  private at: number;

  constructor(startedAt: number) {
    this.at = startedAt;
  }

  /** Takes the value reached so far; samples less than 250 ms apart are counted together. */
  observe(value: number, now: number): void {
    const elapsed = now - this.at;
    if (elapsed < SAMPLE_MS) return;
    const latest = ((value - this.value) * 1000) / elapsed;
    const weight = 1 - 2 ** (-elapsed / HALF_LIFE_MS);
    this.rate = this.rate === null ? latest : this.rate + weight * (latest - this.rate);
    this.value = value;
    this.at = now;
  }

  /** 0 until the first sample. */
  get perSecond(): number {
    return Math.max(0, this.rate ?? 0);
  }

  /** Seconds until `total` is reached, counted down between samples; null without a rate, or when samples stay away. */
  secondsTo(total: number, now: number): number | null {
    if (this.rate === null || this.rate <= 0 || now - this.at > STALLED_MS) return null;
    const sinceSample = (now - this.at) / 1000;
    return Math.max(0, (total - this.value) / this.rate - sinceSample);
  }
}
