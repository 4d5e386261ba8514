import { defineRule, type Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { isMixedArray, repairArray, wordsToArray } from '../arguments/array.ts';
import { trailingComment } from '../arguments/trailing-comment.ts';
import { effective, inStage, placedInstructions, type DockerfileModel, type Instruction, type Stage } from '../model.ts';
import { joinLines } from '../parse.ts';
import { literalCommand, shellOf, type LiteralWord } from '../shell.ts';
import { alongStages, parentOf } from '../stages/find.ts';

/** Commands that only a shell has. `exec` is among them: it gives PID 1 to the app, as exec form does. */
const shellOnly: ReadonlySet<string> = new Set(
  '. : [ alias bg bind builtin cd command declare eval exec exit export fg hash jobs let local read readonly return set shift shopt source times trap type typeset ulimit umask unalias unset wait'.split(
    ' ',
  ),
);

/** Commands that a shell has in itself and that also exist as programs, which may behave a little otherwise. */
const shellAndProgram: ReadonlySet<string> = new Set(['echo', 'false', 'kill', 'printf', 'pwd', 'test', 'time', 'true']);

export const execForm = defineRule<DockerfileModel>({
  id: 'dockerfile/exec-form',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3025', 'buildkit:JSONArgsRecommended'],
  message: {
    ko: '`{keyword}`가 shell form이면 셸이 PID 1이 되어 종료 시그널이 앱에 닿지 않을 수 있습니다. JSON 배열로 쓰세요.',
    en: '`{keyword}` in shell form makes the shell PID 1, and the stop signal may never reach your app. Write a JSON array.',
  },
  variants: {
    notJson: {
      ko: '`{keyword}`의 배열이 올바른 JSON이 아니라서 셸이 대괄호까지 명령어로 읽습니다. 큰따옴표와 쉼표를 확인하세요.',
      en: 'The array of `{keyword}` is no valid JSON, so a shell takes the brackets as a command. Check its double quotes and commas.',
    },
  },
  why: {
    ko: '시그널을 받지 못한 앱은 정리할 틈 없이 10초 뒤 강제로 끝납니다. 그사이 처리하던 요청과 데이터가 사라질 수 있습니다.',
    en: 'An app that gets no signal is killed ten seconds later without a chance to clean up, and requests or data may be lost.',
  },
  note: 'dockerfile/CMD',
  check(model, report) {
    const withShell = new Set<Stage | undefined>();
    const shellAtEnd = alongStages<boolean>(model, (stage, before = false) => before || hasKeyword(stage, 'SHELL'));
    // In exec form ENTRYPOINT gets the words of CMD, which shell form leaves out.
    let cmdAtEnd: ReadonlyMap<Stage, boolean> | undefined;
    const setsCmd = (stage: Stage | undefined): boolean => {
      cmdAtEnd ??= alongStages<boolean>(
        model,
        (each, before = false) => before || each.instructions.some(({ keyword }) => keyword === 'CMD'),
      );
      return !stage || cmdAtEnd.get(stage) === true;
    };
    for (const { instruction, stage } of placedInstructions(model)) {
      const { keyword, argumentsSpan, execForm: strings } = instruction;
      if (keyword === 'SHELL') withShell.add(stage);
      if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || !argumentsSpan || strings) continue;
      const about = { data: { keyword }, ...inStage(stage) };
      if (looksLikeArray(model, argumentsSpan)) {
        // Text after a good array is the business of no-trailing-comment.
        if (!trailingComment(model, instruction))
          report({ at: argumentsSpan, variant: 'notJson', ...about, fix: () => repair(model, instruction) });
        continue;
      }
      const parent = stage && parentOf(model, stage);
      // Windows images, which choose the other escape character, have other shells.
      const hasOtherShell = model.escape !== '\\' || withShell.has(stage) || (parent !== undefined && shellAtEnd.get(parent) === true);
      const words = hasOtherShell ? undefined : plainCommand(model, instruction);
      const [first, last] = [words?.[0], words?.at(-1)];
      if (words && first && last)
        report({
          at: { start: first.span.start, end: last.span.end },
          ...about,
          fix: () => toArray(model, instruction, words, () => setsCmd(stage)),
        });
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nCMD «npm start»\n', fixed: 'FROM node:24\nCMD ["npm", "start"]\n' },
      {
        text: 'FROM eclipse-temurin:21-jre\r\nentrypoint «java -jar \\\r\n  # 실행 파일\r\n  /app/app.jar»\r\n',
        fixed: 'FROM eclipse-temurin:21-jre\r\nentrypoint ["java", "-jar", \\\r\n  # 실행 파일\r\n  "/app/app.jar"]\r\n',
      },
      {
        text: 'FROM python:3.13-slim\nCMD «python -c \'print("안녕 $HOME")\' "a b" c\\ d --x=1»',
        fixed: 'FROM python:3.13-slim\nCMD ["python", "-c", "print(\\"안녕 $HOME\\")", "a b", "c d", "--x=1"]',
      },
      { text: 'FROM node:24\nONBUILD CMD «node server.js»\n', fixed: 'FROM node:24\nONBUILD CMD ["node", "server.js"]\n' },
      { text: 'FROM node:24\nCMD «npm start» # 시작\n' },
      { text: 'FROM node:24\nCMD «npm st\\\nart»\n' },
      { text: "FROM node:24\nCMD «['npm', 'start',]»\n", fixed: 'FROM node:24\nCMD ["npm", "start"]\n' },
      { text: 'FROM node:24\nCMD «["npm", start]»\n' },
      { text: "FROM node:24\nCMD «[ \\\n  'npm', \\\n  'start' \\\n]»\n", fixed: 'FROM node:24\nCMD [ \\\n  "npm", \\\n  "start" \\\n]\n' },
      {
        text: 'FROM node:24 AS base\nSHELL ["/bin/bash", "-c"]\nFROM node:24\nENTRYPOINT «serve»\n',
        fixed: 'FROM node:24 AS base\nSHELL ["/bin/bash", "-c"]\nFROM node:24\nENTRYPOINT ["serve"]\n',
      },
    ],
    good: [
      'FROM node:24\nCMD ["npm", "start"]\nENTRYPOINT ["node", \\\n # 한 줄 더\n "server.js"]\n',
      'FROM node:24\nCMD npm start --port $PORT\n',
      'FROM node:24\nCMD npm run migrate && npm start\n',
      'FROM node:24\nCMD npm start > /log\n',
      'FROM node:24\nCMD NODE_ENV=production node server.js\n',
      'FROM node:24\nCMD cat *.txt\n',
      'FROM node:24\nCMD [ "$MODE" = dev ] && npm run dev\n',
      'FROM node:24\nCMD [ "a" = "b" ]\n',
      'FROM node:24\nCMD cat ~/x\n',
      'FROM node:24\nCMD exec node server.js\n',
      'FROM node:24\nSHELL ["/bin/bash", "-c"]\nCMD npm start\n',
      'FROM node:24 AS base\nSHELL ["/bin/bash", "-c"]\nFROM base\nCMD npm start\n',
      '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD app.exe\n',
      'FROM node:24\nHEALTHCHECK CMD curl -f http://localhost/\nRUN npm ci\nCMD\n',
      'FROM node:24\nCMD ["npm", "start"] # 시작\n',
    ],
  },
});

