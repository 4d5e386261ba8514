import { mountsOf, mountType, mountValue } from '../arguments/mounts.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { callsOf, type Call, type Run } from './calls.ts';
import type { ManagerName } from './managers.ts';
import { hasOption, readPackageCall, type PackageCall } from './read.ts';

/** Where a package manager leaves what it downloaded, and the command that throws it away. */
interface Cache {
  readonly folders: readonly string[];
  cleans(call: PackageCall, filled: PackageCall): boolean;
  readonly clean?: (filled: PackageCall) => string;
}

const cleanAll = (programs: RegExp, call: PackageCall): boolean =>
  programs.test(call.program) && call.subcommand?.value === 'clean' && call.operands.some(({ value }) => value === 'all');

const caches: Readonly<Partial<Record<ManagerName, Cache>>> = {
  apt: {
    folders: ['/var/lib/apt/lists'],
    cleans: ({ subcommand }) => subcommand?.value === 'dist-clean' || subcommand?.value === 'distclean',
    clean: () => 'rm -rf /var/lib/apt/lists/*',
  },
  apk: {
    folders: ['/var/cache/apk', '/etc/apk/cache'],
    cleans: ({ subcommand, operands }) => subcommand?.value === 'cache' && operands[0]?.value === 'clean',
  },
  yum: { folders: ['/var/cache/yum', '/var/cache/dnf'], cleans: (call) => cleanAll(/^(?:yum|dnf)$/, call), clean: () => 'yum clean all' },
  dnf: {
    folders: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
    cleans: (call, filled) =>
      cleanAll(new Map([['dnf', /^(?:dnf5?|yum)$/]]).get(filled.program) ?? new RegExp(`^${filled.program}$`), call),
    clean: ({ program }) => `${program} clean all`,
  },
  zypper: {
    folders: ['/var/cache/zypp'],
    cleans: ({ program, subcommand }) => program === 'zypper' && /^(?:clean|cc)$/.test(subcommand?.value ?? ''),
    clean: () => 'zypper clean --all',
  },
  pip: {
    folders: ['/root/.cache/pip', '~/.cache/pip', '$HOME/.cache/pip'],
    cleans: ({ subcommand, operands }) => subcommand?.value === 'cache' && operands[0]?.value === 'purge',
  },
  yarn: {
    folders: ['/usr/local/share/.cache/yarn', '/root/.cache/yarn', '~/.cache/yarn', '$HOME/.cache/yarn', '/root/.yarn/berry/cache'],
    cleans: ({ subcommand, operands }) => subcommand?.value === 'cache' && operands[0]?.value === 'clean',
    clean: () => 'yarn cache clean',
  },
};

/** A command whose downloads stay in the layer. */
export interface LeftBehind {
  readonly run: Run;
  readonly filled: PackageCall;
  /** A command for the end of the RUN that would throw them away. */
  readonly clean: string | undefined;
}

/** The commands of a RUN that leave their downloads in its layer. Where one command at the end cleans up, only the last one. */
export function leftBehind(model: DockerfileModel, run: Run): readonly LeftBehind[] {
  const calls = callsOf(model, run.instruction);
  const found = new Map<string | Call, LeftBehind>();
  const cleaned = new Map<string, number>();
  calls.forEach((call, index) => {
    const filled = readPackageCall(call);
    const cache = filled && caches[filled.manager.name];
    if (!cache || !fills(filled) || mounts(model, run.instruction, filled.manager.name, cache.folders)) return;
    let last = cleaned.get(filled.program);
    if (last === undefined) {
      last = calls.findLastIndex((other) => removes(other, cache.folders) || isClean(cache, readPackageCall(other), filled));
      cleaned.set(filled.program, last);
    }
    if (index >= last)
      found.set(cache.clean ? filled.program : call, {
        run,
        filled,
        clean: cache.clean && `${filled.call.sudo ? 'sudo ' : ''}${cache.clean(filled)}`,
      });
  });
  return [...found.values()];
}

function isClean(cache: Cache, call: PackageCall | undefined, filled: PackageCall): boolean {
  if (!call) return false;
  return call.manager.name === filled.manager.name || /^(?:yum|dnf)$/.test(call.manager.name) ? cache.cleans(call, filled) : false;
}

function fills(call: PackageCall): boolean {
  const { manager, subcommand, options } = call;
  if (hasOption(call, ['--help', '--version', '--print-uris', '--dry-run'])) return false;
  if (manager.name === 'yarn' && !subcommand) return options.every(({ name }) => name !== '-v');
  if (!subcommand || !manager.fills.has(subcommand.value)) return false;
  if (manager.name === 'apk') return !hasOption(call, ['--no-cache']);
  if (manager.name === 'pip') return !hasOption(call, ['--no-cache-dir', '--no-cache']);
  return true;
}

/** Whether a cache or a temporary file system is mounted over one of the folders. */
function mounts(model: DockerfileModel, run: Instruction, name: ManagerName, folders: readonly string[]): boolean {
  return mountsOf(model, run).some((options) => {
    const type = mountType(options);
    const target = (mountValue(options, 'target') ?? '').replace(/\/$/, '');
    if ((type !== 'cache' && type !== 'tmpfs') || target === '') return false;
    // Another user's home, or a folder that an option or a variable chooses.
    const elsewhere =
      name === 'pip' || name === 'yarn' ? new RegExp(`\\.cache(?:/${name}(?:/v\\d+)?)?$|/\\.?${name}[\\w.-]*$|\\$`).test(target) : false;
    return elsewhere || folders.some((folder) => `${folder}/`.startsWith(`${target}/`));
  });
}

/** Whether the command deletes one of the folders or what is in it. */
function removes({ program, words }: Call, folders: readonly string[]): boolean {
  if (program !== 'rm' && program !== 'find') return false;
  return words.some(({ value }) => {
    const path = value.replace(/\/?\*?$/, '');
    return path.length > 1 && folders.some((folder) => path === folder || folder.startsWith(`${path}/`) || path.startsWith(`${folder}/`));
  });
}
