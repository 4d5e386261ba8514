import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { unquoted } from '../arguments/quotes.ts';
import { isFinished, keywordLike } from '../edits.ts';
import { type DockerfileModel, type Instruction } from '../model.ts';

export const noMaintainer = defineRule<DockerfileModel>({
  id: 'dockerfile/no-maintainer',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL4000', 'buildkit:MaintainerDeprecated'],
  message: {
    ko: '`MAINTAINER`는 더 이상 쓰지 않습니다. `LABEL org.opencontainers.image.authors`로 적으세요.',
    en: '`MAINTAINER` is deprecated. Write `LABEL org.opencontainers.image.authors` instead.',
  },
  why: {
    ko: '레이블은 `docker inspect`와 레지스트리가 읽고 검색할 수 있으며, 버전이나 저장소 주소도 함께 적을 수 있습니다.',
    en: 'Labels are read and searched by `docker inspect` and registries, and can hold the version and the source address too.',
  },
  note: 'dockerfile/MAINTAINER',
  check: perInstruction((model, { instruction, outer }, report) => {
    // Held back by ONBUILD it makes the build fail, which no-onbuild-trigger tells.
    if (instruction.keyword !== 'MAINTAINER' || outer !== instruction) return;
    report({ at: instruction.keywordSpan, fix: () => toLabel(model, instruction) });
  }),
  examples: {
    bad: [
      {
        text: 'FROM node:24\n«MAINTAINER» 물길 <mulgil@example.com>\n',
        fixed: 'FROM node:24\nLABEL org.opencontainers.image.authors="물길 <mulgil@example.com>"\n',
      },
      {
        text: 'from node:24\r\n# 만든 사람\r\n«maintainer» "Mulgil team"\r\n',
        fixed: 'from node:24\r\n# 만든 사람\r\nlabel org.opencontainers.image.authors="Mulgil team"\r\n',
      },
      {
        text: 'FROM node:24\n«MAINTAINER» Kim "Mul" Gil $5 \\o/',
        fixed: 'FROM node:24\nLABEL org.opencontainers.image.authors="Kim \\"Mul\\" Gil \\$5 \\\\o/"',
      },
      { text: 'FROM node:24\n«MAINTAINER» Kim \\\n  Gil\n' },
      { text: 'FROM node:24\n«MAINTAINER»\n' },
    ],
    good: [
      'FROM node:24\nLABEL org.opencontainers.image.authors="Mulgil"\n',
      'FROM node:24\nLABEL maintainer="Mulgil"\n',
      'FROM node:24\n# MAINTAINER Mulgil\n',
      'FROM node:24\nONBUILD MAINTAINER Mulgil\n',
    ],
  },
});

function toLabel(model: DockerfileModel, instruction: Instruction): Fix | undefined {
  const { argumentsSpan, keywordSpan } = instruction;
  if (!argumentsSpan || !isFinished(model, instruction)) return undefined;
  const written = model.text.slice(argumentsSpan.start, argumentsSpan.end);
  if (/[\r\n]/.test(written)) return undefined;
  const name = unquoted(written);
  // MAINTAINER takes its text as it is; in a label quotes, variables and escapes mean something.
  const quoted = name.replace(/["$`\\]/g, (character) =>
    '"$'.includes(character) || character === model.escape ? model.escape + character : character,
  );
  return {
    title: { ko: '`LABEL`로 바꾸기', en: 'Change to `LABEL`' },
    edits: [
      { span: keywordSpan, newText: keywordLike(model, instruction, 'LABEL') },
      { span: argumentsSpan, newText: `org.opencontainers.image.authors="${quoted}"` },
    ],
    isPreferred: true,
  };
}
