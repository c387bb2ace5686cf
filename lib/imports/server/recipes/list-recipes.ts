import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { read } from '@/lib/workspace/server/read';
import { recipes } from '@/lib/workspace/tables';
import { Import } from '../../contract';
import type { listRecipes as endpoint } from '../../draft-contract';
import { Recipe } from '../../recipe';
import { headerFingerprint } from './header-fingerprint';

const json = <T>(shape: z.ZodType<T>) => z.string().transform((text) => shape.parse(JSON.parse(text)));
const Row = z.object({
  dataset: z.string(),
  header: json(z.array(z.string())),
  recipe: json(Recipe),
  version: z.int(),
  isCurrent: z.boolean(),
  fileOrdinal: z.int(),
  document: json(Import),
  total: z.int(),
});

/** Versions that are told at most; `total` counts all. */
const LISTED_MAX = 500;

/** A version is what one import confirmed for one header. A roll back that brings it back does not make another one. */
const VERSIONS = `SELECT *, row_number() OVER (PARTITION BY lower(dataset) ORDER BY written, "fileOrdinal", fingerprint) AS version
  FROM (SELECT dataset, fingerprint, _import, _file AS "fileOrdinal", min(_from) AS written,
      any_value(header) AS header, any_value(recipe) AS recipe,
      bool_or(_from <= $snapshot AND (_to IS NULL OR _to > $snapshot)) AS "isCurrent"
    FROM ${recipes.name} GROUP BY dataset, fingerprint, _import, _file)`;

/**
 * What was confirmed for files with this header (a JSON list of names), or for one dataset, as of a snapshot; newest first.
 * @throws AppError invalid-request when the header is no list of names
 */
export async function listRecipes(
  query: Partial<EndpointInput<typeof endpoint>['query']>,
): Promise<EndpointResponse<typeof endpoint>> {
  const fingerprint = query.header === undefined ? null : headerFingerprint(readHeader(query.header));
  const rows = await read((db) =>
    db.all(
      Row,
      `SELECT v.dataset, v.header, v.recipe, v.version, v."isCurrent", v."fileOrdinal", i.document, count(*) OVER () AS total
       FROM (${VERSIONS}) AS v JOIN imports AS i ON i.id = v._import
       WHERE v.written <= $snapshot AND ($versions OR v."isCurrent")
         AND ($fingerprint IS NULL OR v.fingerprint = $fingerprint)
         AND ($dataset IS NULL OR lower(v.dataset) = lower($dataset))
       ORDER BY v.written DESC, lower(v.dataset), v.version DESC LIMIT ${LISTED_MAX}`,
      {
        fingerprint,
        dataset: query.dataset ?? null,
        versions: query.versions === true,
        snapshot: query.snapshot ?? NEWEST,
      },
    ),
  );
  return { items: rows.map(present), total: rows[0]?.total ?? 0 };
}

const NEWEST = 2 ** 31 - 1;

function present({ document, fileOrdinal, total: _, ...row }: z.infer<typeof Row>) {
  return {
    ...row,
    savedIn: document.number ?? 0,
    file: document.files[fileOrdinal - 1]?.name ?? '',
    owner: document.owner,
    at: document.finishedAt ?? document.createdAt,
    rolledBackBy: document.rolledBackBy,
  };
}

function readHeader(text: string): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(text));
  } catch {
    const reason = 'a JSON list of column names';
    throw new AppError('invalid-request', `header: ${reason}`, {
      invalidParams: [{ name: 'header', reason }],
    });
  }
}
