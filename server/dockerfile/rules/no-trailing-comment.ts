import { defineRule, type Fix } from '../../rule.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { swallowingComment, trailingComment } from '../arguments/trailing-comment.ts';
import { insertAbove } from '../edits.ts';
import { inStage, placedInstructions, type DockerfileModel, type Instruction, type Placed, type Stage } from '../model.ts';

export const noTrailingComment = defineRule<DockerfileModel>({
  id: 'dockerfile/no-trailing-comment',
  // Not an error: WORKDIR, USER, VOLUME, ARG and the exec form take the words silently.
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '줄 뒤의 `#`은 주석이 아니라 `{keyword}`의 인자가 됩니다. 주석을 윗줄로 옮기세요.',
    en: 'A `#` after the arguments starts no comment: `{keyword}` takes it as an argument. Move the comment to the line above.',
  },
  variants: {
    from: {
      ko: '줄 뒤의 `#`은 주석이 아닙니다. `FROM`의 인자가 늘어나 빌드가 실패합니다. 주석을 윗줄로 옮기세요.',
      en: 'This `#` starts no comment: `FROM` gets too many arguments and the build fails. Move the comment to the line above.',
    },
    copy: {
      ko: '`{keyword}`는 `#`과 그 뒤의 단어를 파일 이름으로, 마지막 단어를 복사할 곳으로 읽습니다. 주석을 윗줄로 옮기세요.',
      en: '`{keyword}` takes `#` and the words after it as files, and the last one as the destination. Move the comment to the line above.',
    },
    expose: {
      ko: '`EXPOSE`는 `#`과 그 뒤의 단어도 포트로 읽어 빌드가 실패합니다. 주석을 윗줄로 옮기세요.',
      en: '`EXPOSE` reads `#` and the words after it as ports, and the build fails. Move the comment to the line above.',
    },
    workdir: {
      ko: '`WORKDIR`은 `#`과 그 뒤까지 디렉터리 이름으로 씁니다. 주석을 윗줄로 옮기세요.',
      en: '`WORKDIR` makes `#` and all that follows part of the directory name. Move the comment to the line above.',
    },
    user: {
      ko: '`USER`는 `#`과 그 뒤까지 사용자 이름으로 씁니다. 주석을 윗줄로 옮기세요.',
      en: '`USER` makes `#` and all that follows part of the user name. Move the comment to the line above.',
    },
    volume: {
      ko: '`VOLUME`은 `#`과 그 뒤의 단어마다 볼륨을 하나씩 만듭니다. 주석을 윗줄로 옮기세요.',
      en: '`VOLUME` declares a volume for `#` and for every word after it. Move the comment to the line above.',
    },
    arg: {
      ko: '`ARG`는 `#`과 그 뒤의 단어도 빌드 인자로 선언합니다. 주석을 윗줄로 옮기세요.',
      en: '`ARG` declares `#` and the words after it as build arguments too. Move the comment to the line above.',
    },
    pairs: {
      ko: '`{keyword}`는 `#` 뒤의 단어도 `이름=값`으로 읽으려다 빌드가 실패합니다. 주석을 윗줄로 옮기세요.',
      en: '`{keyword}` tries to read `#` and the words after it as `name=value`, and the build fails. Move the comment to the line above.',
    },
    value: {
      ko: '`#`과 그 뒤까지 `{keyword}` 값의 일부가 됩니다. 주석을 윗줄로 옮기세요.',
      en: '`#` and all that follows become part of the value of `{keyword}`. Move the comment to the line above.',
    },
    execForm: {
      ko: '`]` 뒤에 글자가 있으면 JSON 배열이 아니어서, `{keyword}`의 대괄호까지 셸이 명령어로 읽습니다. 주석을 윗줄로 옮기세요.',
      en: 'With text after `]` this is no JSON array: a shell takes the brackets of `{keyword}` as a command. Move the comment to the line above.',
    },
    shell: {
      ko: '`SHELL`은 JSON 배열만 받으므로 `]` 뒤에 글자가 있으면 빌드가 실패합니다. 주석을 윗줄로 옮기세요.',
      en: '`SHELL` takes nothing but a JSON array, so with text after `]` the build fails. Move the comment to the line above.',
    },
    swallows: {
      ko: '이어진 줄은 하나로 합쳐지므로 이 `#` 뒤의 명령어는 하나도 실행되지 않습니다. 주석을 따로 한 줄에 적으세요.',
      en: 'Continued lines are joined into one, so no command after this `#` runs. Give the comment a line of its own.',
    },
  },
  why: {
    ko: 'Dockerfile의 주석은 줄 맨 앞의 `#`뿐입니다. 빌드가 엉뚱한 오류로 실패하거나, 아무 말 없이 다른 이미지가 만들어집니다.',
    en: 'In a Dockerfile only a `#` at the beginning of a line starts a comment. The build fails with an error that misleads, or quietly makes another image.',
  },
  note: 'dockerfile/comment',
  check(model, report) {
    const withShell = new Set<Stage | undefined>();
    for (const placed of placedInstructions(model)) {
      const { instruction, stage } = placed;
      const at = trailingComment(model, instruction);
      const about = { data: { keyword: instruction.keyword }, ...inStage(stage) };
      if (at) report({ at, ...variantOf(model, instruction, at), ...about, fix: () => moveUp(model, placed, at) });
      if (instruction.keyword === 'SHELL') withShell.add(stage);
      // Another shell may have other comments.
      const swallowing = at || withShell.has(stage) ? undefined : swallowingComment(model, instruction);
      if (swallowing) report({ at: swallowing, variant: 'swallows', ...about });
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM gradle:8-jdk21 AS builder «# 빌드 스테이지»\nRUN gradle build # 셸이 버립니다\n',
        fixed: '# 빌드 스테이지\nFROM gradle:8-jdk21 AS builder\nRUN gradle build # 셸이 버립니다\n',
      },
      {
        text: 'FROM node:24\nCOPY . .   «# 소스 복사»\n',
        fixed: 'FROM node:24\n# 소스 복사\nCOPY . .\n',
      },
      {
        text: 'from node:24\r\n  add ["a b", "#c", "/d/"] «#전체»\r\nexpose 80\r\n',
        fixed: 'from node:24\r\n  #전체\r\n  add ["a b", "#c", "/d/"]\r\nexpose 80\r\n',
      },
      { text: 'FROM node:24\nEXPOSE 8080/tcp 9090 «## 웹, 관리»', fixed: 'FROM node:24\n## 웹, 관리\nEXPOSE 8080/tcp 9090' },
      { text: 'FROM node:24\nWORKDIR /app «# 작업 폴더»\t\n', fixed: 'FROM node:24\n# 작업 폴더\nWORKDIR /app\n' },
      { text: 'FROM node:24\nCMD ["npm", "start"]«# 실행»\n', fixed: 'FROM node:24\n# 실행\nCMD ["npm", "start"]\n' },
      {
        text: 'FROM node:24\nENTRYPOINT [ \\\n  "node", \\\n  # 시작 파일\n  "server.js" \\\n  ] «# [서버]»\n',
        fixed: 'FROM node:24\n# [서버]\nENTRYPOINT [ \\\n  "node", \\\n  # 시작 파일\n  "server.js" \\\n  ]\n',
      },
      {
        text: 'FROM node:24\nHEALTHCHECK --interval=5s CMD ["curl", "localhost"] «# 점검»\n',
        fixed: 'FROM node:24\n# 점검\nHEALTHCHECK --interval=5s CMD ["curl", "localhost"]\n',
      },
      { text: 'FROM node:24\nONBUILD COPY . /app «# 하위 이미지»\n', fixed: 'FROM node:24\n# 하위 이미지\nONBUILD COPY . /app\n' },
      {
        text: 'FROM node:24\nENV NAME="a # b" URL=http://x/#frag \\\n    PORT=80 «# 포트»\n',
        fixed: 'FROM node:24\n# 포트\nENV NAME="a # b" URL=http://x/#frag \\\n    PORT=80\n',
      },
      { text: 'FROM node:24\nENV A=1 «# 첫째» \\\n    B=2\n' },
      { text: 'FROM node:24\nENV GREETING hello «# 인사»\n', fixed: 'FROM node:24\n# 인사\nENV GREETING hello\n' },
      { text: 'FROM node:24\nUSER app «# root 아님»\n', fixed: 'FROM node:24\n# root 아님\nUSER app\n' },
      { text: 'FROM node:24\nVOLUME /data «# 저장소»\n', fixed: 'FROM node:24\n# 저장소\nVOLUME /data\n' },
      { text: 'ARG VERSION=24 «# 버전»\nFROM node:${VERSION}\n', fixed: '# 버전\nARG VERSION=24\nFROM node:${VERSION}\n' },
      { text: 'FROM node:24 «# escape=`»\nRUN echo \\\n  hi\n' },
      { text: 'FROM node:24\nRUN apt-get update «# 목록» \\\n && apt-get install -y curl\n' },
      { text: 'FROM node:24\nSHELL ["/bin/bash", "-c"] «# bash»\n', fixed: 'FROM node:24\n# bash\nSHELL ["/bin/bash", "-c"]\n' },
    ],
    good: [
      '# 이미지\nFROM node:24\n  # 들여쓴 주석\nCOPY . .\n',
      'FROM node:24\nENV K="a # b" L=\'c # d\'\nENV URL=http://x/#frag COLOR=#fff\nLABEL text="# x"\nARG COLOR=#fff\n',
      'FROM node:24\nCOPY "a #b" c#d /e/\nCOPY ["#a", "b # c", "/d/"]\n',
      'FROM node:24\nRUN npm ci # 셸이 버립니다\nCMD npm start # 여기도\nRUN [ -f x ] # 검사\n',
      'FROM node:24\nRUN npm ci \\\n  # 다음 줄\n  && npm run build\nENV A=1 \\\n  # 둘째\n  B=2\n',
      'FROM node:24\nRUN <<EOF\nCOPY a b # 스크립트\nEOF\n',
      'FROM node:24\nENV COLOR #fff\nRUN echo "a # b" \\\n  c\n',
      'FROM node:24\r\nRUN echo \\# a \\\r\n  b\r\n',
    ],
  },
});

