import { availableParallelism } from 'node:os';
import { z } from 'zod';

const GiB = 1024 ** 3;
const MiB = 1024 ** 2;

const bytes = (fallback: number, least: number) =>
  z.coerce.number().int('a whole number of bytes').min(least).default(fallback);

/** Splits `a, b` into `['a', 'b']`; every entry must be an origin such as `https://data.example.com`. */
const originList = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .pipe(z.array(z.string().refine(isOrigin, 'a comma list of origins such as https://data.example.com')));

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Every setting of the server: name, default and what is allowed. `.env.example` is tested against it. */
export const SettingsSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  WORKSPACE_DIR: z.string().min(1).default('./workspace'),
  MAX_FILE_SIZE_BYTES: bytes(20_000_000_000, 1),
  ALLOWED_ORIGINS: originList,
  NEXT_PUBLIC_API_URL: z
    .string()
    .default('')
    .refine(
      (text) => text === '' || isOrigin(text),
      'empty (same origin) or an origin such as https://data.example.com',
    ),
  IDENTITY_MODE: z.enum(['none']).default('none'),
  IMPORT_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
  DRY_RUN_CONCURRENCY: z.coerce.number().int().min(1).max(16).default(2),
  PAUSE_MAX_SECONDS: z.coerce.number().int().min(1).max(86_400).default(600),
  WORKER_MEMORY_BYTES: bytes(512 * MiB, 64 * MiB),
  SERVER_MEMORY_BYTES: bytes(1 * GiB, 128 * MiB),
  WORKER_SPARE_SECONDS: z.coerce.number().int().min(0).max(3600).default(30),
  SYNC_ROW_THRESHOLD: z.coerce.number().int().min(0).max(1_000_000).default(1000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Settings = z.infer<typeof SettingsSchema>;
