/** A package manager, or a tool that works like one. */
export type ManagerName = 'apt' | 'apk' | 'yum' | 'dnf' | 'zypper' | 'pip' | 'pipx' | 'npm' | 'yarn' | 'gem' | 'go';

/** How a package manager's command line is read. */
export interface Manager {
  readonly name: ManagerName;
  /** Subcommands that install the packages they name. */
  readonly install: ReadonlySet<string>;
  /** Subcommands that download packages or lists of them. */
  readonly fills: ReadonlySet<string>;
  /** Options that take the next word as their value. */
  readonly values: ReadonlySet<string>;
}

function manager(name: ManagerName, install: string, fills: string, values: string): Manager {
  const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
  return { name, install: set(install), fills: set(fills), values: set(values) };
}

const rpmFills =
  'install in localinstall reinstall rei update up upgrade upgrade-minimal update-minimal up-min upgrade-to update-to downgrade dg ' +
  'distro-sync dsync distrosync distribution-synchronization groupinstall swap builddep';
const rpmValues =
  '-c --config -d --debuglevel -e --errorlevel -R --randomwait --enablerepo --disablerepo --repo --repoid --installroot --releasever ' +
  '--setopt -x --exclude --excludepkgs --forcearch --enableplugin --disableplugin --advisory --bugfix --cve --downloaddir --destdir';

const apt = manager(
  'apt',
  'install',
  'update',
  '-t --target-release --default-release -o --option -c --config-file -a --host-architecture',
);
const yum = manager('yum', 'install localinstall', rpmFills, rpmValues);
const dnf = manager('dnf', 'install in localinstall', rpmFills, rpmValues);
const pip = manager(
  'pip',
  'install',
  'install',
  '-r --requirement -c --constraint -e --editable -t --target --platform --python-version --implementation --abi --root --prefix -b ' +
    '--build --src --upgrade-strategy --no-binary --only-binary --progress-bar -i --index-url --extra-index-url -f --find-links ' +
    '--trusted-host --cert --client-cert --cache-dir --log --proxy --retries --timeout --exists-action --root-user-action --report -C ' +
    '--config-settings --global-option --install-option --use-feature --use-deprecated --python --group --keyring-provider',
);

/** Package managers by the name of the program. */
export const managers: ReadonlyMap<string, Manager> = new Map([
  ['apt-get', apt],
  ['apt', apt],
  ['aptitude', apt],
  [
    'apk',
    manager(
      'apk',
      'add',
      'add',
      '-X --repository --keys-dir -p --root --arch --repositories-file --wait --cache-dir --cache-max-age --progress-fd -t --virtual --timeout',
    ),
  ],
  ['yum', yum],
  ['dnf', dnf],
  ['dnf5', dnf],
  ['microdnf', dnf],
  ['tdnf', dnf],
  [
    'zypper',
    manager(
      'zypper',
      'install in',
      'install in update up dist-upgrade dup patch install-new-recommends inr source-install si refresh ref',
      '-t --type -r --repo --from -R --root -D --reposd-dir -C --cache-dir -c --config --plus-repo -p --plus-content --solv-cache-dir --pkg-cache-dir',
    ),
  ],
  ['pip', pip],
  ['pipx', manager('pipx', 'install', 'install', '--python --suffix --pip-args -i --index-url --preinstall --backend')],
  [
    'npm',
    manager(
      'npm',
      'install i in ins inst insta instal isnt isnta isntal isntall add',
      'install i ci add',
      '--registry --loglevel --omit --include --only --cache --fetch-timeout --fetch-retries --prefix -C -w --workspace --userconfig ' +
        '--globalconfig --tag --install-strategy --before --location --os --cpu --libc --maxsockets',
    ),
  ],
  [
    'yarn',
    manager(
      'yarn',
      'add',
      'install add',
      '--cwd --cache-folder --modules-folder --network-timeout --registry --mutex --network-concurrency --proxy --https-proxy',
    ),
  ],
  [
    'gem',
    manager(
      'gem',
      'install i',
      'install i update',
      '-v --version -i --install-dir -n --bindir --source -s --platform -P --trust-policy --build-root --proxy -p --file --without ' +
        '--config-file --document --target-rbconfig --use-system-libraries',
    ),
  ],
  [
    'go',
    manager(
      'go',
      'install get run',
      'install get run',
      '-C -mod -modfile -ldflags -gcflags -asmflags -gccgoflags -tags -o -p -exec -overlay -pkgdir -pgo -toolexec -buildmode -compiler -installsuffix',
    ),
  ],
]);