/** Whether it was meant as JSON. A bracket with a space behind it may also be the shell's test, `[ "$A" = b ]`. */
function looksLikeArray({ text, escape }: DockerfileModel, span: Span): boolean {
  const written = joinLines(text.slice(span.start, span.end), escape);
  // The builder refuses it, which is what valid-json-form says.
  if (isMixedArray(written)) return false;
  if (/^\[["']/.test(written)) return true;
  return /^\[\s*["']/.test(written) && written.endsWith(']') && (written.includes(',') || repairArray(text, span, escape) !== undefined);
}

function hasKeyword({ instructions }: Stage, keyword: string): boolean {
  return instructions.some((instruction) => effective(instruction).keyword === keyword);
}

/** The words of the command when it needs no shell. */
function plainCommand(model: DockerfileModel, instruction: Instruction): readonly LiteralWord[] | undefined {
  const shell = shellOf(model, instruction);
  const words = shell && literalCommand(shell);
  return words && !shellOnly.has(words[0]?.value ?? '') ? words : undefined;
}

function toArray(
  model: DockerfileModel,
  { keyword, argumentsSpan }: Instruction,
  words: readonly LiteralWord[],
  setsCmd: () => boolean,
): Fix | undefined {
  const last = words.at(-1);
  // After the array there is no room for the shell's comment.
  if (!last || last.span.end !== argumentsSpan?.end || words.some(({ span }) => model.text.slice(span.start, span.end).includes('\n')))
    return undefined;
  return {
    title: { ko: 'JSON 배열(exec form)로 바꾸기', en: 'Write a JSON array (exec form)' },
    edits: wordsToArray(words),
    isPreferred: !shellAndProgram.has(words[0]?.value ?? '') && !(keyword === 'ENTRYPOINT' && setsCmd()),
  };
}

function repair({ text, escape }: DockerfileModel, { argumentsSpan }: Instruction): Fix | undefined {
  const edits = argumentsSpan && repairArray(text, argumentsSpan, escape);
  return edits && { title: { ko: '올바른 JSON 배열로 고치기', en: 'Correct the JSON array' }, edits, isPreferred: true };
}
