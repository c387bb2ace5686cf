import 'server-only';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { AppError } from '@/lib/errors/app-error';
import { PartCounter } from './part-counter';

const FILES_MAX = 100;
const FIELDS_MAX = 64;
const FIELD_BYTES_MAX = 64 * 1024;

export type PartHandlers = {
  onField: (name: string, value: string) => void | Promise<void>;
  onFile: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
};

/**
 * The parts of a multipart/form-data body, handled one after the other in the order of the body. `write` resolves when
 * more bytes are welcome, so a slow disk slows the sender down.
 */
export class MultipartParts {
  readonly #parser: busboy.Busboy;
  readonly #counter: PartCounter;
  readonly #handlers: PartHandlers;
  readonly #open = new Set<Readable>();
  #failure: { readonly error: unknown } | null = null;
  #onFailure: (error: unknown) => void = () => {};
  #turn: Promise<void> = Promise.resolve();
  #seen = 0;

  /** @throws AppError unsupported-media-type, invalid-request */
  constructor(headers: Headers, handlers: PartHandlers) {
    this.#handlers = handlers;
    const type = headers.get('content-type') ?? '';
    this.#counter = new PartCounter(boundaryOf(type));
    this.#parser = busboy({
      headers: { 'content-type': type },
      preservePath: true,
      defParamCharset: 'utf8',
      limits: { files: FILES_MAX, fields: FIELDS_MAX, fieldSize: FIELD_BYTES_MAX },
    });
    this.#listen();
  }

  #listen(): void {
    this.#parser
      .on('field', (name, value, { nameTruncated, valueTruncated }) => {
        this.#seen += 1;
        this.#queue(async () => {
          if (name === 'files') throw unnamedFile();
          if (nameTruncated || valueTruncated) throw fieldTooLarge(name);
          await this.#handlers.onField(name, value);
        });
      })
      .on('file', (part, bytes, { filename }) => {
        this.#seen += 1;
        this.#open.add(bytes);
        bytes
          .once('close', () => this.#open.delete(bytes))
          .on('error', (error) => this.#fail(unreadable(error)));
        this.#queue(async () => {
          if (part !== 'files') throw wrongPart(part);
          if (!filename) throw unnamedFile();
          // Without destroyOnReturn a handler that stops early would be reported as a damaged body.
          await this.#handlers.onFile(filename, bytes.iterator({ destroyOnReturn: false }));
        });
      })
      .on('filesLimit', () => this.#fail(tooMany(`${FILES_MAX} files`)))
      .on('fieldsLimit', () => this.#fail(tooMany(`${FIELDS_MAX} fields`)))
      .on('error', (error) => this.#fail(unreadable(error)));
  }

  #queue(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work);
    this.#turn.catch(this.#fail);
  }

  /** The first failure is told to the write or end that waits, else to the next one. */
  readonly #fail = (error: unknown): void => {
    this.#failure ??= { error };
    this.#onFailure(this.#failure.error);
  };

  /** Not `Promise.race`: a promise that lives as long as the body would hold something of each piece of it. */
  #orFailure(step: Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#onFailure = reject;
      step.then(() => resolve(), reject);
      if (this.#failure !== null) reject(this.#failure.error);
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#counter.read(bytes);
    const isWelcome = this.#parser.write(bytes);
    await this.#orFailure(isWelcome ? Promise.resolve() : once(this.#parser, 'drain'));
  }

  /** Resolves when every part has been handled; throws when a part was passed over. */
  async end(): Promise<void> {
    const closed = once(this.#parser, 'close');
    this.#parser.end();
    await this.#orFailure(closed.then(() => this.#turn));
    const { parts } = this.#counter;
    if (parts !== this.#seen) {
      throw new AppError(
        'invalid-request',
        `${parts - this.#seen} of ${parts} parts have a header we cannot read.`,
      );
    }
  }

  /** Stops in the middle and resolves when no handler runs any more. */
  async abandon(): Promise<void> {
    this.#parser.destroy();
    for (const bytes of this.#open) bytes.destroy();
    await this.#turn.catch(() => undefined);
  }
}

function boundaryOf(type: string): string {
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError(
      'unsupported-media-type',
      `Send the body as multipart/form-data, not ${type || 'without a type'}.`,
    );
  }
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary !== undefined) return boundary;
  throw new AppError('invalid-request', 'The Content-Type of a multipart body needs a boundary.');
}

/** A control character is what makes a part's header unreadable, and it sits in the file name. */
function unreadable(error: unknown): AppError {
  const message = error instanceof Error ? error.message : String(error);
  return message === 'Malformed part header'
    ? new AppError(
        'invalid-filename',
        'The header of a part, where its file name is, has a control character such as NUL or is malformed.',
      )
    : new AppError('invalid-request', `The body is not readable as multipart/form-data: ${message}.`, {
        cause: error,
      });
}

const unnamedFile = () => new AppError('invalid-filename', 'A part named files has no file name.');

const wrongPart = (part: string | undefined) =>
  new AppError('invalid-request', `Send files in parts named files, not ${JSON.stringify(part ?? '')}.`);

const tooMany = (what: string) => new AppError('invalid-request', `One request may carry ${what}.`);

const fieldTooLarge = (name: string) =>
  new AppError('too-large', `The field ${JSON.stringify(name)} is too long.`, {
    extra: { limitBytes: FIELD_BYTES_MAX },
  });
