import { defineRule } from '../../rule.ts';
import { lineAt, nextLineStart } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { perInstruction } from '../per-instruction.ts';

export const noEmptyContinuation = defineRule<DockerfileModel>({
  id: 'dockerfile/no-empty-continuation',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['buildkit:NoEmptyContinuation'],
  message: {
    ko: '이어지는 줄 사이에 빈 줄이 있습니다. 빈 줄을 지우거나 `#` 주석으로 바꾸세요.',
    en: 'An empty line interrupts this instruction. Remove it, or make it a `#` comment.',
  },
  why: {
    ko: '지금은 다음 줄까지 이어지지만 앞으로는 오류가 됩니다. 줄 끝의 `\\`를 지우다 만 것일 수도 있습니다.',
    en: 'For now the instruction goes on below; later builders will refuse it. It may also be a `\\` that was left over.',
  },
  note: 'dockerfile/directives#escape',
  url: 'https://docs.docker.com/reference/build-checks/no-empty-continuation/',
  check: perInstruction((model, { outer }, report) => {
    const { empty, after } = emptyLines(model, outer);
    // The empty line itself could not be seen marked.
    if (after)
      report({
        at: after,
        fix: () => ({
          title: { ko: '빈 줄 지우기', en: 'Remove the empty lines' },
          edits: empty.map((span) => ({ span, newText: '' })),
          isPreferred: true,
        }),
      });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nRUN npm ci \\\n\n  «&& npm run build»\n', fixed: 'FROM node:24\nRUN npm ci \\\n  && npm run build\n' },
      {
        text: 'from node:24\r\nrun a \\\r\n  # 주석\r\n  \r\n\r\n  «&& b \\»\r\n\r\n  && c\r\n',
        fixed: 'from node:24\r\nrun a \\\r\n  # 주석\r\n  && b \\\r\n  && c\r\n',
      },
      { text: 'FROM node:24\nONBUILD COPY a \\\n\n«b»\n', fixed: 'FROM node:24\nONBUILD COPY a \\\nb\n' },
    ],
    good: [
      'FROM node:24\n\nRUN a \\\n  # 주석\n  && b\n\nCMD ["c"]\n',
      'FROM node:24\nRUN <<EOF\na \\\n\nb\nEOF\n',
      'FROM node:24\nRUN a \\\n\n',
      'FROM node:24\nRUN a \\\n',
    ],
  },
});

/** The empty lines between the lines of an instruction (heredocs left out), and the first line below one. */
function emptyLines(
  { text, escape }: DockerfileModel,
  { span, heredocs, argumentsSpan }: Instruction,
): { readonly empty: readonly Span[]; readonly after?: Span } {
  const empty: Span[] = [];
  const end = Math.min(argumentsSpan?.end ?? span.start, ...heredocs.map(({ body }) => body.start));
  let after: Span | undefined;
  let waiting: Span[] = [];
  for (let start = nextLineStart(text, span.start); start < end; start = nextLineStart(text, start)) {
    const line = lineAt(text, start);
    const content = text.slice(line.start, line.end);
    const trimmed = content.trim();
    if (trimmed === '') waiting.push({ start, end: nextLineStart(text, start) });
    else if (!trimmed.startsWith('#')) {
      if (waiting.length > 0) {
        const from = line.start + content.indexOf(trimmed);
        after ??= { start: from, end: from + trimmed.length };
        empty.push(...waiting);
      }
      waiting = [];
      if (!trimmed.endsWith(escape)) break;
    }
  }
  return after ? { empty, after } : { empty };
}
