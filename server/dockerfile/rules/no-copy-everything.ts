import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { unquoted } from '../arguments/quotes.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { flagsNamed } from '../instructions.ts';
import { type DockerfileModel } from '../model.ts';

export const noCopyEverything = defineRule<DockerfileModel>({
  id: 'dockerfile/no-copy-everything',
  severity: 'warning',
  presets: [],
  equivalents: ['hadolint:DL3067'],
  message: {
    ko: '`{name}`의 파일 시스템 전체를 복사합니다. 필요한 파일만 복사하세요.',
    en: 'This copies the whole file system of `{name}`. Copy only the files you need.',
  },
  why: {
    ko: '스테이지를 나눠 버리려던 빌드 도구와 캐시가 모두 따라와 이미지가 커지고 공격받을 곳이 늘어납니다.',
    en: 'The build tools and caches that the stages were to leave behind come along: a bigger image with more to attack.',
  },
  note: 'dockerfile/COPY#--from',
  check: perInstruction((model, { instruction }, report) => {
    const from = instruction.keyword === 'COPY' ? flagsNamed(instruction, 'from')[0] : undefined;
    if (!from || instruction.flags.some(({ name }) => name.toLowerCase() === 'exclude') || !instruction.argumentsSpan) return;
    const paths = instruction.execForm ?? wordsWithoutComment(model, instruction).map(({ text }) => unquoted(text));
    if (paths.length < 2 || !isRoot(paths.at(-1) ?? '') || !paths.slice(0, -1).some((path) => isRoot(path.replace(/\*$/, '')))) return;
    report({ at: instruction.argumentsSpan, data: { name: from.value ?? '' } });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24 AS build\nFROM scratch\nCOPY --from=build «/ /»\n' },
      { text: 'from node:24 as build\r\nfrom scratch\r\ncopy --link --from=build \\\r\n  # 전부\r\n  «/* /»\r\n' },
      { text: 'FROM node:24\nONBUILD COPY --from=build «["/", "/."]»\n' },
    ],
    good: [
      'FROM scratch\nCOPY --from=build /app /\n',
      'FROM scratch\nCOPY --from=build / /app\n',
      'FROM scratch\nCOPY rootfs /\nCOPY / /\n',
      'FROM scratch\nCOPY --from=build /\n',
    ],
  },
});

function isRoot(path: string): boolean {
  return /^\/+(?:\.\/?)?$/.test(path);
}
