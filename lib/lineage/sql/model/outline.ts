import type { Body } from '../ir/body';
import { namesIn } from '../ir/names-in';
import type { CatalogObject } from '../resolve/catalog';
import { defaultSchema } from '../resolve/dialect-names';
import { followUses } from '../split/used-place';
import type { SqlObject } from '../sql-object';
import type { NameParts } from '../statement';
import { signatureOf } from './signature-of';
import { usesOf } from './uses-of';

/** What of a definition counts before it is bound: enough to put it in its order. */
export type Outline = {
  /** Names that may be objects. */
  readonly names: readonly NameParts[];
  /** What the definition itself makes known: the object it defines, tables it creates, synonyms. */
  readonly makes: readonly CatalogObject[];
};

/** A definition whose body is somewhere else, or not needed any more. */
export type Outlined = { readonly object: SqlObject; readonly outline: Outline };

/** The outline of a definition. */
export function outlineOf(object: SqlObject, body: Body): Outline {
  return { names: namesIn(body), makes: makesOf(object, body) };
}

function makesOf(object: SqlObject, body: Body): CatalogObject[] {
  const { database, type, name, dialect } = object;
  const schema = object.schema ?? defaultSchema(dialect);
  const makes: CatalogObject[] = [];
  const uses = followUses(type === 'script' ? usesOf(body) : [], database);
  if (type !== 'script') {
    const columns = body.returns?.columns ?? (body.columns.length > 0 ? body.columns : null);
    const signature = signatureOf(body);
    const made = { database, schema, name, type, columns };
    makes.push(type === 'procedure' && signature !== null ? { ...made, signature } : made);
  }
  const add = (
    parts: NameParts,
    more: { type: string; columns: readonly string[] | null; synonymOf?: NameParts },
  ) => {
    const [last = '', itsSchema = '', itsDatabase = ''] = parts.toReversed();
    if (/^[#@]/.test(last)) return;
    const { place } = uses;
    makes.push({
      database: itsDatabase || place.database || database,
      schema: itsSchema || place.schema || schema,
      name: last,
      ...more,
    });
  };
  for (const { kind, target, of, columns, tree, use } of body.statements) {
    if (use !== undefined && type === 'script') uses.moveTo(use);
    if (kind === 'create-table' && target !== null) {
      add(target, { type: 'table', columns: columns.length > 0 ? columns : null });
    } else if (kind === 'ddl' && target !== null && columns.length > 0) {
      addColumns(makes, target, columns);
    } else if (kind === 'create-synonym' && target !== null && of !== null) {
      add(target, { type: 'synonym', columns: null, synonymOf: of });
    } else if (tree?.kind === 'create' && !tree.temporary) {
      const listed = tree.columns.length > 0 ? tree.columns : null;
      add(tree.name.parts, { type: tree.view ? 'view' : 'table', columns: listed });
    } else if (tree?.kind === 'select' && tree.into !== null) {
      add(tree.into.parts, { type: 'table', columns: null });
    }
  }
  return makes;
}

/** `ALTER TABLE t ADD a` after the CREATE TABLE of t. */
function addColumns(makes: CatalogObject[], parts: NameParts, columns: readonly string[]): void {
  const [name = '', schema = ''] = parts.toReversed().map((part) => part.toLowerCase());
  const at = makes.findLastIndex(
    (it) =>
      it.type === 'table' &&
      it.name.toLowerCase() === name &&
      (schema === '' || it.schema?.toLowerCase() === schema),
  );
  const table = makes[at];
  if (table?.columns == null) return;
  makes[at] = { ...table, columns: [...table.columns, ...columns] };
}
