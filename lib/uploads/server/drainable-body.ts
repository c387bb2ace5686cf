import 'server-only';

const DRAIN_BYTES_MAX = 32 * 1024 * 1024;
const DRAIN_MS = 10_000;

export type DrainableBody = { stream: ReadableStream<Uint8Array>; drain: () => void };

/**
 * A request body that can still be read after a refusal. A client that sends while nobody reads would hang and never
 * see the answer, so `drain` throws the rest away in the background: 32 MiB or 10 s of it, then the connection is cut.
 */
export function drainableBody(body: ReadableStream<Uint8Array>): DrainableBody {
  const reader = body.getReader();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, drain: () => drain(reader) };
}

/** Refuses a body that nobody has begun to read, for an answer that does not need it. */
export function drainBody(request: Request): void {
  if (request.body !== null && !request.body.locked) drain(request.body.getReader());
}

function drain(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const cut = () => reader.cancel().catch(() => undefined);
  const timer = setTimeout(cut, DRAIN_MS);
  // A sender that has gone meanwhile is no news.
  readAway(reader)
    .then(cut, () => undefined)
    .finally(() => clearTimeout(timer));
}

async function readAway(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let bytes = 0; bytes < DRAIN_BYTES_MAX; ) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.length;
  }
}
