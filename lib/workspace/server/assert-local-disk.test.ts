import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { assertLocalDisk, networkFileSystem } from './assert-local-disk';

test('network file systems are known by their number, signed or not', () => {
  expect([0x6969, 0xff534d42, 0xff534d42 | 0, 0xfe534d42].map(networkFileSystem)).toEqual([
    'NFS',
    'CIFS',
    'CIFS',
    'SMB2',
  ]);
  // ext4, tmpfs, xfs, btrfs, overlayfs
  expect([0xef53, 0x01021994, 0x58465342, 0x9123683e, 0x794c7630].map(networkFileSystem)).toEqual(
    Array(5).fill(undefined),
  );
});

test('a local folder is fine', async () => {
  await expect(assertLocalDisk(tmpdir())).resolves.toBeUndefined();
});
