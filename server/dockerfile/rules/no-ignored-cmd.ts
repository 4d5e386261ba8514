import { defineRule } from '../../rule.ts';
import { effective, stageResource, type DockerfileModel, type Instruction, type Stage } from '../model.ts';
import { alongStages } from '../stages/find.ts';

export const noIgnoredCmd = defineRule<DockerfileModel>({
  id: 'dockerfile/no-ignored-cmd',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`ENTRYPOINT`가 shell form이라 이 `CMD`는 무시됩니다. `ENTRYPOINT`를 JSON 배열로 쓰거나 `CMD`를 지우세요.',
    en: 'This `CMD` is ignored because `ENTRYPOINT` is in shell form. Write `ENTRYPOINT` as a JSON array, or take `CMD` out.',
  },
  why: {
    ko: '`CMD`는 exec form `ENTRYPOINT`에만 기본 인자로 붙습니다. shell form에서는 `docker run`에 적은 인자도 사라집니다.',
    en: '`CMD` becomes the default arguments of an ENTRYPOINT in exec form only. In shell form even the arguments of `docker run` are lost.',
  },
  note: 'dockerfile/ENTRYPOINT',
  check(model, report) {
    const entrypoints = alongStages<Instruction | undefined>(model, (stage, before) => last(stage, 'ENTRYPOINT') ?? before);
    for (const stage of model.stages) {
      const cmd = last(stage, 'CMD');
      const entrypoint = entrypoints.get(stage);
      if (!cmd?.argumentsSpan || !entrypoint?.argumentsSpan || entrypoint.execForm) continue;
      const { start, end } = entrypoint.argumentsSpan;
      // The shell gives the words of CMD to a script that asks for its arguments.
      if (/\$[@*\d{]/.test(model.text.slice(start, end))) continue;
      report({ at: { start: cmd.keywordSpan.start, end: cmd.argumentsSpan.end }, resource: stageResource(stage) });
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nENTRYPOINT npm start\n«CMD ["--port", "80"]»\n' },
      { text: 'from node:24 as base\r\nentrypoint node \\\r\n  server.js\r\nfrom base\r\n«cmd 80»\r\n' },
      { text: 'FROM node:24\n«CMD ["a"]»\nENTRYPOINT ["x"]\nENTRYPOINT exec node server.js\n' },
    ],
    good: [
      'FROM node:24\nENTRYPOINT ["npm", "start"]\nCMD ["--port", "80"]\n',
      'FROM node:24\nENTRYPOINT npm start\n',
      'FROM node:24\nENTRYPOINT exec node server.js "$@"\nCMD ["a", "b"]\n',
      'FROM node:24 AS a\nENTRYPOINT npm start\nFROM node:24\nCMD ["a"]\n',
      'FROM node:24\r\nENTRYPOINT npm start\r\nENTRYPOINT ["npm"]\r\nCMD ["a"]\r\n',
    ],
  },
});

function last(stage: Stage, keyword: string): Instruction | undefined {
  return stage.instructions.findLast((instruction) => effective(instruction) === instruction && instruction.keyword === keyword);
}
