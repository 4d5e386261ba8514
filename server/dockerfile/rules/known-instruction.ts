import { nearestNames, quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { keywordLike } from '../edits.ts';
import { instructionFlags, isInstruction } from '../instructions.ts';
import { type DockerfileModel } from '../model.ts';

export const knownInstruction = defineRule<DockerfileModel>({
  id: 'dockerfile/known-instruction',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '{word}라는 명령어는 없어 빌드가 실패합니다. 앞줄이 이어지는 줄이라면 그 끝에 `{escape}`를 붙이세요.',
    en: 'There is no instruction {word}, so the build fails. If the line above goes on here, end it with `{escape}`.',
  },
  variants: {
    near: {
      ko: '{word}라는 명령어는 없어 빌드가 실패합니다. `{nearest}`를 쓰려던 것인지 확인하세요.',
      en: 'There is no instruction {word}, so the build fails. Did you mean `{nearest}`?',
    },
  },
  why: {
    ko: '빌더는 모르는 줄을 건너뛰지 않고 빌드 전체를 멈춥니다.',
    en: 'The builder does not skip a line that it does not know; it stops the whole build.',
  },
  note: 'dockerfile/comment',
  url: 'https://docs.docker.com/reference/dockerfile/#format',
  check: perInstruction((model, { instruction }, report) => {
    const { keyword, keywordSpan: at } = instruction;
    if (isInstruction(keyword)) return;
    const written = model.text.slice(at.start, at.end);
    const near = nearestInstruction(written);
    const about = { at };
    if (near === undefined) report({ ...about, data: { word: quote(written), escape: model.escape } });
    else
      report({
        ...about,
        variant: 'near',
        data: { word: quote(written), nearest: near },
        fix: () => ({
          title: { ko: `\`${near}\`로 고치기`, en: `Change it to \`${near}\`` },
          edits: [{ span: at, newText: keywordLike(model, instruction, near) }],
        }),
      });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\n«RNU» npm ci\n', fixed: 'FROM node:24\nRUN npm ci\n' },
      { text: 'from node:24\r\n«entripoint» ["node"]\r\n', fixed: 'from node:24\r\nentrypoint ["node"]\r\n' },
      { text: 'FROM node:24\nRUN apt-get update\n«&&» apt-get install -y curl\n' },
      { text: 'FROM node:24\nONBUILD «COYP» . /app\n', fixed: 'FROM node:24\nONBUILD COPY . /app\n' },
      { text: 'FROM node:24\n«INCLUDE» other\n' },
    ],
    good: [
      'FROM node:24\nrun npm ci\nCopy . /app\n',
      'FROM node:24\nRUN apt-get update \\\n  # curl\n  && apt-get install -y curl\n',
      'FROM node:24\r\nRUN <<EOF\r\necho a\r\nEOF\r\nONBUILD RUN npm ci\r\n',
      'FROM node:24\nRUN python3 3<<EOF\nfoo bar\nEOF\n',
    ],
  },
});

function nearestInstruction(written: string): string | undefined {
  const names = Object.keys(instructionFlags);
  const letters = (word: string): string => Array.from(word.toUpperCase()).sort().join('');
  // The right letters in a wrong order count as near even in the shortest names.
  const mixedUp = written.length < 12 ? names.find((name) => letters(name) === letters(written)) : undefined;
  return mixedUp ?? nearestNames(written, names, 1)[0];
}
