import { expect, test } from 'vitest';
import { createSpeedMeter } from './speed-meter';

test('says nothing before the first second', () => {
  const meter = createSpeedMeter();
  meter.sample(0, 0);
  meter.sample(500, 500);
  expect(meter.speed()).toBeNull();
  meter.sample(1000, 1000);
  expect(meter.speed()).toBeCloseTo(1000);
});

test('follows a change of speed by half every two seconds', () => {
  const meter = createSpeedMeter();
  meter.sample(0, 0);
  meter.sample(4000, 4000);
  meter.sample(4000, 6000);
  expect(meter.speed()).toBeCloseTo(500);
  meter.sample(4000, 8000);
  expect(meter.speed()).toBeCloseTo(250);
});

test('resumed bytes before the first sample do not count as speed', () => {
  const meter = createSpeedMeter();
  meter.sample(5_000_000, 100);
  meter.sample(5_002_000, 2100);
  expect(meter.speed()).toBeCloseTo(1000);
});
