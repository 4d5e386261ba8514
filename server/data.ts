/** What travels beside the code as JSON: `dist/data/<name>.json`, in one copy for all doors. */
export const dataNames = ['content', 'kubernetes', 'descriptions', 'compose'] as const;
export type DataName = (typeof dataNames)[number];

let source: ((name: DataName) => string) | undefined;

/** Says where the data is; each entry of the program does it before anything else. */
export function provideData(read: (name: DataName) => string): void {
  source = read;
}

/**
 * The text of the data, read when it is first needed.
 * @throws Error when no entry has provided it
 */
export function readData(name: DataName): string {
  if (!source) throw new Error(`nobody has provided the data ${name}`);
  return source(name);
}
