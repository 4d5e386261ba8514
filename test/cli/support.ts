import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { main } from '../../server/cli/run.ts';

/** Where the built bundles are; `npm run build` makes them. */
export const dist = resolve(process.env['MULGIL_DIST'] ?? 'dist');

/** A folder with these files, for the time of one test suite. */
export function temporaryFolder(): { readonly path: string; write(files: Readonly<Record<string, string | Uint8Array>>): void } {
  const path = mkdtempSync(join(tmpdir(), 'mulgil-'));
  after(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
  };
}

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The world that a command sees in a test; English unless `env` says otherwise. */
export interface World {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** Standard error is a terminal, and this gets the line of progress. */
  readonly status?: (line: string) => void;
  readonly input?: string | Uint8Array;
}

/** Runs the command line in this process. */
export async function mulgil(
  args: readonly string[],
  { cwd = '.', env = {}, isTerminal = false, status, input = '' }: World = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await main(args, {
    cwd: resolve(cwd),
    env,
    isTerminal,
    ...(status ? { status } : {}),
    out: (text) => void (out += text),
    err: (line) => void (err += `${line}\n`),
    readInput: () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
  });
  return { code, out, err };
}

/** Runs the built command line in a process of its own. */
export function mulgilBundle(args: readonly string[], { cwd = '.', env = {}, input = '' }: World = {}): Outcome {
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {
    cwd: resolve(cwd),
    env: { ...rest, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return { code: status, out: stdout, err: stderr };
}
