import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { type DockerfileModel, type Heredoc } from '../model.ts';

export const closedHeredoc = defineRule<DockerfileModel>({
  id: 'dockerfile/closed-heredoc',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: 'heredoc이 끝나지 않아 빌드가 실패합니다. 내용 아래에 `{name}`만 있는 줄을 넣으세요.',
    en: 'The heredoc does not end, so the build fails. Put a line with nothing but `{name}` below its text.',
  },
  why: {
    ko: '끝을 알리는 줄이 없으면 아래의 모든 줄이 heredoc의 내용이 됩니다. 들여 쓴 줄은 끝으로 보지 않으며, `<<-`는 앞의 탭만 허용합니다.',
    en: 'Without the closing line every line below belongs to the heredoc. An indented line does not close it; `<<-` allows tabs before it.',
  },
  note: 'dockerfile/heredoc',
  check: perInstruction((model, { instruction }, report) => {
    const open = instruction.heredocs.find((heredoc) => !isClosed(model, heredoc));
    if (open) report({ at: open.span, data: { name: open.name } });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nRUN «<<EOF»\necho a\n' },
      { text: 'FROM node:24\r\nCOPY «<<"END"» /a\r\nx\r\nend\r\nUSER node\r\n' },
      { text: 'FROM node:24\nRUN «<<EOF»' },
    ],
    good: [
      'FROM node:24\nRUN <<EOF\necho a\nEOF\n',
      'FROM node:24\r\nCOPY <<A <<B /c/\r\na\r\nA\r\nb\r\nB\r\nUSER node\r\n',
      'FROM node:24\nRUN <<-EOF\n\techo a\n\tEOF',
      'FROM node:24\nRUN python3 3<<EOF\nx\nEOF\nUSER node\n',
      'FROM node:24\nRUN cat <<< text\nRUN echo $((1 << 2))\n',
    ],
  },
});

function isClosed({ text }: DockerfileModel, { name, body }: Heredoc): boolean {
  const written = text.slice(body.start, body.end).replace(/\r?\n$/, '');
  return written.slice(written.lastIndexOf('\n') + 1).trim() === name;
}
