import { operandsOf, programOf, type Call, type Install, type ManifestCopy } from './install.ts';

const gradleValues: ReadonlySet<string> = new Set([
  '-p',
  '--project-dir',
  '-b',
  '--build-file',
  '-c',
  '--settings-file',
  '-g',
  '--gradle-user-home',
  '-I',
  '--init-script',
  '-x',
  '--exclude-task',
]);

/** Gradle and its wrapper: every task downloads what it needs. */
export function readGradle(call: Call): Install | undefined {
  const tasks = operandsOf(call, gradleValues).filter((task) => !/^(?:clean|wrapper|tasks|help|init|projects|properties)$/.test(task));
  const [task] = tasks;
  if (task === undefined) return undefined;
  const elsewhere = call.some((word) => /^(?:-[pbcI]|--(?:project-dir|build-file|settings-file|init-script))(?:=|$)/.test(word));
  const wrapper = programOf(call) === 'gradlew';
  const files: ManifestCopy = { from: [...(wrapper ? ['gradlew'] : []), 'settings.gradle*', 'build.gradle*'], into: '' };
  const manifests = elsewhere ? {} : { manifests: wrapper ? [files, { from: ['gradle/'], into: 'gradle' }] : [files] };
  const downloads = tasks.every((name) => /^(?:.*:)?dependencies$/.test(name));
  return {
    tool: 'gradle',
    name: `${call[0] ?? ''} ${task}`,
    ...manifests,
    ...(downloads ? {} : { prefetch: `${call[0] ?? ''} dependencies --no-daemon` }),
  };
}

const mavenValues: ReadonlySet<string> = new Set([
  '-f',
  '--file',
  '-pl',
  '--projects',
  '-s',
  '--settings',
  '-gs',
  '--global-settings',
  '-P',
  '--activate-profiles',
  '-T',
  '--threads',
  '-rf',
  '-l',
]);

/** Maven and its wrapper. */
export function readMaven(call: Call): Install | undefined {
  const goals = operandsOf(call, mavenValues).filter((goal) => !/^(?:clean|validate|help:.*|wrapper:.*)$/.test(goal));
  const [goal] = goals;
  if (goal === undefined) return undefined;
  const elsewhere = call.some((word) => /^(?:-f|-pl|-s|-gs|--(?:file|projects|settings|global-settings))(?:=|$)/.test(word));
  const wrapper = programOf(call) === 'mvnw';
  const files: ManifestCopy = { from: [...(wrapper ? ['mvnw'] : []), 'pom.xml'], into: '' };
  const manifests = elsewhere ? {} : { manifests: wrapper ? [files, { from: ['.mvn/'], into: '.mvn' }] : [files] };
  const downloads = goals.every((name) => name.startsWith('dependency:'));
  return {
    tool: 'maven',
    name: `${call[0] ?? ''} ${goal}`,
    ...manifests,
    ...(downloads ? {} : { prefetch: `${call[0] ?? ''} -B dependency:go-offline` }),
  };
}
