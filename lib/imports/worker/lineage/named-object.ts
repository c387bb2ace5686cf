/** An object that definitions name. One that no file lists is of another database or server, made by them, or not to be found. */
export type NamedObject = { id: string; database: string; schema: string; name: string; type: string };
