import { AppError } from '@/lib/errors/app-error';
import type { JsonDetection } from '@/lib/formats/json/detect-json';
import { splitPath } from '@/lib/formats/json/json-path';
import type { JsonPlace } from '@/lib/formats/json/json-scanner';

/**
 * Where the records of a JSON text are, by what was found in its head and the path that was chosen (`''`: at the top).
 * @throws AppError `unrecognised-file` with the question `path` when that has to be said, or cannot be as it was said
 */
export function placeJson(fileName: string, found: JsonDetection, path: string | undefined): JsonPlace {
  const ask = (what: string, paths: readonly string[] = []) =>
    new AppError('unrecognised-file', `${fileName} ${what}.`, {
      extra: { file: fileName, question: 'path', line: 1, paths },
    });
  if (found.kind === 'array') {
    if (path === undefined || path === '') return 'array';
    throw ask(`is an array, so its records are at the top and not at “${path}”`);
  }
  if (path !== undefined && path !== '') return { path: splitPath(path) };
  if (found.kind === 'lines') return 'lines';
  if (found.kind === 'problem') throw ask(found.reason);
  const paths = found.arrays.map((array) => array.path);
  if (path === '') {
    if (found.isOneLine) return 'lines';
    throw ask(
      'is one JSON object over several lines, which is no record by itself; choose an array in it',
      paths,
    );
  }
  const list = paths.map((one) => `“${one}”`).join(', ');
  throw ask(`is one JSON object with records inside; say where they are (json.path): ${list}`, paths);
}
