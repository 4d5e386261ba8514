import { quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { portProblem } from '../arguments/ports.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { type DockerfileModel } from '../model.ts';

export const validPort = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-port',
  severity: 'error',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3011'],
  message: {
    ko: '{port}는 포트가 아니어서 빌드가 실패합니다. 0부터 65535까지의 수나 `7000-7010` 같은 범위를 적으세요.',
    en: '{port} is no port, so the build fails. Write a number from 0 to 65535 or a range such as `7000-7010`.',
  },
  variants: {
    protocol: {
      ko: '{port}의 프로토콜을 알 수 없어 빌드가 실패합니다. `tcp`, `udp`, `sctp` 중 하나를 적으세요.',
      en: 'The protocol of {port} is unknown, so the build fails. Write `tcp`, `udp` or `sctp`.',
      equivalents: [],
    },
  },
  why: {
    ko: '`EXPOSE`는 컨테이너가 어떤 포트에서 듣는지 이미지에 적습니다. 읽을 수 없는 값은 적을 수 없어 빌더가 멈춥니다.',
    en: '`EXPOSE` writes into the image which ports the container listens on. The builder stops at a value that it cannot read.',
  },
  note: 'dockerfile/EXPOSE',
  check: perInstruction((model, { instruction }, report) => {
    if (instruction.keyword !== 'EXPOSE') return;
    for (const { text, span: at } of wordsWithoutComment(model, instruction)) {
      const problem = portProblem(text);
      if (!problem) continue;
      report({ at, ...(problem === 'protocol' ? { variant: problem } : {}), data: { port: quote(text) } });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nEXPOSE 80 «80000»\n' },
      { text: 'FROM node:24\r\nonbuild expose 80 \\\r\n  # 관리\r\n  «admin»\r\n' },
      { text: 'FROM node:24\nEXPOSE «53/dup»\n' },
      { text: 'FROM node:24\nEXPOSE «9000-8000»\n' },
      { text: 'EXPOSE «80,443»\n' },
    ],
    good: [
      'FROM node:24\nEXPOSE 80 443/tcp 53/UDP 7000-7010\n',
      'FROM node:24\nARG PORT=80\nEXPOSE $PORT ${PORT}/tcp 4000-${PORT} "8080"\n',
      'FROM node:24\r\nexpose 80 \\\r\n  # 관리\r\n  8081\r\n',
      'FROM node:24\nEXPOSE 80 # 웹\nEXPOSE\n',
    ],
  },
});
