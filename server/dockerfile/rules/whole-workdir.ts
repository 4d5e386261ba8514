import { defineRule } from '../../rule.ts';
import { enterWorkdir, workdirsBefore, writtenPath } from '../arguments/workdir.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';

export const wholeWorkdir = defineRule<DockerfileModel>({
  id: 'dockerfile/whole-workdir',
  severity: 'hint',
  presets: [],
  equivalents: ['hadolint:DL3000'],
  message: {
    ko: '`WORKDIR {path}`는 위의 `{before}`에 이어집니다. 전체 경로를 쓰면 위를 찾아보지 않아도 됩니다.',
    en: '`WORKDIR {path}` continues from `{before}` above. Write the whole path, so that nobody has to look it up.',
  },
  why: {
    ko: '위의 `WORKDIR`을 고치거나 지우면 그 아래 상대 경로도 모르는 사이에 함께 바뀝니다.',
    en: 'Whoever changes or removes the `WORKDIR` above moves every relative one below without noticing.',
  },
  note: 'dockerfile/WORKDIR',
  check(model, report) {
    const known = workdirsBefore(model);
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      const before = known.get(outer);
      const at = instruction.argumentsSpan;
      if (instruction.keyword !== 'WORKDIR' || !at || before === undefined) continue;
      const path = writtenPath(model, instruction);
      if (path.kind !== 'relative') continue;
      report({
        at,
        data: { path: path.text, before },
        ...inStage(stage),
        fix: () =>
          outer === instruction && /^[\w./@-]+$/.test(path.written) && /^\/[\w./@-]*$/.test(before)
            ? {
                title: { ko: '전체 경로로 쓰기', en: 'Write the whole path' },
                edits: [{ span: at, newText: enterWorkdir(before, path.text) }],
                isPreferred: true,
              }
            : undefined,
      });
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nWORKDIR /app\nWORKDIR «src»\n', fixed: 'FROM node:24\nWORKDIR /app\nWORKDIR /app/src\n' },
      {
        text: 'from node:24 as a\r\nworkdir /app\r\nfrom a\r\nworkdir \\\r\n  «../data/»\r\n',
        fixed: 'from node:24 as a\r\nworkdir /app\r\nfrom a\r\nworkdir \\\r\n  /data\r\n',
      },
      { text: 'FROM node:24\nWORKDIR $APP\nWORKDIR «src»\n' },
    ],
    good: [
      'FROM node:24\nWORKDIR /app\nWORKDIR /app/src\n',
      'FROM node:24\nWORKDIR app\n',
      'FROM node:24\nWORKDIR /app\nWORKDIR $SRC\n',
      'FROM node:24\nWORKDIR /app\nFROM node:24\nWORKDIR src\n',
    ],
  },
});
