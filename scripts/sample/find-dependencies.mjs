/** @typedef {import('./read-objects.mjs').SampleObject} SampleObject */

const WRITTEN = /\b(?:INSERT\s+INTO|MERGE\s+INTO|DELETE\s+FROM|UPDATE)\s+\w+\.\w+/gi;
const SKIPPED = /--.*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g;

/**
 * What an object reads or calls, as the database itself would declare it: two-part names in its text, without comments,
 * strings and the targets it only writes to. Targets are told by the lineage hints in the SQL.
 * @param {SampleObject[]} objects
 * @returns {Array<{ from: SampleObject, to: SampleObject }>} `from` is the referencing object
 */
export function findDependencies(objects) {
  const byName = new Map(objects.map((object) => [fullName(object), object]));
  return objects
    .filter((object) => object.type !== 'Table')
    .flatMap((object) =>
      namesRead(object, schemasOf(objects)).map((name) => {
        const to = byName.get(name);
        if (to === undefined) throw new Error(`${fullName(object)} names ${name}, which does not exist`);
        return { from: object, to };
      }),
    );
}

/** Every two-part name that the object reads or calls, once, in the order of the alphabet; itself left out. */
function namesRead(object, schemas) {
  const text = object.sql.replace(SKIPPED, ' ').replace(WRITTEN, ' ');
  const names = [...text.matchAll(/\b(\w+)\.(\w+)\b/g)]
    .filter(([, schema]) => schemas.has(schema))
    .map(([name]) => name);
  return [...new Set(names)].filter((name) => name !== fullName(object)).sort();
}

const schemasOf = (objects) => new Set(objects.map(({ schema }) => schema));

export const fullName = ({ schema, name }) => `${schema}.${name}`;
