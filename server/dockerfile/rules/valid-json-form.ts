import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { isMixedArray, repairArray, wordsToArray } from '../arguments/array.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { type DockerfileModel, type Instruction } from '../model.ts';
import { joinLines } from '../parse.ts';
import { literalCommand, shellOf } from '../shell.ts';

const takesArray: ReadonlySet<string> = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN', 'SHELL', 'VOLUME']);

export const validJsonForm = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-json-form',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{keyword}`의 배열에는 문자열만 쓸 수 있어 빌드가 실패합니다. 값을 모두 큰따옴표로 묶으세요.',
    en: 'The array of `{keyword}` takes strings alone, so the build fails. Put every value in double quotes.',
  },
  variants: {
    shell: {
      ko: '`SHELL`은 JSON 배열이 아니면 빌드가 실패합니다. `["/bin/bash", "-c"]`처럼 쓰세요.',
      en: '`SHELL` takes a JSON array and nothing else, so the build fails. Write it as in `["/bin/bash", "-c"]`.',
    },
  },
  why: {
    ko: '빌더는 올바른 JSON 배열을 exec form으로 읽습니다. 숫자나 중첩된 배열은 명령어의 인자가 될 수 없습니다.',
    en: 'The builder reads a JSON array as exec form, and a number or a nested array cannot be the argument of a command.',
  },
  note: 'dockerfile/SHELL',
  url: 'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
  check: perInstruction((model, { instruction }, report) => {
    const at = arraySpan(model, instruction);
    if (!at) return;
    const { keyword, execForm } = instruction;
    const about = { at, data: { keyword } };
    if (isMixedArray(joinLines(model.text.slice(at.start, at.end), model.escape))) report({ ...about, fix: () => quoteItems(model, at) });
    else if (keyword === 'SHELL' && !execForm) report({ ...about, variant: 'shell', fix: () => shellToArray(model, instruction, at) });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nCMD «["sleep", 60]»\n', fixed: 'FROM node:24\nCMD ["sleep", "60"]\n' },
      { text: 'FROM node:24\nENTRYPOINT «[ "echo", [ "nested" ] ]»\n' },
      {
        text: 'FROM node:24\r\nhealthcheck cmd «["a", \\\r\n  # 횟수\r\n  true, \\\r\n  -1.5]»\r\n',
        fixed: 'FROM node:24\r\nhealthcheck cmd ["a", \\\r\n  # 횟수\r\n  "true", \\\r\n  "-1.5"]\r\n',
      },
      { text: 'FROM node:24\nSHELL «/bin/bash -c»\n', fixed: 'FROM node:24\nSHELL ["/bin/bash", "-c"]\n' },
      { text: "FROM node:24\nONBUILD SHELL «['/bin/bash', '-c']»\n", fixed: 'FROM node:24\nONBUILD SHELL ["/bin/bash", "-c"]\n' },
      { text: 'FROM node:24\nSHELL «["/bin/bash", -c]»\n' },
      { text: 'FROM node:24\nCMD «["a", null]»\n' },
    ],
    good: [
      'FROM node:24\nCMD ["sleep", "60"]\nSHELL ["/bin/bash", "-c"]\nCMD []\n',
      'FROM node:24\nCMD [ "$A" = b ]\nRUN [ 1 -eq 1 ]\n',
      'FROM node:24\r\ncmd ["a", \\\r\n  # 둘째\r\n  "1"]\r\nVOLUME ["/data"]\r\n',
      'FROM node:24\nRUN <<EOF\n[1]\nEOF\nENV A=[1]\nSHELL\n',
      'FROM node:24\nSHELL ["/bin/bash", "-c"] # 셸\n',
    ],
  },
});

/** From the first to the last argument, where an array may stand. */
function arraySpan(model: DockerfileModel, instruction: Instruction): Span | undefined {
  const { keyword, heredocs } = instruction;
  if (!takesArray.has(keyword) || heredocs.length > 0) return undefined;
  if (keyword !== 'SHELL' && !instruction.words[keyword === 'HEALTHCHECK' ? 1 : 0]?.text.startsWith('[')) return undefined;
  const words = wordsWithoutComment(model, instruction);
  const first = keyword === 'HEALTHCHECK' ? words[1] : words[0];
  const last = words.at(-1);
  if (!first || !last) return undefined;
  // A good array with a comment behind it is the business of no-trailing-comment.
  if (keyword === 'SHELL' && words.length < instruction.words.length) return undefined;
  return { start: first.span.start, end: last.span.end };
}

/** Quotes numbers and `true`, `false`; nothing when anything else is inside that is no string. */
function quoteItems({ text, escape }: DockerfileModel, { start, end }: Span): Fix | undefined {
  const written = text.slice(start, end);
  const code = joinLines(written, escape);
  const values = JSON.parse(code) as readonly unknown[];
  if (!values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))) return undefined;
  // Strings and comment lines are stepped over, so that only bare words are left.
  const edits = [...written.matchAll(/"(?:[^"\\]|\\.)*"|\n[ \t]*#[^\n]*|(?<word>[-+.\w]+)/g)].flatMap(({ groups, index }) => {
    const word = groups?.['word'];
    const at = start + index;
    return word === undefined ? [] : [{ span: { start: at, end: at + word.length }, newText: `"${word}"` }];
  });
  return { title: { ko: '값을 큰따옴표로 묶기', en: 'Put the values in double quotes' }, edits, isPreferred: true };
}

function shellToArray(model: DockerfileModel, instruction: Instruction, at: Span): Fix | undefined {
  const title = { ko: 'JSON 배열로 바꾸기', en: 'Write a JSON array' };
  const repaired = repairArray(model.text, at, model.escape);
  if (repaired) return { title, edits: repaired, isPreferred: true };
  const shell = shellOf(model, instruction);
  const words = shell && literalCommand(shell);
  const plain = words && words.length > 1 && words.every(({ value }) => /^[\w./:-]+$/.test(value));
  return plain ? { title, edits: wordsToArray(words), isPreferred: true } : undefined;
}
