import { perRun, type LoneRun } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { isFinished, keywordLike } from '../edits.ts';
import { type DockerfileModel } from '../model.ts';
import type { Call } from '../packages/calls.ts';

export const useShellInstruction = defineRule<DockerfileModel>({
  id: 'dockerfile/use-shell-instruction',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL4005'],
  message: {
    ko: '`/bin/sh`를 바꿔치기하지 말고 `SHELL` 명령어로 셸을 고르세요.',
    en: 'Choose the shell with `SHELL` instead of replacing `/bin/sh`.',
  },
  why: {
    ko: '배포판의 스크립트는 원래의 `/bin/sh`로 시험된 것이라 다른 셸에서는 다르게 동작할 수 있습니다. `SHELL`은 이 Dockerfile의 명령어에만 적용됩니다.',
    en: "The system's own scripts are tested with the `/bin/sh` that it came with. `SHELL` changes the shell of this Dockerfile's commands only.",
  },
  note: 'dockerfile/SHELL',
  check: perRun((model, run, report) => {
    for (const call of run.calls) {
      const shell = call.program === 'ln' ? newShell(call) : undefined;
      if (shell !== undefined) report({ at: call.span, fix: () => useShell(model, run, call, shell) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «ln -sf /bin/bash /bin/sh»\n',
        fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\n',
      },
      {
        text: 'from debian:13\r\n# 셸\r\nonbuild run «ln --symbolic --force \\\r\n    bash /bin/sh»\r\n',
        fixed: 'from debian:13\r\n# 셸\r\nonbuild shell ["/bin/bash", "-c"]\r\n',
      },
      { text: 'FROM debian:13\nRUN apt-get update && «ln -sfv /usr/bin/zsh /usr/bin/sh» && ls\n' },
      { text: 'FROM debian:13\nRUN «["ln", "-sf", "/bin/bash", "/bin/sh"]»\n' },
    ],
    good: [
      'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN echo a\n',
      'FROM debian:13\nRUN ln -sf /bin/true /sbin/initctl\nRUN ln -s /bin/sh /bin/x\nRUN ln -s a b && c /bin/sh\n',
      'FROM scratch\nRUN ["/busybox", "ln", "-s", "/bin/busybox", "/bin/sh"]\nRUN ln -s /bin/busybox /bin/sh\n',
    ],
  },
});

/** The path of the shell that the link puts in the place of `/bin/sh`. */
function newShell({ words }: Call): string | undefined {
  const [source, target, ...others] = words.slice(1).flatMap(({ value }) => (value.startsWith('-') ? [] : value));
  if (source === undefined || others.length > 0 || !/^(?:\/usr)?\/bin\/sh$/.test(target ?? '') || source.endsWith('busybox'))
    return undefined;
  return source.includes('/') ? source : `/bin/${source}`;
}

function useShell(model: DockerfileModel, { instruction, calls }: LoneRun, { editable }: Call, shell: string): Fix | undefined {
  const { keywordSpan, span, heredocs, flags } = instruction;
  if (!editable || calls.length > 1 || heredocs.length > 0 || flags.length > 0 || !/^\/[\w./-]+$/.test(shell)) return undefined;
  if (!isFinished(model, instruction) || calls[0]?.span.end !== span.end) return undefined;
  if (model.comments.some((comment) => comment.span.start > span.start && comment.span.end < span.end)) return undefined;
  return {
    title: { ko: '`SHELL`로 바꾸기', en: 'Change to `SHELL`' },
    edits: [
      { span: { start: keywordSpan.start, end: span.end }, newText: `${keywordLike(model, instruction, 'SHELL')} ["${shell}", "-c"]` },
    ],
  };
}
