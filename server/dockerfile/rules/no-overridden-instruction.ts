import { defineRule, type Variant } from '../../rule.ts';
import { lineAt, nextLineStart } from '../../text/lines.ts';
import { isFinished } from '../edits.ts';
import { inStage, type DockerfileModel, type Instruction, type Stage } from '../model.ts';

const single = { CMD: 'cmd', ENTRYPOINT: 'entrypoint', HEALTHCHECK: 'healthcheck' } as const;

const lastOneCounts = (hadolint: string): Variant => ({
  ko: '같은 스테이지에서 `{keyword}`는 마지막 것만 쓰이니 이 줄은 효과가 없습니다. 하나만 남기세요.',
  en: 'Only the last `{keyword}` of a stage counts, so this one has no effect. Keep one.',
  equivalents: [hadolint, 'buildkit:MultipleInstructionsDisallowed'],
});

export const noOverriddenInstruction = defineRule<DockerfileModel>({
  id: 'dockerfile/no-overridden-instruction',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3012', 'hadolint:DL4003', 'hadolint:DL4004', 'buildkit:MultipleInstructionsDisallowed'],
  message: lastOneCounts('hadolint:DL4003'),
  variants: {
    cmd: lastOneCounts('hadolint:DL4003'),
    entrypoint: lastOneCounts('hadolint:DL4004'),
    healthcheck: lastOneCounts('hadolint:DL3012'),
  },
  why: {
    ko: '둘 다 실행될 것이라 믿은 명령이 실행되지 않습니다. 한 컨테이너에서 여럿을 띄우려면 시작 스크립트나 다른 컨테이너를 쓰세요.',
    en: 'A command someone counts on never runs. To start several, write a start script or use another container.',
  },
  note: 'dockerfile/CMD',
  check(model, report) {
    // An unfinished file without FROM counts as one stage.
    const parts: readonly { readonly instructions: readonly Instruction[]; readonly stage?: Stage }[] =
      model.stages.length > 0
        ? model.stages.map((stage) => ({ instructions: stage.instructions, stage }))
        : [{ instructions: model.instructions }];
    for (const { instructions, stage } of parts) {
      const last = new Map(instructions.map((instruction) => [instruction.keyword, instruction]));
      for (const instruction of instructions) {
        const { keyword, span } = instruction;
        if (!isSingle(keyword) || last.get(keyword) === instruction) continue;
        report({
          at: { start: span.start, end: instruction.argumentsSpan?.end ?? span.end },
          variant: single[keyword],
          data: { keyword },
          ...inStage(stage),
          fix: () => {
            if (!isFinished(model, instruction)) return undefined;
            return {
              title: { ko: '이 줄 지우기', en: 'Remove this one' },
              // A comment above may speak about more than this one, so it stays.
              edits: [{ span: { start: lineAt(model.text, span.start).start, end: nextLineStart(model.text, span.end) }, newText: '' }],
            };
          },
        });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24\n«CMD ["node", "a.js"]»\nRUN npm ci\nCMD ["node", "b.js"]\n',
        fixed: 'FROM node:24\nRUN npm ci\nCMD ["node", "b.js"]\n',
      },
      {
        text: 'from node:24\r\n# 예전 시작 명령\r\n«entrypoint ["node", \\\r\n  # 실행 파일\r\n  "a.js"]»\r\nentrypoint ["node", "b.js"]\r\n',
        fixed: 'from node:24\r\n# 예전 시작 명령\r\nentrypoint ["node", "b.js"]\r\n',
      },
      {
        text: 'FROM node:24\n«HEALTHCHECK NONE»\nHEALTHCHECK CMD ["/check"]\n',
        fixed: 'FROM node:24\nHEALTHCHECK CMD ["/check"]\n',
      },
      { text: '«CMD ["a"]»\nCMD ["b"]', fixed: 'CMD ["b"]' },
    ],
    good: [
      'FROM node:24\nENTRYPOINT ["node"]\nCMD ["server.js"]\nHEALTHCHECK CMD ["/check"]\n',
      'FROM node:24 AS a\nCMD ["a"]\nFROM a\nCMD ["b"]\n',
      'FROM node:24\nONBUILD CMD ["a"]\nCMD ["b"]\n',
      'FROM node:24\nRUN a\nRUN b\n',
    ],
  },
});

function isSingle(keyword: string): keyword is keyof typeof single {
  return Object.hasOwn(single, keyword);
}
