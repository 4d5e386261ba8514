import { defineRule, type Fix } from '../../rule.ts';
import { isFinished, keywordLike } from '../edits.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { callOf, runsOf, type Call, type Run } from '../packages/calls.ts';
import { shellOf } from '../shell.ts';

export const noLostCd = defineRule<DockerfileModel>({
  id: 'dockerfile/no-lost-cd',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3003'],
  message: {
    ko: '이 `cd`는 `RUN`이 끝나면 사라져 다음 명령어에 아무 영향이 없습니다. `WORKDIR`를 쓰세요.',
    en: 'This `cd` is over when the `RUN` ends and changes nothing for what follows. Use `WORKDIR`.',
  },
  why: {
    ko: '`RUN`마다 새 셸이 `WORKDIR`에서 시작합니다. 옮겨 간 줄 알고 적은 다음 명령어가 엉뚱한 폴더에서 실행됩니다.',
    en: 'Every `RUN` starts a new shell in `WORKDIR`. The next command, written for the other folder, runs in the wrong one.',
  },
  note: 'dockerfile/WORKDIR',
  check(model, report) {
    for (const run of runsOf(model)) {
      const last = lastCommand(model, run);
      if (last?.call.program !== 'cd' || goesBack(run, last)) continue;
      report({ at: last.call.span, ...inStage(run.stage), fix: () => useWorkdir(model, run, last.call, last.alone) });
    }
  },
  examples: {
    bad: [
      { text: 'FROM debian:13\nRUN «cd /opt/app»\nRUN make\n', fixed: 'FROM debian:13\nWORKDIR /opt/app\nRUN make\n' },
      {
        text: 'from debian:13\r\n# 폴더\r\nonbuild run \\\r\n  «cd app»\r\n',
        fixed: 'from debian:13\r\n# 폴더\r\nonbuild workdir app\r\n',
      },
      { text: 'FROM debian:13\nRUN mkdir /app && «cd /app»\n' },
      { text: 'FROM debian:13\nRUN <<EOF\nmkdir /app\n«cd /app»\nEOF\n' },
      { text: 'FROM debian:13\nRUN «cd $HOME»\n' },
      { text: 'FROM debian:13\nRUN «["cd", "/app"]»\n' },
    ],
    good: [
      'FROM debian:13\nWORKDIR /app\nRUN make\n',
      'FROM debian:13\nRUN cd /app && make\nRUN (cd /app && make) && ls\n',
      'FROM debian:13\nRUN cd /src && make && cd ..\nRUN make -C /src; cd /\n',
      'FROM debian:13\nRUN echo cd && cdrecord\nCMD cd /app\n',
    ],
  },
});

interface LastCommand {
  readonly call: Call;
  readonly alone: boolean;
}

/** Whether the `cd` tidies up after others: that changes nothing, but nobody relies on it either. */
function goesBack({ calls }: Run, { call, alone }: LastCommand): boolean {
  if (alone) return false;
  return (
    /^(?:\/|\.\.|-|~)?$/.test(call.words[1]?.value ?? '') ||
    calls.some(({ program, span }) => program === 'cd' && span.start < call.span.start)
  );
}

/** The last command of a script at its outermost level; `alone` when there is no other. */
function lastCommand(model: DockerfileModel, run: Run): LastCommand | undefined {
  const { instruction, calls } = run;
  const [first] = calls;
  if (instruction.execForm) return first && { call: first, alone: true };
  const shell = shellOf(model, instruction);
  const statement = shell?.script.commands.at(-1);
  if (!shell || !statement || statement.background) return undefined;
  const { command } = statement;
  const last = command.type === 'AndOr' ? command.commands.at(-1) : command;
  const [call] = last?.type === 'Command' ? (callOf(model, last, shell.start) ?? []) : [];
  return call && { call, alone: last === command && shell.script.commands.length === 1 };
}

function useWorkdir(model: DockerfileModel, { instruction }: Run, { words, editable }: Call, alone: boolean): Fix | undefined {
  const [, folder, ...others] = words;
  const { keywordSpan, span, heredocs, flags } = instruction;
  if (!alone || !editable || !folder || others.length > 0 || heredocs.length > 0 || flags.length > 0 || !isFinished(model, instruction))
    return undefined;
  if (!/^[\w./-]+$/.test(folder.value) || folder.value.startsWith('-') || folder.span.end !== span.end) return undefined;
  if (model.comments.some((comment) => comment.span.start > span.start && comment.span.end < span.end)) return undefined;
  return {
    title: { ko: `\`WORKDIR ${folder.value}\`로 바꾸기`, en: `Change to \`WORKDIR ${folder.value}\`` },
    edits: [
      { span: { start: keywordSpan.start, end: span.end }, newText: `${keywordLike(model, instruction, 'WORKDIR')} ${folder.value}` },
    ],
  };
}
