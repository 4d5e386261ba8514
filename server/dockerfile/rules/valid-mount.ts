import { nearestNames, quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Violation } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { bareMountOptions, mountOptions, mountTypes, readMount, type WrittenMountOption } from '../arguments/mounts.ts';
import { flagProblem } from '../instructions.ts';
import { type DockerfileModel } from '../model.ts';

const optionNames: readonly string[] = Object.entries(mountOptions).flatMap(([name, { also = [] }]) => [name, ...also]);
const types: readonly string[] = Object.keys(mountTypes);
const sharings: readonly string[] = mountOptions['sharing']?.values ?? [];

export const validMount = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-mount',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`--mount`에는 {word}라는 옵션이 없어 빌드가 실패합니다. {choices} 중에서 고르세요.',
    en: '`--mount` has no option {word}, so the build fails. Choose one of {choices}.',
  },
  variants: {
    type: {
      ko: '{word}라는 마운트 종류는 없어 빌드가 실패합니다. {choices} 중에서 고르세요.',
      en: 'There is no mount of type {word}, so the build fails. Choose one of {choices}.',
    },
    sharing: {
      ko: '`sharing`의 값으로 {word}는 쓸 수 없어 빌드가 실패합니다. {choices} 중에서 고르세요.',
      en: '`sharing` does not take {word}, so the build fails. Choose one of {choices}.',
    },
    value: {
      ko: '`--mount`의 {word}에 값이 없어 빌드가 실패합니다. `이름=값`으로 쓰세요.',
      en: '{word} in `--mount` has no value, so the build fails. Write `name=value`.',
    },
  },
  why: {
    ko: '빌더는 모르는 마운트 옵션을 무시하지 않고 빌드를 멈춥니다.',
    en: 'The builder does not pass over a mount option that it does not know; it stops the build.',
  },
  note: 'dockerfile/RUN',
  url: 'https://docs.docker.com/reference/dockerfile/#run---mount',
  check: perInstruction((model, { instruction }, report) => {
    if (instruction.keyword !== 'RUN' || flagProblem(instruction)) return;
    for (const flag of instruction.flags) {
      if (flag.name !== 'mount' || /["']/.test(flag.value ?? '')) continue;
      // One finding for each mount: the first thing that the builder stops at.
      for (const option of readMount(model, flag)) {
        const found = violationOf(option);
        if (!found) continue;
        report({ ...found });
        break;
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'FROM node:24\nRUN --mount=type=«chace»,target=/root/.npm npm ci\n',
        fixed: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
      },
      {
        text: 'FROM node:24\r\nrun --mount=type=bind,source=. \\\r\n  # 캐시\r\n  --mount=type=cache,«traget»=/root/.npm npm ci\r\n',
        fixed: 'FROM node:24\r\nrun --mount=type=bind,source=. \\\r\n  # 캐시\r\n  --mount=type=cache,target=/root/.npm npm ci\r\n',
      },
      { text: 'FROM node:24\nONBUILD RUN --mount=type=cache,target=/a,sharing=«mine» npm ci\n' },
      { text: 'FROM node:24\nRUN --mount=type=cache,«target» npm ci\n' },
      { text: 'FROM node:24\nRUN --mount=type=cache,«path»=/a npm ci\n' },
    ],
    good: [
      'FROM node:24\nRUN --mount=type=cache,target=/root/.npm,sharing=locked,id=npm npm ci\n',
      'FROM node:24\nRUN --mount=type=bind,source=a,target=/a,ro --mount=type=secret,id=npmrc,required,env=TOKEN npm ci\n',
      'FROM node:24\r\nrun --mount=target=/src \\\r\n  --mount=type=tmpfs,dst=/tmp,size=64m make\r\n',
      'FROM node:24\nARG T=cache\nRUN --mount=type=$T,target=/a,sharing=${S} --mount="type=cache,target=/b" npm ci\n',
      'FROM node:24\nRUN echo --mount=type=none\n',
    ],
  },
});

function violationOf({ name, value, nameSpan, valueSpan }: WrittenMountOption): Violation | undefined {
  if (name.includes('$') || value?.includes('$')) return undefined;
  if (!Object.hasOwn(mountOptions, name)) return wrong(nameSpan, undefined, name, optionNames);
  if (value === undefined || !valueSpan) return bareMountOptions.has(name) ? undefined : wrong(nameSpan, 'value', name, []);
  if (name === 'type' && !types.includes(value.toLowerCase())) return wrong(valueSpan, 'type', value, types);
  if (name === 'sharing' && !sharings.includes(value.toLowerCase())) return wrong(valueSpan, 'sharing', value, sharings);
  return undefined;
}

function wrong(at: Span, variant: string | undefined, word: string, choices: readonly string[]): Violation {
  const [near] = nearestNames(word, choices, 1);
  const violation = {
    at,
    ...(variant === undefined ? {} : { variant }),
    data: { word: quote(word), choices: `\`${choices.join('`, `')}\`` },
  };
  if (near === undefined) return violation;
  const title = { ko: `\`${near}\`로 고치기`, en: `Change it to \`${near}\`` };
  return { ...violation, fix: () => ({ title, edits: [{ span: at, newText: near }] }) };
}
