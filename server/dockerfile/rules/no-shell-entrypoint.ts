import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { type DockerfileModel, type Instruction } from '../model.ts';

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh']);

export const noShellEntrypoint = defineRule<DockerfileModel>({
  id: 'dockerfile/no-shell-entrypoint',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{shell}`이 PID 1이 되어 종료 시그널이 앱에 닿지 않을 수 있습니다. 명령어 앞에 `exec`를 붙이거나 프로그램을 바로 실행하세요.',
    en: '`{shell}` becomes PID 1 and may keep the stop signal from your app. Put `exec` before the command, or run the program itself.',
  },
  variants: {
    script: {
      ko: '스크립트를 `{shell}`로 감싸지 말고 실행 권한을 주어 바로 실행하세요. 스크립트는 `exec "$@"`로 끝나야 앱이 시그널을 받습니다.',
      en: 'Do not wrap the script in `{shell}`: make it executable and run it itself. End it with `exec "$@"`, so that the app gets signals.',
    },
  },
  why: {
    ko: '셸은 받은 시그널을 자식에게 넘기지 않습니다. `docker stop`은 10초를 기다린 뒤 앱을 강제로 끝냅니다.',
    en: 'A shell does not pass signals on to its children, so `docker stop` waits ten seconds and then kills the app.',
  },
  note: 'concepts/pid1',
  check: perInstruction((model, { instruction }, report) => {
    const { keyword, execForm, argumentsSpan: at } = instruction;
    const [program = '', first, script] = execForm ?? [];
    const shell = program.slice(program.lastIndexOf('/') + 1);
    if (keyword !== 'ENTRYPOINT' || !at || !shells.has(shell) || first === undefined) return;
    const about = { at, data: { shell } };
    if (/^-[a-z]*c$/.test(first)) {
      if (script !== undefined && /(?:^|[\s;&|(])exec\s/.test(script)) return;
      report({ ...about, fix: () => withExec(model, instruction) });
    } else if (!first.startsWith('-')) report({ ...about, variant: 'script' });
  }),
  examples: {
    bad: [
      {
        text: 'FROM eclipse-temurin:21-jre\nENTRYPOINT «["sh", "-c", "java $JAVA_OPTS -jar /app.jar"]»\n',
        fixed: 'FROM eclipse-temurin:21-jre\nENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app.jar"]\n',
      },
      { text: 'FROM nginx:1.29\r\nentrypoint «["/bin/bash", \\\r\n  # 시작\r\n  "/entrypoint.sh"]»\r\n' },
      { text: 'FROM node:24\nENTRYPOINT «["/bin/sh", "-ec", "npm run migrate && npm start"]»\n' },
      { text: 'FROM node:24\nONBUILD ENTRYPOINT «["/bin/bash", "-c"]»\n' },
      { text: 'FROM node:24\nENTRYPOINT «["sh", "-c", "cd /app"]»\n' },
    ],
    good: [
      'FROM node:24\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["node", "server.js"]\n',
      'FROM node:24\nENTRYPOINT ["sh", "-c", "npm run migrate && exec npm start"]\n',
      'FROM debian:13\nENTRYPOINT ["/bin/bash"]\nCMD ["bash", "-c", "echo"]\n',
      'FROM debian:13\r\nentrypoint ["bash", \\\r\n  "-l"]\r\n',
      'FROM debian:13\nENTRYPOINT ["tini", "--", "bash", "/run.sh"]\nENTRYPOINT npm start\n',
    ],
  },
});

/** `exec` before a script that is one program with its arguments and nothing else. */
function withExec({ text }: DockerfileModel, { execForm, argumentsSpan }: Instruction): Fix | undefined {
  const script = execForm?.[2] ?? '';
  if (!argumentsSpan || /[;&|(){}<>`\n#]/.test(script)) return undefined;
  const [program = ''] = script.split(' ', 1);
  // Without a dot, slash or known name it may be a command that only the shell has.
  if (!/^(?:java|node|npm|npx|yarn|python3?|gunicorn|uvicorn|ruby|php|dotnet|nginx|[\w.-]*\/[\w./-]+)$/.test(program)) return undefined;
  const written = text.slice(argumentsSpan.start, argumentsSpan.end);
  if (written.includes('\n')) return undefined;
  const third = [...written.matchAll(/"(?:[^"\\]|\\.)*"/g)][2];
  if (!third) return undefined;
  const start = argumentsSpan.start + third.index + 1;
  const title = { ko: '명령어 앞에 `exec` 붙이기', en: 'Put `exec` before the command' };
  return { title, edits: [{ span: { start, end: start }, newText: 'exec ' }], isPreferred: true };
}
