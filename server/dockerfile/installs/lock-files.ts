/** Files that fix the versions npm installs. */
export const lockFiles: readonly string[] = ['package-lock.json', 'npm-shrinkwrap.json'];

/** Where they would lie for a Dockerfile at this path: in its folder. */
export function lockFilePaths(path: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return lockFiles.map((file) => folder + file);
}
