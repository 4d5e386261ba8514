import { constants } from 'node:fs';
import { access, chmod, chown, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { reasonOf, UsageError } from './io.ts';

/**
 * Puts a new text in the place of a file's, whole or not at all: a reader sees the old file or the new one. The file keeps its
 * mode and owner; a symbolic link stays one.
 * @param before what the file should still hold, so that nobody's change in the meantime is lost
 * @throws UsageError when the file changed or cannot be written
 */
export async function replaceFile(path: string, before: string, after: string, shown: string): Promise<void> {
  let draft: string | undefined;
  try {
    const target = await realpath(path);
    await access(target, constants.W_OK);
    const { mode, uid, gid } = await stat(target);
    if ((await readFile(target, 'utf8')) !== before) throw new UsageError(`${shown} is not changed: something else changed it just now`);
    draft = join(dirname(target), `.mulgil-${randomUUID()}`);
    await writeFile(draft, after, { mode: 0o600, flag: 'wx' });
    await chown(draft, uid, gid).catch(() => undefined); // only the superuser may give files away
    await chmod(draft, mode & 0o7777);
    await rename(draft, target);
  } catch (error) {
    if (draft !== undefined) await unlink(draft).catch(() => undefined);
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write ${shown}: ${reasonOf(error)}`);
  }
}
