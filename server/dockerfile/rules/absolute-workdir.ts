import { defineRule } from '../../rule.ts';
import { enterWorkdir, workdirsBefore, writtenPath } from '../arguments/workdir.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';

export const absoluteWorkdir = defineRule<DockerfileModel>({
  id: 'dockerfile/absolute-workdir',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3000', 'buildkit:WorkdirRelativePath'],
  message: {
    ko: '`WORKDIR {path}`는 상대 경로라서 베이스 이미지의 디렉터리에 따라 위치가 달라집니다. `/`로 시작하는 경로를 쓰세요.',
    en: '`WORKDIR {path}` is relative, so the base image decides where it is. Write a path that starts with `/`.',
  },
  why: {
    ko: '베이스 이미지가 작업 디렉터리를 바꾸면 파일이 엉뚱한 곳에 복사되고 실행 명령이 파일을 찾지 못합니다.',
    en: 'When the base image changes its own directory, files land elsewhere and the start command no longer finds them.',
  },
  note: 'dockerfile/WORKDIR',
  check(model, report) {
    const known = workdirsBefore(model);
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      if (instruction.keyword !== 'WORKDIR' || !instruction.argumentsSpan) continue;
      const path = writtenPath(model, instruction);
      if (path.kind !== 'relative' || known.get(outer) !== undefined) continue;
      report({
        at: instruction.argumentsSpan,
        data: { path: path.text },
        ...inStage(stage),
        // What an image gives ONBUILD is known only where it is used, and BuildKit does not check it.
        ...(outer === instruction ? {} : { equivalents: ['hadolint:DL3000'] }),
        fix: () =>
          /^(?:\.\/)?[\w.@-][\w./@-]*$/.test(path.written) && !path.text.split('/').includes('..')
            ? {
                title: { ko: '`/`부터 쓰기', en: 'Start from `/`' },
                edits: [{ span: instruction.argumentsSpan ?? instruction.span, newText: enterWorkdir('/', path.text) }],
              }
            : undefined,
      });
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nWORKDIR «app»\n', fixed: 'FROM node:24\nWORKDIR /app\n' },
      { text: 'from node:24\r\nworkdir \\\r\n  «./app/src»\r\n', fixed: 'from node:24\r\nworkdir \\\r\n  /app/src\r\n' },
      { text: 'FROM node:24\nWORKDIR «"my app"»\n' },
      {
        text: 'FROM node:24 AS a\nWORKDIR /app\nFROM node:24\nWORKDIR «app»\n',
        fixed: 'FROM node:24 AS a\nWORKDIR /app\nFROM node:24\nWORKDIR /app\n',
      },
      { text: 'FROM node:24\nONBUILD WORKDIR «app»\n', fixed: 'FROM node:24\nONBUILD WORKDIR /app\n' },
    ],
    good: [
      'FROM node:24\nWORKDIR /app\nWORKDIR src\n',
      'FROM node:24 AS a\nWORKDIR /app\nFROM a\nWORKDIR src\n',
      'ARG DIR=/app\nFROM node:24\nWORKDIR $DIR\nWORKDIR "${DIR}/src"\n',
      'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nWORKDIR C:\\app\nWORKDIR "d:/app"\n',
      "FROM node:24\nWORKDIR '/my app'\n",
      'FROM node:24\nWORKDIR\n',
    ],
  },
});
