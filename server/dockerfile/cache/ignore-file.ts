import { compileGlob } from '../../text/glob.ts';
import type { Place } from '../../workspace.ts';

/** A `.dockerignore`: what it leaves out of the build context. */
export interface IgnoreFile {
  /** From the workspace's root. */
  readonly path: string;
  /** Whether a path of the build context (`/` between folders) is left out. The last pattern that matches decides. */
  leavesOut(path: string): boolean;
}

/**
 * Where the ignore file of a Dockerfile may lie, the one that counts first: one of its own, then that of the build context,
 * which is taken to be the Dockerfile's folder or the workspace's root.
 * Source: docs.docker.com/build/concepts/context, "Filename and location".
 */
export function ignoreFilePaths(dockerfile: string): readonly string[] {
  const folder = dockerfile.slice(0, dockerfile.lastIndexOf('/') + 1);
  return [...new Set([`${dockerfile}.dockerignore`, `${folder}.dockerignore`, '.dockerignore'])];
}

/** The ignore file of the Dockerfile at a place: `null` when there is none, `undefined` when that is not known. */
export function readIgnoreFile({ path, workspace }: Place): IgnoreFile | null | undefined {
  const found = ignoreFilePaths(path).map((candidate) => ({ path: candidate, text: workspace.read(candidate) }));
  const first = found.find(({ text }) => text !== null);
  if (!first) return null;
  return typeof first.text === 'string' ? { path: first.path, leavesOut: compileIgnore(first.text) } : undefined;
}

/** Reads the patterns of a `.dockerignore`. They start at the context's root; braces mean nothing in them. */
export function compileIgnore(text: string): (path: string) => boolean {
  const patterns = text.split(/\r?\n/).flatMap((line) => {
    const trimmed = line.trim();
    if (trimmed === '' || line.startsWith('#')) return [];
    const isKept = trimmed.startsWith('!');
    const pattern = (isKept ? trimmed.slice(1).trim() : trimmed).replace(/^(?:\.?\/)+/, '').replace(/[{}]/g, '\\$&');
    return pattern === '' ? [] : [{ isKept, matches: compileGlob(pattern) }];
  });
  return (path) => {
    const clean = path.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '');
    return patterns.findLast(({ matches }) => matches(clean))?.isKept === false;
  };
}
