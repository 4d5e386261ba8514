import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { dividePort } from '../arguments/ports.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { type DockerfileModel } from '../model.ts';

export const lowercaseProtocol = defineRule<DockerfileModel>({
  id: 'dockerfile/lowercase-protocol',
  severity: 'hint',
  presets: [],
  equivalents: ['buildkit:ExposeProtoCasing'],
  message: {
    ko: '`{protocol}`은 소문자로 쓰세요.',
    en: 'Write `{protocol}` in lower case.',
  },
  why: {
    ko: '이미지에는 소문자로 기록되니, 파일에도 그대로 써야 검색하고 비교하기 쉽습니다.',
    en: 'The image records it in lower case; the same spelling in the file is easier to search and compare.',
  },
  note: 'dockerfile/EXPOSE',
  check: perInstruction((model, { instruction }, report) => {
    if (instruction.keyword !== 'EXPOSE') return;
    for (const { text, span } of wordsWithoutComment(model, instruction)) {
      const { protocol } = dividePort(text);
      if (protocol === undefined || !/^(?:tcp|udp|sctp)$/i.test(protocol) || protocol === protocol.toLowerCase()) continue;
      const start = span.start + text.lastIndexOf('/') + 1;
      const at = { start, end: start + protocol.length };
      report({
        at,
        data: { protocol },
        fix: () => ({
          title: { ko: '소문자로 바꾸기', en: 'Change to lower case' },
          edits: [{ span: at, newText: protocol.toLowerCase() }],
          isPreferred: true,
        }),
      });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nEXPOSE 80/«TCP»\n', fixed: 'FROM node:24\nEXPOSE 80/tcp\n' },
      {
        text: 'from node:24\r\nexpose 80/tcp \\\r\n  # 이름 서버\r\n  $PORT/«Udp»\r\n',
        fixed: 'from node:24\r\nexpose 80/tcp \\\r\n  # 이름 서버\r\n  $PORT/udp\r\n',
      },
      { text: 'FROM node:24\nONBUILD EXPOSE "80/«TcP»"\n', fixed: 'FROM node:24\nONBUILD EXPOSE "80/tcp"\n' },
    ],
    good: [
      'FROM node:24\nEXPOSE 80/tcp 53/udp 8080\n',
      'FROM node:24\nEXPOSE $PORT/$PROTOCOL\n',
      'FROM node:24\nEXPOSE\n',
      'FROM node:24\nEXPOSE 80 # 80/TCP\n',
    ],
  },
});
