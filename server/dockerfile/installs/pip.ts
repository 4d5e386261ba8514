import { operandsOf, type Call, type Install, type ManifestCopy } from './install.ts';

const withValue: ReadonlySet<string> = new Set(
  '-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links -t --target --prefix --trusted-host --root'.split(' '),
);

/** `pip install -r FILE`. */
export function readPip(call: Call): Install | undefined {
  // `.`, a path or `-e` is the project itself.
  const [subcommand, ...operands] = operandsOf(call, withValue);
  if (subcommand !== 'install' || operands.some((word) => /^\.|\//.test(word)) || call.some((word) => /^(?:-e|--editable)/.test(word)))
    return undefined;
  const files = call.flatMap((word, index) => {
    const joined = /^(?:-r|--requirement=)(.+)$/.exec(word)?.[1];
    return joined ?? (/^(?:-r|--requirement)$/.test(call[index - 1] ?? '') ? word : []);
  });
  const [first] = files;
  if (first === undefined) return undefined;
  const constrained = call.some((word) => /^(?:-c|--constraint)/.test(word));
  const known = !constrained && files.every((file) => /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)?$/.test(file) && !file.includes('..'));
  return { tool: 'pip', name: `pip install -r ${first}`, ...(known ? { manifests: pipManifests(files) } : {}) };
}

/** A file in a folder may include others beside it, so the folder comes whole. */
function pipManifests(files: readonly string[]): readonly ManifestCopy[] {
  const plain = files.map((file) => file.replace(/^\.\//, ''));
  const folders = new Set(plain.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))));
  const top = plain.filter((file) => !file.includes('/'));
  return [...(top.length > 0 ? [{ from: top, into: '' }] : []), ...[...folders].map((folder) => ({ from: [`${folder}/`], into: folder }))];
}
