import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { countSources, destinationOf } from '../arguments/copy-destination.ts';
import { type DockerfileModel } from '../model.ts';

export const directoryDestination = defineRule<DockerfileModel>({
  id: 'dockerfile/directory-destination',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3021'],
  message: {
    ko: '여러 파일을 복사하는 `{path}`는 디렉터리여야 합니다. 끝에 `/`를 붙이세요.',
    en: 'Several files go to `{path}`, so it must be a directory. End it with `/`.',
  },
  why: {
    ko: '`/`가 없으면 BuildKit이 아닌 빌더는 빌드를 멈추고, 읽는 사람도 파일인지 디렉터리인지 알 수 없습니다.',
    en: 'Without the `/` builders other than BuildKit stop, and a reader cannot tell whether it is a file or a directory.',
  },
  note: 'dockerfile/COPY',
  check: perInstruction((model, { instruction }, report) => {
    if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || countSources(model, instruction) < 2) return;
    const destination = destinationOf(model, instruction);
    if (!destination || mayBeDirectory(destination.path)) return;
    const { span, path } = destination;
    const quoted = /["']$/.test(model.text.slice(span.start, span.end));
    const end = span.end - (quoted ? 1 : 0);
    report({
      at: span,
      data: { path },
      ...(instruction.keyword === 'COPY' ? {} : { equivalents: [] }),
      fix: () =>
        span === instruction.argumentsSpan
          ? undefined
          : {
              title: { ko: '끝에 `/` 붙이기', en: 'End it with `/`' },
              edits: [{ span: { start: end, end }, newText: '/' }],
              isPreferred: true,
            },
    });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nCOPY a.txt b.txt «/app»\n', fixed: 'FROM node:24\nCOPY a.txt b.txt /app/\n' },
      {
        text: 'from node:24\r\ncopy --chown=node a.txt \\\r\n  # 설정\r\n  b.txt \\\r\n  «"/my app"»\r\n',
        fixed: 'from node:24\r\ncopy --chown=node a.txt \\\r\n  # 설정\r\n  b.txt \\\r\n  "/my app/"\r\n',
      },
      { text: 'FROM node:24\nONBUILD COPY ["a", "b", «"/c"»]\n', fixed: 'FROM node:24\nONBUILD COPY ["a", "b", "/c/"]\n' },
      { text: 'FROM node:24\nADD a b «$DIR/c»', fixed: 'FROM node:24\nADD a b $DIR/c/' },
    ],
    good: [
      'FROM node:24\nCOPY a b /app/\nCOPY a b .\nCOPY a b ./\nCOPY a b ..\n',
      'FROM node:24\nCOPY a /b\nCOPY *.js /app\n',
      'FROM node:24\nCOPY a b $DIR\nCOPY a b "${DIR}"\n',
      'FROM node:24\nCOPY <<EOF /etc/motd\nhello\nEOF\n',
      'FROM node:24\nCOPY a /b # c d\n',
    ],
  },
});

/** Ends with a slash or dots, or with a variable that may. */
function mayBeDirectory(path: string): boolean {
  const last = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return last === '' || last === '.' || last === '..' || last.includes('$');
}
