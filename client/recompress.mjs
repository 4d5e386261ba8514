// Packs a ZIP file anew, in its place: node client/recompress.mjs FILE
// A program by itself, because its packer wants to be told of every failure in its process.
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { deflateAsync } from '@gfx/zopfli';

/**
 * Packs what is in a ZIP file as small as its method can: takes seconds where the usual way takes a moment, and saves some four
 * percent. Contents, names and times stay; equal files give equal files.
 * @param {Buffer} zip without encryption and shorter than 4 GB, as `vsce` writes it
 * @returns {Promise<Buffer>}
 */
async function recompress(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = zip.readUInt16LE(end + 10);
  const files = [];
  const directory = [];
  let at = zip.readUInt32LE(end + 16);
  let offset = 0;
  for (let i = 0; i < count; i++) {
    const nameLength = zip.readUInt16LE(at + 28);
    const length = 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const entry = Buffer.from(zip.subarray(at, at + length));
    at += length;

    const data = await packed(zip, entry);
    entry.writeUInt16LE(entry.readUInt16LE(8) & ~8, 8); // sizes stand before the data, not behind it
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(offset, 42);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50);
    entry.copy(header, 4, 6, 30); // version, flags, method, time, checksum, sizes, length of the name
    files.push(header, entry.subarray(46, 46 + nameLength), data);
    offset += header.length + nameLength + data.length;
    directory.push(entry);
  }
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, tail]);
}

/**
 * @param {Buffer} zip
 * @param {Buffer} entry of the central directory
 */
async function packed(zip, entry) {
  const local = entry.readUInt32LE(42);
  const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const before = zip.subarray(begin, begin + entry.readUInt32LE(20));
  if (entry.readUInt16LE(10) !== 8) return before; // not deflated
  const after = await deflateAsync(inflateRawSync(before), { numiterations: 1 });
  return after.length < before.length ? Buffer.from(after) : before;
}

const [, , file = ''] = process.argv;
writeFileSync(file, await recompress(readFileSync(file)));
