import { fullName } from './find-dependencies.mjs';

/**
 * @typedef {{ name: string, type: string, isNullable: boolean }} SampleColumn
 * @typedef {import('./read-objects.mjs').SampleObject} SampleObject
 */

/**
 * The columns of every table and view, by `schema.name`. A view's column has the type of the column it passes on or is
 * cast to, else `computed`, as an extract of SQL Server says it.
 * @param {SampleObject[]} objects
 * @returns {Map<string, SampleColumn[]>}
 */
export function findColumns(objects) {
  const byName = new Map(objects.map((object) => [fullName(object), object]));
  const found = new Map();
  const columnsOf = (name) => {
    const object = byName.get(name);
    if (!found.has(name)) {
      found.set(name, object.type === 'Table' ? tableColumns(object) : viewColumns(object, columnsOf));
    }
    return found.get(name);
  };
  for (const object of objects) {
    if (object.type === 'Table' || object.type === 'View') columnsOf(fullName(object));
  }
  return found;
}

/** One column a line, as the sample's tables are written. */
function tableColumns({ sql }) {
  return [...sql.matchAll(/^ {4}(?!CONSTRAINT)(\w+)\s+(\w+(?:\([\d, max]+\))?)\s+(NOT NULL|NULL)/gm)].map(
    ([, name, type, nullable]) => ({ name, type: type.replace(', ', ','), isNullable: nullable === 'NULL' }),
  );
}

function viewColumns(view, columnsOf) {
  const [, list, rest] = /\nSELECT\n([\s\S]*?)\nFROM ([\s\S]*)$/.exec(view.sql) ?? [];
  if (list === undefined) throw new Error(`${fullName(view)}: no select list`);
  const sources = new Map(
    [...`FROM ${rest}`.matchAll(/(LEFT JOIN|JOIN|FROM) (\w+\.\w+) AS (\w+)/g)].map(
      ([, join, name, alias]) => [alias, { name, isOuter: join === 'LEFT JOIN' }],
    ),
  );
  return splitItems(list).map((item) => viewColumn(item, sources, columnsOf, view));
}

function viewColumn(item, sources, columnsOf, view) {
  const [, expression, given] = /^([\s\S]*?)(?:\s+AS\s+(\w+))?$/.exec(item) ?? [];
  const [, alias, column] = /^(\w+)\.(\w+)$/.exec(expression) ?? [];
  if (alias === undefined)
    return { name: given, type: typeOf(expression), isNullable: !/^COUNT\(/.test(expression) };
  const source = sources.get(alias);
  const original = source && columnsOf(source.name).find(({ name }) => name === column);
  if (!original) throw new Error(`${fullName(view)}: there is no ${expression}`);
  return { ...original, name: given ?? column, isNullable: original.isNullable || source.isOuter };
}

function typeOf(expression) {
  if (expression.startsWith('COUNT(')) return 'int';
  return /^CAST\(.* AS (\w+(?:\([\d, ]+\))?)\)$/.exec(expression)?.[1]?.replace(', ', ',') ?? 'computed';
}

/** The items of a select list: split at the commas outside of brackets. */
function splitItems(list) {
  const items = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) items.push('');
    else items[items.length - 1] += character;
  }
  return items.map((item) => item.trim());
}
