import { nearestNames, quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { unquoted } from '../arguments/quotes.ts';
import { flagProblem } from '../instructions.ts';
import { type DockerfileModel } from '../model.ts';

/** Flags of RUN that take one of a few words. Source: docs.docker.com/reference/dockerfile. */
const choicesOf: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['sandbox', 'insecure'],
};

export const validFlagValue = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-flag-value',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`--{flag}`에 {value}를 쓸 수 없어 빌드가 실패합니다. {choices} 중에서 고르세요.',
    en: '`--{flag}` does not take {value}, so the build fails. Choose one of {choices}.',
  },
  variants: {
    chmod: {
      ko: '`--{flag}`의 값 {value}는 권한이 아니어서 빌드가 실패합니다. `755`나 `u=rwx,go=rx`처럼 적으세요.',
      en: 'The value {value} of `--{flag}` is no permission, so the build fails. Write one such as `755` or `u=rwx,go=rx`.',
    },
  },
  why: {
    ko: '빌더는 플래그의 값을 읽지 못하면 빌드를 멈춥니다.',
    en: 'The builder stops at a value that it cannot read.',
  },
  note: 'dockerfile/COPY',
  url: 'https://docs.docker.com/reference/dockerfile/',
  check: perInstruction((model, { instruction }, report) => {
    const { keyword, flags } = instruction;
    if (flagProblem(instruction)) return;
    for (const { name: flag, value: written = '', span } of flags) {
      const value = unquoted(written);
      if (value.includes('$')) continue;
      const about = { at: { start: span.end - written.length, end: span.end } };
      const data = { flag, value: quote(value), choices: '' };
      if (flag === 'chmod') {
        if (value !== '' && !isMode(value)) report({ ...about, variant: 'chmod', data });
        continue;
      }
      const choices = keyword === 'RUN' && Object.hasOwn(choicesOf, flag) ? choicesOf[flag] : undefined;
      if (!choices || choices.includes(value)) continue;
      const [near] = nearestNames(value, choices, 1);
      report({
        ...about,
        data: { ...data, choices: `\`${choices.join('`, `')}\`` },
        ...(near === undefined
          ? {}
          : {
              fix: () => ({
                title: { ko: `\`${near}\`로 고치기`, en: `Change it to \`${near}\`` },
                edits: [{ span: about.at, newText: near }],
              }),
            }),
      });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nCOPY --chmod=«+» a /b\n' },
      { text: 'FROM node:24\r\nonbuild copy --link \\\r\n  # 권한\r\n  --chmod=«999» a /b\r\n' },
      { text: 'FROM node:24\nRUN --network=«nome» npm ci\n', fixed: 'FROM node:24\nRUN --network=none npm ci\n' },
      { text: 'FROM node:24\nRUN --security=«privileged» mount\n' },
    ],
    good: [
      'FROM node:24\nCOPY --chmod=755 a /b\nADD --chmod=0644 a /b\nCOPY --chmod=u=rwX,go=rX a /b\nCOPY --chmod=+x a /b\n',
      'FROM node:24\nRUN --network=none npm ci\nRUN --security=insecure mount\n',
      'FROM node:24\r\nARG M=755\r\ncopy --chmod=$M \\\r\n  --chown=node:node a /b\r\n',
      'FROM node:24\nCOPY --chmod="644" a /b\nCOPY --chmod= a /b\n',
    ],
  },
});

/** Octal, or symbolic as chmod(1) reads it. */
function isMode(value: string): boolean {
  if (/^\d+$/.test(value)) return /^0*[0-7]{1,4}$/.test(value);
  return value.length < 100 && value.split(',').every((part) => /^[ugoa]*(?:[-+=][rwxXstugo]*)+$/.test(part) && /[=rwxXst]/.test(part));
}
