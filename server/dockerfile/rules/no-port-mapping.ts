import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { readPort } from '../arguments/ports.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { type DockerfileModel } from '../model.ts';

export const noPortMapping = defineRule<DockerfileModel>({
  id: 'dockerfile/no-port-mapping',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['buildkit:ExposeInvalidFormat'],
  message: {
    ko: '`EXPOSE`는 호스트 포트를 열지 않으니 `{host}`는 효과가 없습니다. 컨테이너 포트 `{ports}`만 쓰세요.',
    en: '`EXPOSE` opens nothing on the host, so `{host}` has no effect. Write only the container’s port, `{ports}`.',
  },
  why: {
    ko: '호스트 포트는 실행할 때 `-p`나 Compose의 `ports`로 정합니다. 앞으로 나올 빌더는 이 표기를 오류로 다룹니다.',
    en: 'Host ports are chosen at run time, with `-p` or `ports` in Compose. A later builder will refuse this form.',
  },
  note: 'dockerfile/EXPOSE',
  url: 'https://docs.docker.com/reference/build-checks/expose-invalid-format/',
  check: perInstruction((model, { instruction }, report) => {
    if (instruction.keyword !== 'EXPOSE') return;
    for (const { text, span } of wordsWithoutComment(model, instruction)) {
      const port = readPort(text);
      if (port?.host === undefined) continue;
      const { host, ports } = port;
      const start = span.start + text.indexOf(host);
      report({
        at: span,
        data: { host, ports },
        fix: () => ({
          title: { ko: `\`${ports}\`만 남기기`, en: `Keep \`${ports}\` only` },
          edits: [{ span: { start, end: start + host.length + 1 }, newText: '' }],
          isPreferred: true,
        }),
      });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nEXPOSE «8080:80»\n', fixed: 'FROM node:24\nEXPOSE 80\n' },
      {
        text: 'from node:24\r\nexpose 443 \\\r\n  # 관리\r\n  «127.0.0.1:8080:80/tcp»\r\n',
        fixed: 'from node:24\r\nexpose 443 \\\r\n  # 관리\r\n  80/tcp\r\n',
      },
      { text: 'FROM node:24\nONBUILD EXPOSE «"[::1]::80-90"»\n', fixed: 'FROM node:24\nONBUILD EXPOSE "80-90"\n' },
    ],
    good: [
      'FROM node:24\nEXPOSE 80 443/tcp 3000-3010/udp\n',
      'FROM node:24\nEXPOSE $PORT ${PORT:-80} ${PORT:-80}/tcp\n',
      'FROM node:24\nEXPOSE 80 # 8080:80\n',
      'FROM node:24\nEXPOSE\n',
    ],
  },
});
