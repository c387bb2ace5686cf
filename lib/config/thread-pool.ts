const NODE_DEFAULT = 4;

/** How many file and engine calls Node runs at the same time (UV_THREADPOOL_SIZE; `npm start` raises it). */
export function threadPoolSize(env: Record<string, string | undefined> = process.env): number {
  const size = Number(env.UV_THREADPOOL_SIZE);
  return Number.isInteger(size) && size > 0 ? size : NODE_DEFAULT;
}
