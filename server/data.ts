import { dataFiles, textParts, type DataName, type TextPart } from './data-files.ts';
import { unpack } from './unpack.ts';

/** The bytes of a file, or its text. */
export type Data = string | Uint8Array;

let source: ((name: DataName) => Data) | undefined;
/** What came out of `texts` with what was asked for, until it is asked for as well. */
let unpacked = new Map<TextPart, string>();

/** Says where the data is; each entry of the program does it before anything else. */
export function provideData(read: (name: DataName) => Data): void {
  source = read;
  unpacked = new Map();
}

/**
 * JSON of the data, read when it is first needed. Who asks keeps what it says.
 * @throws Error when no entry has provided it
 */
export function readData(name: Exclude<DataName, 'texts'> | TextPart): string {
  if (!isPart(name)) return readFile(name);
  if (!unpacked.has(name))
    unpacked = new Map(
      readFile('texts')
        .split('\0')
        .map((text, at) => [textParts[at] ?? name, text]),
    );
  const text = unpacked.get(name) ?? '';
  unpacked.delete(name);
  return text;
}

function readFile(name: DataName): string {
  if (!source) throw new Error(`nobody has provided the data ${name}`);
  const data = source(name);
  if (typeof data === 'string') return data;
  return new TextDecoder().decode(name === 'texts' ? unpack(data) : data);
}

function isPart(name: DataName | TextPart): name is TextPart {
  return !Object.hasOwn(dataFiles, name);
}
