import { nearestNames, quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { flagProblem, instructionFlags } from '../instructions.ts';
import { type DockerfileModel } from '../model.ts';

export const knownFlag = defineRule<DockerfileModel>({
  id: 'dockerfile/known-flag',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{keyword}`에는 {flag}라는 플래그가 없어 빌드가 실패합니다. 이름을 확인하거나 지우세요.',
    en: '`{keyword}` has no flag {flag}, so the build fails. Check its name or take it out.',
  },
  variants: {
    near: {
      ko: '`{keyword}`에는 {flag}라는 플래그가 없어 빌드가 실패합니다. `--{nearest}`를 쓰려던 것인지 확인하세요.',
      en: '`{keyword}` has no flag {flag}, so the build fails. Did you mean `--{nearest}`?',
    },
    twice: {
      ko: '`{keyword}`에 {flag}를 두 번 적어 빌드가 실패합니다. 하나만 남기세요.',
      en: '`{keyword}` has {flag} twice, so the build fails. Keep one of them.',
    },
    noValue: {
      ko: '{flag}에 값이 없어 빌드가 실패합니다. `=` 뒤에 값을 적으세요.',
      en: '{flag} has no value, so the build fails. Write one after `=`.',
    },
    notBoolean: {
      ko: '{flag}의 값은 `true`나 `false`여야 합니다. 다른 값이면 빌드가 실패합니다.',
      en: '{flag} takes `true` or `false`; with another value the build fails.',
    },
  },
  why: {
    ko: '빌더는 명령어마다 정해진 플래그만 받고, 모르는 플래그를 보면 멈춥니다.',
    en: 'The builder takes a fixed set of flags for each instruction and stops at any other.',
  },
  note: 'dockerfile/RUN',
  url: 'https://docs.docker.com/reference/dockerfile/',
  check: perInstruction((model, { instruction }, report) => {
    const problem = flagProblem(instruction);
    if (!problem) return;
    const { keyword } = instruction;
    const { flag, name, kind } = problem;
    const about = { at: flag.span };
    const data = { keyword, flag: quote(`--${flag.name}`) };
    if (kind !== 'unknown') {
      report({ ...about, variant: kind, data });
      return;
    }
    const [near] = nearestNames(flag.name, instructionFlags[keyword] ?? [], 1);
    if (near === undefined) report({ ...about, data });
    else
      report({
        ...about,
        variant: 'near',
        data: { ...data, nearest: near },
        fix: () => ({
          title: { ko: `\`--${near}\`로 고치기`, en: `Change it to \`--${near}\`` },
          edits: [{ span: name, newText: near }],
        }),
      });
  }),
  examples: {
    bad: [
      {
        text: 'FROM node:24\nCOPY «--form=build» /a /b\n',
        fixed: 'FROM node:24\nCOPY --from=build /a /b\n',
      },
      {
        text: 'FROM node:24\r\nhealthcheck --interval=5s \\\r\n  # 시간\r\n  «--timout=3s» CMD true\r\n',
        fixed: 'FROM node:24\r\nhealthcheck --interval=5s \\\r\n  # 시간\r\n  --timeout=3s CMD true\r\n',
      },
      { text: 'FROM node:24\nMAINTAINER «--boo» joe@example.com\n' },
      { text: 'FROM node:24\nONBUILD COPY --from=a «--from=b» /a /b\n' },
      { text: 'FROM «--platform» node:24\n' },
      { text: 'FROM node:24\nCOPY «--link=maybe» a /b\n' },
    ],
    good: [
      'FROM --platform=linux/amd64 node:24\nRUN --mount=type=cache,target=/a --mount=type=cache,target=/b npm ci\n',
      'FROM node:24\nCOPY --link --chown=node:node --exclude=*.md --exclude=*.txt . /app\n',
      'FROM node:24\nCMD ["--help"]\nRUN echo --form\nADD --keep-git-dir=true https://github.com/a/b.git /b\n',
      'FROM node:24\r\nHEALTHCHECK --interval=5s \\\r\n  --retries=3 CMD curl --fail http://localhost/\r\n',
    ],
  },
});