function variantOf({ text }: DockerfileModel, { keyword, words }: Instruction, comment: Span): { readonly variant?: string } {
  const named: Readonly<Record<string, string>> = {
    FROM: 'from',
    COPY: 'copy',
    ADD: 'copy',
    EXPOSE: 'expose',
    WORKDIR: 'workdir',
    USER: 'user',
    VOLUME: 'volume',
    ARG: 'arg',
    MAINTAINER: 'value',
    SHELL: 'shell',
    CMD: 'execForm',
    ENTRYPOINT: 'execForm',
    RUN: 'execForm',
  };
  if (keyword === 'HEALTHCHECK') return words[0]?.text.toUpperCase() === 'CMD' ? { variant: 'execForm' } : {};
  if (keyword !== 'ENV' && keyword !== 'LABEL') return named[keyword] ? { variant: named[keyword] } : {};
  if (isLegacy(words)) return { variant: 'value' };
  // `A=1 #B=2` is read without complaint, as a variable called `#B`.
  return text
    .slice(comment.start, comment.end)
    .split(/\s+/)
    .some((word) => !word.includes('='))
    ? { variant: 'pairs' }
    : {};
}

/** `ENV name value`, whose value is the rest of the line. */
function isLegacy(words: Instruction['words']): boolean {
  return !words[0]?.text.includes('=');
}

function moveUp(model: DockerfileModel, { instruction, outer }: Placed, comment: Span): Fix | undefined {
  const { text } = model;
  const line = lineAt(text, comment.start);
  const below = text.slice(comment.end, line.end).trim() !== '';
  if (below || (couldBeDirective(text.slice(comment.start, comment.end)) && model.instructions[0] === outer)) return undefined;
  let start = comment.start;
  while (start > line.start && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  // In these the text may have been meant as a value after all.
  const unsure =
    instruction.keyword === 'MAINTAINER' ||
    ((instruction.keyword === 'ENV' || instruction.keyword === 'LABEL') && isLegacy(instruction.words));
  return {
    title: { ko: '주석을 윗줄로 옮기기', en: 'Move the comment to the line above' },
    edits: [insertAbove(model, outer, [text.slice(comment.start, comment.end)]), { span: { start, end: line.end }, newText: '' }],
    isPreferred: !unsure,
  };
}

/** At the top of the file such a comment would become a parser directive. */
function couldBeDirective(comment: string): boolean {
  return /^#\s*(?:syntax|escape|check)\s*=/i.test(comment);
}
