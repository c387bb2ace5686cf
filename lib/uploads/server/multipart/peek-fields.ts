import 'server-only';
import { MultipartParts } from './multipart-parts';

/** As much as all fields of a request may be before somebody only sends them to be read here. */
const PEEK_BYTES_MAX = 256 * 1024;

type Peeked = {
  /** The fields before the first file, as far as they arrived in time. */
  fields: Readonly<Record<string, string>>;
  /** The request with its whole body. */
  request: Request;
};

/**
 * Reads the fields of a multipart/form-data body that stand before its first file, and gives the body back whole. Waits for each
 * piece of it for `patienceMs` at most; what is not there by then, or cannot be read, is simply not among the fields.
 */
export async function peekFields(
  request: Request,
  { patienceMs = 1000 }: { patienceMs?: number } = {},
): Promise<Peeked> {
  const fields: Record<string, string> = {};
  if (request.body === null) return { fields, request };
  const reader = request.body.getReader();
  const seen: Uint8Array[] = [];
  let next = quietRead(reader);
  const parts = partsOf(request, fields);
  for (let bytes = 0; bytes < PEEK_BYTES_MAX && parts !== null; ) {
    const read = await within(patienceMs, next);
    if (read === undefined || read.done) break;
    seen.push(read.value);
    bytes += read.value.length;
    next = quietRead(reader);
    if (await parts.isAtFile(read.value)) break;
  }
  await parts?.abandon();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const known = seen.shift();
        if (known !== undefined) return controller.enqueue(known);
        const { done, value } = await next;
        if (done) return controller.close();
        controller.enqueue(value);
        next = quietRead(reader);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const { method, headers, signal } = request;
  return {
    fields,
    request: new Request(request.url, { method, headers, signal, body, duplex: 'half' } as RequestInit),
  };
}

/** A parser that is fed until the first file; null when the body is none that can be parsed. Who reads the body again tells why. */
function partsOf(request: Request, fields: Record<string, string>) {
  let stop = () => {};
  const stopped = new Promise<true>((resolve) => {
    stop = () => resolve(true);
  });
  try {
    const onField = (name: string, value: string) => {
      fields[name] = value;
    };
    const parts = new MultipartParts(request.headers, { onField, onFile: async () => stop() });
    return {
      /** Nobody reads the file, so a write that has come to it may wait for ever. */
      isAtFile: (bytes: Uint8Array) =>
        Promise.race([
          stopped,
          parts.write(bytes).then(
            () => false,
            () => true,
          ),
        ]),
      abandon: () => parts.abandon(),
    };
  } catch {
    return null;
  }
}

/** A read whose failure is told to who awaits it, later. */
function quietRead(reader: ReadableStreamDefaultReader<Uint8Array>) {
  const read = reader.read();
  read.catch(() => undefined);
  return read;
}

/** What a read gives, or undefined when it failed or nothing came in time. */
async function within<T>(ms: number, read: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([read.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
