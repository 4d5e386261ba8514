import { defineRule } from '../../rule.ts';
import { flagsNamed } from '../instructions.ts';
import { stageResource, type DockerfileModel } from '../model.ts';

export const noRedundantPlatform = defineRule<DockerfileModel>({
  id: 'dockerfile/no-redundant-platform',
  severity: 'hint',
  presets: [],
  equivalents: ['hadolint:DL3065', 'buildkit:RedundantTargetPlatform'],
  message: {
    ko: '`$TARGETPLATFORM`은 원래 기본값이라 적지 않아도 됩니다. `--platform`을 지우세요.',
    en: '`$TARGETPLATFORM` is the default anyway. Remove `--platform`.',
  },
  why: {
    ko: '기본과 다른 것만 적어야 `$BUILDPLATFORM`처럼 정말 뜻이 있는 `--platform`이 눈에 띕니다.',
    en: 'When only what differs is written, a `--platform` that means something, such as `$BUILDPLATFORM`, stands out.',
  },
  note: 'dockerfile/FROM#--platform',
  check(model, report) {
    // With a default of its own the variable is no longer the builder's.
    const firstFrom = model.stages[0]?.from.span.start ?? 0;
    if (
      model.instructions.some(
        ({ keyword, span, words }) =>
          keyword === 'ARG' && span.start < firstFrom && words.some(({ text }) => text.startsWith('TARGETPLATFORM=')),
      )
    )
      return;
    for (const stage of model.stages) {
      const [flag] = flagsNamed(stage.from, 'platform');
      if (!flag || !/^(["']?)\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})\1$/.test(flag.value ?? '')) continue;
      report({
        at: flag.span,
        resource: stageResource(stage),
        fix: () => {
          const rest = model.text.slice(flag.span.end);
          const space = /^[ \t]+/.exec(rest)?.[0].length ?? 0;
          return {
            title: { ko: '`--platform` 지우기', en: 'Remove `--platform`' },
            edits: [{ span: { start: flag.span.start, end: flag.span.end + space }, newText: '' }],
            isPreferred: true,
          };
        },
      });
    }
  },
  examples: {
    bad: [
      { text: 'FROM «--platform=$TARGETPLATFORM» node:24\n', fixed: 'FROM node:24\n' },
      {
        text: 'from \\\r\n  «--platform=${TARGETPLATFORM}» \\\r\n  # 실행 이미지\r\n  node:24 as app\r\n',
        fixed: 'from \\\r\n  \\\r\n  # 실행 이미지\r\n  node:24 as app\r\n',
      },
      { text: 'FROM «--platform="$TARGETPLATFORM"» node:24\n', fixed: 'FROM node:24\n' },
    ],
    good: [
      'FROM node:24\n',
      'FROM --platform=$BUILDPLATFORM node:24\n',
      'FROM --platform=linux/amd64 node:24\n',
      'FROM --platform=${TARGETPLATFORM:-linux/amd64} node:24\n',
      'ARG TARGETPLATFORM=linux/amd64\nFROM --platform=$TARGETPLATFORM node:24\n',
    ],
  },
});
