import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './document';

const API = join(import.meta.dirname, '..');
const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'];

const routeFiles = readdirSync(API, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'route.ts')
  .map((entry) => join(entry.parentPath, entry.name));

/** `[id]` is `{id}`; an optional `[[...path]]` is two paths, without and with it. */
function documentPaths(file: string): string[] {
  const path = `/api/${relative(API, join(file, '..'))}`;
  const optional = /\/\[\[\.\.\.(\w+)\]\]$/.exec(path);
  if (optional) return [path.slice(0, optional.index), `${path.slice(0, optional.index)}/{${optional[1]}}`];
  return [path.replace(/\[(\w+)\]/g, '{$1}')];
}

const document = openApiDocument();
const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
);

describe('the OpenAPI document', () => {
  it.each(routeFiles.map((file) => [relative(API, file), file]))('has what %s answers', async (_, file) => {
    const module = (await import(file)) as Record<string, unknown>;
    const methods = METHODS.filter((method) => typeof module[method] === 'function');
    expect(methods).not.toEqual([]);
    const paths = documentPaths(file);
    for (const method of methods) {
      expect(documented).toEqual(
        expect.arrayContaining([expect.toBeOneOf(paths.map((path) => `${method} ${path}`))]),
      );
    }
    expect(module.OPTIONS, 'answers CORS preflights').toBeTypeOf('function');
  });

  it('has nothing that no route answers', async () => {
    const answered = await Promise.all(
      routeFiles.map(async (file) => {
        const module = (await import(file)) as Record<string, unknown>;
        return documentPaths(file).flatMap((path) =>
          METHODS.filter((method) => method in module).map((method) => `${method} ${path}`),
        );
      }),
    );
    expect(documented.filter((one) => !answered.flat().includes(one))).toEqual([]);
  });

  it('refers only to what it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(references.length).toBeGreaterThan(0);
    const names = new Set(
      Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
    );
    expect(references.filter((ref) => !names.has(ref ?? ''))).toEqual([]);
  });

  it('names every parameter of a path', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(operations) as { parameters: { name: string; in: string }[] }[]) {
        const declared = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect({ path, names: declared }).toEqual({ path, names: inPath });
      }
    }
  });
});
