import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { flagProblem } from '../instructions.ts';
import { type DockerfileModel, type Instruction } from '../model.ts';

/** Instructions that need something behind them. RUN, CMD and ENTRYPOINT build without. Source: docs.docker.com/reference/dockerfile. */
const needsOne: ReadonlySet<string> = new Set(
  'ARG ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
);

export const argumentCount = defineRule<DockerfileModel>({
  id: 'dockerfile/argument-count',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{keyword}`에 인자가 없어 빌드가 실패합니다. 인자를 적거나 줄을 지우세요.',
    en: '`{keyword}` has no argument, so the build fails. Give it one or take the line out.',
  },
  variants: {
    destination: {
      ko: '`{keyword}`에는 원본과 대상이 모두 필요합니다. 대상 경로를 마지막에 적으세요.',
      en: '`{keyword}` needs a source and a destination. Write the destination last.',
    },
    from: {
      ko: '`FROM`은 `FROM 이미지` 또는 `FROM 이미지 AS 이름`으로만 쓸 수 있습니다. 나머지를 고치세요.',
      en: '`FROM` is written `FROM image` or `FROM image AS name`. Correct what is more or less than that.',
    },
  },
  why: {
    ko: '빌더는 인자의 수가 맞지 않으면 첫 단계를 실행하기도 전에 멈춥니다.',
    en: 'With a wrong number of arguments the builder stops before it runs the first step.',
  },
  note: 'dockerfile/FROM',
  url: 'https://docs.docker.com/reference/dockerfile/',
  check: perInstruction((model, { instruction }, report) => {
    // A flag that is being typed is the business of known-flag alone.
    if (flagProblem(instruction)) return;
    const found = problemOf(model, instruction);
    const { keyword, keywordSpan, argumentsSpan } = instruction;
    if (found)
      report({
        at: argumentsSpan ?? keywordSpan,
        ...(found === 'none' ? {} : { variant: found }),
        data: { keyword },
      });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\n«WORKDIR»\n' },
      { text: 'FROM node:24\r\ncopy \\\r\n  # 원본\r\n  «package.json»\r\n' },
      { text: 'FROM «node:24 AS»\n' },
      { text: 'FROM «node:24 build»\n' },
      { text: 'FROM node:24\nONBUILD «EXPOSE»\n' },
      { text: 'FROM node:24\nADD «["a"]»\n' },
      { text: 'FROM node:24\nSHELL «[]»\n' },
      { text: '«FROM»\n' },
    ],
    good: [
      'FROM node:24 AS build\nCOPY a b /c/\nCMD []\nENTRYPOINT []\n',
      'FROM node:24\nCOPY <<EOF /a\nx\nEOF\nONBUILD USER node\n',
      'from node:24\r\nmaintainer Someone With A Name\r\ncopy \\\r\n  a \\\r\n  /b\r\n',
      'FROM node:24 # 베이스\nCOPY --fr\n',
    ],
  },
});

function problemOf(model: DockerfileModel, instruction: Instruction): 'none' | 'destination' | 'from' | undefined {
  const { keyword, execForm, heredocs } = instruction;
  const words = wordsWithoutComment(model, instruction);
  if (keyword === 'FROM') {
    if (words.length === 0) return 'none';
    return words.length === 1 || (words.length === 3 && words[1]?.text.toUpperCase() === 'AS') ? undefined : 'from';
  }
  if (keyword === 'COPY' || keyword === 'ADD') {
    const count = execForm?.length ?? words.length;
    if (count === 0 && heredocs.length === 0) return 'none';
    return count < 2 ? 'destination' : undefined;
  }
  if (!needsOne.has(keyword)) return undefined;
  return words.length === 0 || (execForm?.length === 0 && keyword !== 'ENV') ? 'none' : undefined;
}
