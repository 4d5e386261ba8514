import type { ShellCommand } from '../shell.ts';

/** Tasks of Gradle that make something to run or publish. */
const gradleTask = /^:?(?:[\w-]+:)*(?:build|assemble|jar|bootJar|shadowJar|war|bootWar|installDist)$/;

/** Whether a command compiles or bundles an application, by its program's name. */
const builds: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  gradle: (words) => words.some((word) => gradleTask.test(word)),
  gradlew: (words) => words.some((word) => gradleTask.test(word)),
  mvn: (words) => words.some((word) => /^(?:package|verify|install)$/.test(word)),
  mvnw: (words) => words.some((word) => /^(?:package|verify|install)$/.test(word)),
  go: ([first]) => first === 'build',
  cargo: ([first]) => first === 'build',
  dotnet: ([first]) => first === 'publish',
  npm: ([first, second]) => /^run(?:-script)?$/.test(first ?? '') && isBuildScript(second),
  pnpm: ([first, second]) => isBuildScript(first === 'run' ? second : first),
  yarn: ([first, second]) => isBuildScript(first === 'run' ? second : first),
  bun: ([first, second]) => first === 'run' && isBuildScript(second),
};

/** The name of the build that a command runs (`go build`, `npm run build`), or `undefined` when it builds nothing. */
export function buildName({ words }: ShellCommand): string | undefined {
  const [program = '', ...rest] = words;
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (!Object.hasOwn(builds, name) || !builds[name]?.(rest)) return undefined;
  const shown = rest.filter((word) => !word.startsWith('-')).slice(0, name === 'npm' || rest[0] === 'run' ? 2 : 1);
  return [name, ...shown].join(' ').slice(0, 60);
}

function isBuildScript(script: string | undefined): boolean {
  return /^build(?::[\w:-]+)?$/.test(script ?? '');
}
