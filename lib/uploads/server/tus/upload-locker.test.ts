import { expect, it } from 'vitest';
import { UploadLocker } from './upload-locker';

const never = () => new AbortController().signal;

it('lets one request at a time have an upload, and asks the holder to finish', async () => {
  const locker = new UploadLocker();
  let asked = 0;
  let holders = 0;
  let most = 0;
  const first = locker.newLock('a');
  await first.lock(never(), () => {
    asked += 1;
  });
  const others = Array.from({ length: 20 }, async () => {
    const lock = locker.newLock('a');
    await lock.lock(never(), () => undefined);
    holders += 1;
    most = Math.max(most, holders);
    await Promise.resolve();
    holders -= 1;
    await lock.unlock();
  });
  expect(asked).toBe(20);
  expect(holders).toBe(0);
  await first.unlock();
  await Promise.all(others);
  expect(most).toBe(1);
});

it('keeps uploads apart', async () => {
  const locker = new UploadLocker();
  await locker.newLock('a').lock(never(), () => undefined);
  await expect(locker.newLock('b').lock(never(), () => undefined)).resolves.toBeUndefined();
});

it('gives up when the waiting request ends', async () => {
  const locker = new UploadLocker();
  await locker.newLock('a').lock(never(), () => undefined);
  const leaving = new AbortController();
  const waiting = locker.newLock('a').lock(leaving.signal, () => undefined);
  leaving.abort();
  await expect(waiting).rejects.toMatchObject({ status_code: 500 });
});
