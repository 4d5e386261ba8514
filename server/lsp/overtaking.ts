/** Tells which request about a document a newer one of the same kind has overtaken, so that nobody works on answers that nobody needs. */
export interface Overtaking {
  /** Notes a request. Answers whether a newer one has come since, each time it is asked. */
  begin(uri: string): () => boolean;
  /** Forgets a closed document. */
  forget(uri: string): void;
}

/** Watches requests of one kind. */
export function createOvertaking(): Overtaking {
  const newest = new Map<string, object>();
  return {
    begin: (uri) => {
      const request = {};
      newest.set(uri, request);
      return () => newest.has(uri) && newest.get(uri) !== request;
    },
    forget: (uri) => void newest.delete(uri),
  };
}
