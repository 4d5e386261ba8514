import type { CallWord } from './calls.ts';
import type { ManagerName } from './managers.ts';
import { hasOption, installs, type PackageCall } from './read.ts';

/** The packages that a command installs in whatever version there is that day. */
export function unpinnedPackages(call: PackageCall): readonly CallWord[] {
  const isPinned = pinned[call.manager.name];
  if (!isPinned || !installs(call) || versionsElsewhere(call)) return [];
  const isModule = call.scope === 'module';
  if (call.scope !== undefined && !isModule) return [];
  const packages = call.manager.name === 'go' && call.subcommand?.value === 'run' ? call.operands.slice(0, 1) : call.operands;
  return packages.filter(({ value }) => !isKnownOtherwise(value) && !(isModule ? value.includes(':') : isPinned(value)));
}

/** Whether a file or an option says which versions to take. */
function versionsElsewhere(call: PackageCall): boolean {
  switch (call.manager.name) {
    case 'pip':
      return call.options.some(({ name }) => /^(?:-r|-c|--requirement$|--constraint$|-e$|--editable$|--group$)/.test(name));
    case 'gem':
      return hasOption(call, ['-v', '--version', '-g', '--file']);
    case 'zypper':
      return call.options.some(({ name, value }) => /^(?:-t|--type)$/.test(name) && value !== 'package');
    default:
      return false;
  }
}

/** Local paths, and what a variable holds, which may well hold a version. */
function isKnownOtherwise(value: string): boolean {
  return /[$`]/.test(value) || /^(?:\.{1,2}$|\.{0,2}\/|~)/.test(value) || value.startsWith('file:');
}

/** `name-1.2`, `name-1:1.2-3.el9`: the part after the last hyphen starts with a digit. */
function hasRpmVersion(value: string): boolean {
  return /-\d[^-]*$/.test(value) || /\.rpm$/.test(value) || value.startsWith('@') || value.includes('://');
}

const pinned: Readonly<Partial<Record<ManagerName, (value: string) => boolean>>> = {
  // `name=version`, `name/release`, a file, and the marks of apt for tasks (`name^`) and removing (`name-`).
  apt: (value) => /[=/]|\.deb$|[-^]$/.test(value),
  apk: (value) => /[=<>~@]|\.apk$|^!/.test(value),
  yum: hasRpmVersion,
  dnf: hasRpmVersion,
  zypper: (value) => /[=<>]/.test(value) || hasRpmVersion(value),
  pip: isPinnedPip,
  pipx: isPinnedPip,
  npm: (value) =>
    /^(?:git|https?|ssh)[+:]|^(?:github|gitlab|bitbucket|gist):/.test(value) || /^[^@/]+\/[^/]+$/.test(value)
      ? value.includes('#') || /\.(?:tgz|tar(?:\.gz)?)$/.test(value)
      : value.includes('@', 1) || /\.(?:tgz|tar(?:\.gz)?)$/.test(value),
  gem: (value) => value.includes(':') || value.endsWith('.gem'),
  go: (value) => /@(?!latest$)/.test(value) || value.endsWith('.go') || /^(?:std|cmd|all|tool)$/.test(value),
};

function isPinnedPip(value: string): boolean {
  const address = /^(?:.*@\s*)?((?:git|hg|svn|bzr)\+.*)$/.exec(value)?.[1];
  // `git+https://host/path.git@ref`; an `@` before the host belongs to the user.
  if (address !== undefined) return /\/[^/]*@[^#/]+/.test(address.slice(address.indexOf('/', address.indexOf('://') + 3)));
  return /[=<>~!]=|[<>]|[/\\]|\.(?:whl|zip|tar\.(?:gz|bz2|xz)|tgz)$/.test(value);
}
