import { describe, expect, it } from 'vitest';
import { ProgressMeter } from './progress-meter';
import { SmoothedRate } from './smoothed-rate';

describe('a smoothed rate', () => {
  it('forgets half of the past in 2 s', () => {
    const rate = new SmoothedRate(0);
    rate.observe(1000, 1000);
    expect(rate.perSecond).toBe(1000);
    rate.observe(1000 + 2 * 3000, 3000);
    expect(rate.perSecond).toBe(2000);
  });

  it('counts the time left down between samples, until they stay away', () => {
    const rate = new SmoothedRate(0);
    rate.observe(100, 1000);
    expect(rate.secondsTo(1100, 1000)).toBe(10);
    expect(rate.secondsTo(1100, 4000)).toBe(7);
    expect(rate.secondsTo(1100, 7000)).toBeNull();
  });

  it('knows no time left without a sample', () => {
    expect(new SmoothedRate(0).secondsTo(100, 5000)).toBeNull();
  });
});

describe('the progress of an import', () => {
  function meter(publishMsPerRow: number | null = null) {
    let time = 0;
    const result = new ProgressMeter({
      phase: 'check',
      totalBytes: 10_000,
      publishMsPerRow,
      now: () => time,
    });
    const at = (ms: number) => {
      time = ms;
      return result;
    };
    return at;
  }

  it('estimates for 5 s, then tells the time left of this phase and the usual time of the publish', () => {
    const at = meter(2);
    at(1000).observe({ bytes: 500, rows: 50 });
    at(4000).observe({ bytes: 2000, rows: 200 });
    expect(at(4999).read()).toMatchObject({ phase: 'check', percent: 20, etaSeconds: null });
    at(5000).observe({ bytes: 2500, rows: 250 });
    const read = at(5000).read();
    expect(read).toMatchObject({ bytesPerSecond: 500, rowsPerSecond: 50, percent: 25 });
    // 7,500 bytes at 500 a second, then about 1,000 rows at 2 ms.
    expect(read.etaSeconds).toBeCloseTo(17, 1);
  });

  it('reaches 100 % only when the import is done', () => {
    const at = meter();
    at(1000).observe({ bytes: 10_000, rows: 70 });
    expect(at(1000).read().percent).toBe(99);
    at(1500).observe({ bytes: 9_600, rows: 69, rejected: 3 });
    at(2000).enter('publish', { totalRows: 70 });
    expect(at(2000).read()).toMatchObject({
      phase: 'publish',
      percent: 0,
      bytes: 10_000,
      rows: 70,
      rejected: 3,
    });
    at(3000).observePublish(0.5);
    expect(at(3000).read()).toMatchObject({ percent: 50, etaSeconds: null });
    expect(at(8000).read().etaSeconds).toBe(6);
    at(8000).observePublish(1);
    expect(at(8000).read().percent).toBe(99);
    at(8000).enter('done');
    expect(at(8000).read()).toMatchObject({ phase: 'done', percent: 100, etaSeconds: 0 });
  });

  it('tells the time left of a publish from earlier imports, as long as it is not slower', () => {
    const at = meter(10);
    at(6000).observe({ bytes: 10_000, rows: 700, totalRows: 700 });
    at(6000).enter('publish');
    expect(at(8000).read().etaSeconds).toBe(5);
    expect(at(99_000).read().etaSeconds).toBeNull();
  });

  it('starts the check at zero after an upload', () => {
    let time = 0;
    const meter = new ProgressMeter({
      phase: 'upload',
      totalBytes: 0,
      publishMsPerRow: null,
      now: () => time,
    });
    time = 1000;
    meter.observe({ bytes: 4000 });
    expect(meter.read()).toMatchObject({ phase: 'upload', percent: 0, bytes: 4000 });
    meter.enter('check', { totalBytes: 4000 });
    expect(meter.read()).toMatchObject({ phase: 'check', bytes: 0, totalBytes: 4000, bytesPerSecond: 0 });
  });
});
