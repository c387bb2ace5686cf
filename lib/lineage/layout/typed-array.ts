/** `array[i]`, for an index that is known to be inside. */
export const int = (array: Int32Array, i: number): number => array[i] as number;

/** `array[i]`, for an index that is known to be inside. */
export const real = (array: Float64Array, i: number): number => array[i] as number;

/** 0, 1, … n - 1. */
export function sequence(n: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[i] = i;
  return out;
}
