import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { type DockerfileModel } from '../model.ts';

export const noKillStopsignal = defineRule<DockerfileModel>({
  id: 'dockerfile/no-kill-stopsignal',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{signal}`은 앱이 받을 수 없는 시그널이라 정리할 틈 없이 끝납니다. `SIGTERM`을 쓰세요.',
    en: 'No app can catch `{signal}`: it dies without a chance to clean up. Use `SIGTERM`.',
  },
  why: {
    ko: '컨테이너를 멈출 때마다 처리 중이던 요청이 끊기고 저장하지 못한 데이터가 사라집니다. 끝나지 않는 앱은 기다린 뒤 어차피 `SIGKILL`을 받습니다.',
    en: 'Every stop cuts off requests and loses unsaved data. An app that does not end gets `SIGKILL` anyway, after the grace period.',
  },
  note: 'dockerfile/STOPSIGNAL',
  check: perInstruction((model, { instruction }, report) => {
    const [signal] = instruction.words;
    if (instruction.keyword !== 'STOPSIGNAL' || !signal || !/^(["']?)(?:(?:SIG)?KILL|0*9)\1$/i.test(signal.text)) return;
    report({
      at: signal.span,
      data: { signal: signal.text.replace(/["']/g, '') },
      // What every image does without STOPSIGNAL, so it is safe to apply unseen.
      fix: () => ({
        title: { ko: '`SIGTERM`으로 바꾸기', en: 'Change to `SIGTERM`' },
        edits: [{ span: signal.span, newText: 'SIGTERM' }],
        isPreferred: true,
      }),
    });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nSTOPSIGNAL «SIGKILL»\n', fixed: 'FROM node:24\nSTOPSIGNAL SIGTERM\n' },
      {
        text: 'FROM node:24\n# 종료 시그널\nstopsignal \\\r\n  «kill»\r\n',
        fixed: 'FROM node:24\n# 종료 시그널\nstopsignal \\\r\n  SIGTERM\r\n',
      },
      { text: 'FROM node:24\nSTOPSIGNAL «9» # 강제\n', fixed: 'FROM node:24\nSTOPSIGNAL SIGTERM # 강제\n' },
      { text: 'FROM node:24\nONBUILD STOPSIGNAL «"SIGKILL"»\n', fixed: 'FROM node:24\nONBUILD STOPSIGNAL SIGTERM\n' },
    ],
    good: [
      'FROM node:24\nSTOPSIGNAL SIGTERM\n',
      'FROM nginx:1.30\nSTOPSIGNAL SIGQUIT\n',
      'FROM node:24\nSTOPSIGNAL 15\n',
      'FROM node:24\nSTOPSIGNAL $SIGNAL\n',
      'FROM node:24\nSTOPSIGNAL\n',
    ],
  },
});
