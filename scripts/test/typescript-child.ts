import { type ChildProcess, spawn } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { bundleTypescript } from '../setup/bundle-typescript.mjs';

/** Bundles a TypeScript entry so that it runs as a process of its own; returns the file. */
export async function bundleForChild(entry: string): Promise<string> {
  const name = `test/${basename(entry, '.ts')}`;
  await bundleTypescript({ [name]: entry });
  return resolve('build', `${name}.mjs`);
}

export type TypescriptChild = {
  readonly process: ChildProcess;
  /** Lines of standard output so far. */
  readonly lines: string[];
  /** Resolves with the first line that starts with `prefix`, printed before or later; rejects when the process ends first. */
  line(prefix: string): Promise<string>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
};

/** Starts a bundle with JSON arguments. */
export function startChild(bundle: string, args: unknown, env: Record<string, string> = {}): TypescriptChild {
  const child = spawn(process.execPath, [bundle, JSON.stringify(args)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  let stderr = '';
  let over = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    tell();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const ended = new Promise<Awaited<TypescriptChild['ended']>>((done) => {
    child.on('close', (code, signal) => {
      over = true;
      tell();
      done({ code, signal, stderr });
    });
  });
  const line = (prefix: string) =>
    new Promise<string>((found, failed) => {
      const look = () => {
        const match = lines.find((text) => text.startsWith(prefix));
        if (match === undefined && !over) return;
        listeners.delete(look);
        if (match === undefined) failed(new Error(`The process ended without "${prefix}": ${stderr}`));
        else found(match);
      };
      listeners.add(look);
      look();
    });
  return { process: child, lines, line, ended };
}
