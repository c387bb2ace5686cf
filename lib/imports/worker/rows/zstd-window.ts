/** Bytes of memory that the first frame of a Zstandard file needs (RFC 8878, 3.1.1.1); 0 where the head does not say. */
export function zstdWindow(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 14 || view.getUint32(0, true) !== 0xfd2fb528) return 0;
  const descriptor = view.getUint8(4);
  const single = (descriptor & 0x20) !== 0;
  if (!single) {
    const window = view.getUint8(5);
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  // A single segment is as large as its content, whose size stands after the dictionary's id.
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 0:
      return view.getUint8(at);
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return at + 8 <= head.length ? Number(view.getBigUint64(at, true)) : 0;
  }
}
