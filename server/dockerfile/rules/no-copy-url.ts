import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { keywordLike } from '../edits.ts';
import { flagsNamed, instructionFlags } from '../instructions.ts';
import { type DockerfileModel } from '../model.ts';

export const noCopyUrl = defineRule<DockerfileModel>({
  id: 'dockerfile/no-copy-url',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`COPY`는 주소에서 내려받지 못해 빌드가 실패합니다. `ADD`를 쓰세요.',
    en: '`COPY` cannot download from an address, so the build fails. Use `ADD`.',
  },
  why: {
    ko: '`COPY`는 빌드 컨텍스트, 다른 스테이지, 이미지의 파일만 복사합니다. 내려받기는 `ADD`의 일이며 `--checksum`으로 내용을 확인할 수 있습니다.',
    en: '`COPY` takes files from the build context, other stages and images. Downloads are for `ADD`, which can verify them with `--checksum`.',
  },
  note: 'dockerfile/ADD',
  check: perInstruction((model, { instruction }, report) => {
    const { keyword, keywordSpan, words, flags } = instruction;
    if (keyword !== 'COPY' || flagsNamed(instruction, 'from').length > 0) return;
    const url = words.slice(0, -1).find(({ text }) => /^(?:\[?["'])?https?:\/\//.test(text));
    if (!url) return;
    const possible = flags.every(({ name }) => instructionFlags['ADD']?.includes(name));
    report({
      at: url.span,
      ...(possible
        ? {
            fix: () => ({
              title: { ko: '`ADD`로 바꾸기', en: 'Change it to `ADD`' },
              edits: [{ span: keywordSpan, newText: keywordLike(model, instruction, 'ADD') }],
              isPreferred: true,
            }),
          }
        : {}),
    });
  }),
  examples: {
    bad: [
      { text: 'FROM scratch\nCOPY «https://example.com/a.txt» /\n', fixed: 'FROM scratch\nADD https://example.com/a.txt /\n' },
      {
        text: 'FROM scratch\r\nonbuild copy --chown=1:1 \\\r\n  # 설정\r\n  «http://example.com/a» \\\r\n  /a\r\n',
        fixed: 'FROM scratch\r\nonbuild add --chown=1:1 \\\r\n  # 설정\r\n  http://example.com/a \\\r\n  /a\r\n',
      },
      { text: 'FROM scratch\nCOPY --parents «https://example.com/a.txt» /\n' },
    ],
    good: [
      'FROM scratch\nADD https://example.com/a.txt /\n',
      'FROM scratch\nCOPY a.txt /https://\nCOPY --from=build /a /b\n',
      'FROM scratch\r\nCOPY <<EOF /a\r\nhttps://example.com/\r\nEOF\r\n',
    ],
  },
});
