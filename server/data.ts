import { decompress } from 'fzstd';
import { dataFiles, type DataName } from './data-files.ts';

/** The bytes of a file, or JSON as text. */
export type Data = string | Uint8Array;

let source: ((name: DataName) => Data) | undefined;

/** Says where the data is; each entry of the program does it before anything else. */
export function provideData(read: (name: DataName) => Data): void {
  source = read;
}

/**
 * The text of the data, read when it is first needed.
 * @throws Error when no entry has provided it
 */
export function readData(name: DataName): string {
  if (!source) throw new Error(`nobody has provided the data ${name}`);
  const data = source(name);
  if (typeof data === 'string') return data;
  return new TextDecoder().decode(dataFiles[name].endsWith('.zst') ? decompress(data) : data);
}
