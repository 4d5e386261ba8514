import { defineRule } from '../../rule.ts';
import { isInstruction } from '../instructions.ts';
import type { DockerfileModel, Instruction } from '../model.ts';

export const consistentInstructionCase = defineRule<DockerfileModel>({
  id: 'dockerfile/consistent-instruction-case',
  severity: 'hint',
  presets: [],
  equivalents: ['buildkit:ConsistentInstructionCasing'],
  message: {
    ko: '`{written}`은 이 파일의 다른 명령어와 대소문자가 다릅니다. `{wanted}`로 쓰세요.',
    en: '`{written}` is not in the case of this file’s other instructions. Write `{wanted}`.',
  },
  why: {
    ko: '명령어의 대소문자는 아무것도 바꾸지 않지만, 통일해 두면 인자와 구분되어 읽기 쉽습니다.',
    en: 'Case changes nothing, but when it is the same everywhere, instructions stand apart from their arguments.',
  },
  note: 'dockerfile/FROM',
  url: 'https://docs.docker.com/reference/build-checks/consistent-instruction-casing/',
  check(model, report) {
    // The builder counts from the first FROM on.
    const start = model.stages[0]?.from.span.start ?? 0;
    const known = model.instructions.filter(({ keyword, span }) => isInstruction(keyword) && span.start >= start);
    const typed = (instruction: Instruction): string => model.text.slice(instruction.keywordSpan.start, instruction.keywordSpan.end);
    const lower = known.filter((instruction) => typed(instruction) === typed(instruction).toLowerCase()).length;
    const upper = known.filter((instruction) => typed(instruction) === typed(instruction).toUpperCase()).length;
    for (const instruction of known) {
      const written = typed(instruction);
      if (written.length !== instruction.keyword.length) continue; // a continuation inside the keyword
      const wanted = lower > upper ? written.toLowerCase() : written.toUpperCase();
      if (wanted === written) continue;
      report({
        at: instruction.keywordSpan,
        data: { written, wanted },
        fix: () => ({
          title: { ko: `\`${wanted}\`로 바꾸기`, en: `Change to \`${wanted}\`` },
          edits: [{ span: instruction.keywordSpan, newText: wanted }],
          isPreferred: true,
        }),
      });
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\n«Run» npm ci\n', fixed: 'FROM node:24\nRUN npm ci\n' },
      {
        text: 'from node:24\r\nrun npm ci \\\r\n  # 빌드\r\n  && npm run build\r\n«CMD» ["node"]\r\n',
        fixed: 'from node:24\r\nrun npm ci \\\r\n  # 빌드\r\n  && npm run build\r\ncmd ["node"]\r\n',
      },
      { text: 'FROM node:24\n«onbuild» run npm ci\n', fixed: 'FROM node:24\nONBUILD run npm ci\n' },
    ],
    good: [
      'FROM node:24\nRUN npm ci\n',
      'from node:24\nrun npm ci\n',
      'arg TAG=24\nFROM node:${TAG}\nRUN npm ci\n',
      'FROM node:24\nfoo bar\n',
      'FROM node:24\nRUN <<EOF\nrun me\nEOF\n',
    ],
  },
});
