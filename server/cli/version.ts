// The bundler puts the version of package.json here.
declare const MULGIL_VERSION: string;

/** Mulgil's version. */
export const version = MULGIL_VERSION;
