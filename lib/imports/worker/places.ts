/**
 * Inside the worker a record's place is one BIGINT: the file's ordinal above, the 1-based record below 40 bits. Places
 * sort by file and then by record, which is the order that decides among repeated records.
 */
export const PLACE_BITS = 40;

export const placeOf = (ordinal: number, recordSql: string) =>
  `(${ordinal}::BIGINT << ${PLACE_BITS}) + ${recordSql}`;
export const fileOfPlace = (placeSql: string) => `(${placeSql} >> ${PLACE_BITS})::INTEGER`;
export const recordOfPlace = (placeSql: string) => `(${placeSql} & ((1::BIGINT << ${PLACE_BITS}) - 1))`;
