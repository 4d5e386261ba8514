import { perRun, type LoneRun } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { insertAbove, keywordLike } from '../edits.ts';
import { type DockerfileModel } from '../model.ts';
import { callOf, type Call } from '../packages/calls.ts';
import { shellOf } from '../shell.ts';

export const useWorkdir = defineRule<DockerfileModel>({
  id: 'dockerfile/use-workdir',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3003'],
  message: {
    ko: '`RUN` 안에서 `cd`로 옮겨 다니는 대신 `WORKDIR`로 작업 폴더를 정하세요.',
    en: 'Set the folder with `WORKDIR` instead of changing into it with `cd`.',
  },
  why: {
    ko: '`WORKDIR`는 다음 명령어와 컨테이너까지 이어지고, 없는 폴더는 만들어 줍니다. 어디서 실행되는지 한눈에 보입니다.',
    en: '`WORKDIR` holds for the next instructions and for the container, makes a folder that is missing, and shows at a glance where things run.',
  },
  note: 'dockerfile/WORKDIR',
  check: perRun((model, run, report) => {
    const cd = run.calls.find(({ program }) => program === 'cd');
    // The last command of all is a matter of its own: it does nothing.
    if (cd && cd !== run.calls.at(-1)) report({ at: cd.span, fix: () => moveOut(model, run) });
  }),
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «cd /src» && make && make install\n',
        fixed: 'FROM debian:13\nWORKDIR /src\nRUN make && make install\n',
      },
      {
        text: 'from debian:13\r\n# 빌드\r\nrun --network=none «cd /src» \\\r\n    && make\r\n',
        fixed: 'from debian:13\r\n# 빌드\r\nworkdir /src\r\nrun --network=none make\r\n',
      },
      { text: 'FROM debian:13\nRUN «cd /src» && make && cd .. && ls\n' },
      { text: 'FROM debian:13\nRUN «cd app» && make\n' },
      { text: 'FROM debian:13\nRUN «cd /src» && \\\n    # 빌드\n    make\n' },
      { text: 'FROM debian:13\nONBUILD RUN «cd /src» && make\n' },
      { text: 'FROM debian:13\nRUN <<EOF\n«cd /src»\nmake\nEOF\n' },
    ],
    good: [
      'FROM debian:13\nWORKDIR /src\nRUN make\n',
      'FROM debian:13\nRUN make -C /src && git -C /src status\n',
      'FROM debian:13\nRUN cd /src\nRUN echo cd\nCMD cd /src && make\n',
    ],
  },
});

/** WORKDIR above the RUN, when it starts with the one `cd` to a folder that is known. */
function moveOut(model: DockerfileModel, { instruction, outer, calls }: LoneRun): Fix | undefined {
  const shell = instruction === outer && instruction.heredocs.length === 0 ? shellOf(model, instruction) : undefined;
  const [statement, ...others] = shell?.script.commands ?? [];
  if (!shell || !statement || others.length > 0 || shell.script.errors?.length || statement.command.type !== 'AndOr') return undefined;
  const [first, second] = statement.command.commands;
  const [cd] = first?.type === 'Command' ? (callOf(model, first, shell.start) ?? []) : [];
  const folder = cd && folderOf(cd);
  if (!second || folder === undefined || statement.command.operators[0] !== '&&') return undefined;
  if (calls.filter(({ program }) => /^(?:cd|pushd)$/.test(program)).length > 1) return undefined;
  const gone = { start: cd?.span.start ?? 0, end: shell.start + second.pos };
  if (model.comments.some(({ span }) => span.start >= gone.start && span.start < gone.end)) return undefined;
  return {
    title: {
      ko: `위에 \`WORKDIR ${folder}\` 두기 (뒤의 단계에도 적용됩니다)`,
      en: `Put \`WORKDIR ${folder}\` above (it holds for what follows, too)`,
    },
    edits: [insertAbove(model, instruction, [`${keywordLike(model, instruction, 'WORKDIR')} ${folder}`]), { span: gone, newText: '' }],
  };
}

function folderOf({ program, words, editable }: Call): string | undefined {
  const [, folder, ...others] = words;
  return program === 'cd' && editable && folder && others.length === 0 && /^\/[\w./-]*$/.test(folder.value) ? folder.value : undefined;
}
