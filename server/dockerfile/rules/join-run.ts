import { defineRule, type Fix } from '../../rule.ts';
import { indentationAt, lineAt, lineBreakOf } from '../../text/lines.ts';
import { isFinished } from '../edits.ts';
import { inStage, type DockerfileModel, type Instruction } from '../model.ts';
import { joiner } from '../packages/append.ts';
import { runsOf, type Run } from '../packages/calls.ts';
import { shellOf } from '../shell.ts';

export const joinRun = defineRule<DockerfileModel>({
  id: 'dockerfile/join-run',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3059'],
  message: {
    ko: '바로 위의 `RUN`과 합치면 레이어가 하나 줄어듭니다. `&&`로 이으세요.',
    en: 'Joined to the `RUN` right above, this makes one layer less. Join them with `&&`.',
  },
  why: {
    ko: '`RUN`마다 레이어가 생기고, 앞에서 만든 파일은 뒤에서 지워도 이미지에 남습니다. 따로 두면 캐시를 더 잘게 쓸 수 있으니, 버려지는 빌드 스테이지에서는 나눠도 괜찮습니다.',
    en: 'Every `RUN` is a layer, and what one makes stays in the image though the next deletes it. Apart they use the cache in smaller steps, which is fine in a build stage that is thrown away.',
  },
  note: 'dockerfile/RUN',
  check(model, report) {
    const runs = new Map(runsOf(model).map((run) => [run.outer, run]));
    model.instructions.forEach((outer, index) => {
      const run = runs.get(outer);
      const before = model.instructions[index - 1];
      const above = before && runs.get(before);
      if (!run?.kept || !above || above.stage !== run.stage || !isOneCommand(model, run) || !isOneCommand(model, above)) return;
      if (flagsOf(model, run.instruction) !== flagsOf(model, above.instruction) || isOnbuild(run) !== isOnbuild(above)) return;
      report({ at: run.instruction.keywordSpan, ...inStage(run.stage), fix: () => join(model, above, run) });
    });
  },
  examples: {
    bad: [
      { text: 'FROM debian:13\nRUN /a.sh\n«RUN» /b.sh\n', fixed: 'FROM debian:13\nRUN /a.sh \\\n    && /b.sh\n' },
      {
        text: 'from debian:13\r\nrun --network=none a \\\r\n  -b\r\n# 다음\r\n«run» --network=none c\r\n',
        fixed: 'from debian:13\r\nrun --network=none a \\\r\n  -b \\\r\n# 다음\r\n  && c\r\n',
      },
      { text: 'FROM debian:13\nRUN a\n\n«RUN» b\n', fixed: 'FROM debian:13\nRUN a \\\n    && b\n' },
      { text: 'FROM debian:13\nRUN a\n\n# 다음\n«RUN» b\n' },
      { text: 'FROM debian:13\nRUN export A=1\n«RUN» b\n' },
      { text: 'FROM debian:13\nRUN a # 처음\n«RUN» b\n' },
      { text: 'FROM debian:13\nONBUILD RUN a\nONBUILD «RUN» b\nFROM scratch\n' },
      { text: 'FROM debian:13\nRUN ["a"]\n«RUN» ["b"]\n' },
    ],
    good: [
      'FROM debian:13\nRUN a && b\nRUN c\n',
      'FROM debian:13\nRUN a\nRUN b; c\n',
      'FROM debian:13 AS build\nRUN a\nRUN b\nFROM scratch\nCOPY --from=build /a /a\n',
      'FROM debian:13\nRUN --mount=type=cache,target=/x a\nRUN b\nENV C=1\nRUN d\n',
      'FROM debian:13\nRUN <<EOF\na\nEOF\nRUN b\n',
      'FROM debian:13\nRUN\nRUN a\n',
    ],
  },
});

const isOnbuild = ({ instruction, outer }: Run): boolean => instruction !== outer;

function flagsOf({ text }: DockerfileModel, { flags }: Instruction): string {
  return flags
    .map(({ span }) => text.slice(span.start, span.end))
    .sort()
    .join(' ');
}

/** A RUN that joins several commands already is grouped by its author. */
function isOneCommand(model: DockerfileModel, { instruction }: Run): boolean {
  if (instruction.execForm) return true;
  if (instruction.heredocs.length > 0) return false;
  const [statement, ...others] = shellOf(model, instruction)?.script.commands ?? [];
  return statement !== undefined && others.length === 0 && statement.command.type !== 'AndOr';
}

/** Commands that change what the next one would see in the same shell. */
const changesShell = /^(?:cd|pushd|popd|export|set|unset|source|\.|umask|alias|exec|exit|trap|shopt|ulimit)$/;

function join(model: DockerfileModel, above: Run, { instruction: below, outer }: Run): Fix | undefined {
  const { text } = model;
  const upper = above.instruction;
  const [first] = below.words;
  const shells = [shellOf(model, upper), shellOf(model, below)];
  if (outer !== below || !first || !isFinished(model, upper) || !isFinished(model, below)) return undefined;
  if (shells.some((shell) => !shell || shell.script.errors?.length || shell.text.includes('#'))) return undefined;
  if (shells.some((shell) => shell?.script.commands.some(({ background, command }) => background || command.type === 'Function')))
    return undefined;
  if (above.calls.length === 0 || above.calls.some(({ words }) => changesShell.test(words[0].value))) return undefined;
  const gap = text.slice(upper.span.end, below.span.start);
  const comments = gap.includes('#');
  const lines = gap.split('\n').slice(1, -1);
  // An empty line may not stand among continued lines.
  if (comments && lines.some((line) => line.trim() === '')) return undefined;
  const several = text.slice(upper.span.start, upper.span.end).includes('\n');
  const { escape } = model;
  const indented = /\n([ \t]*)&& $/.exec(joiner(model, upper))?.[1] ?? `${indentationAt(text, upper.span.start)}    `;
  const start = `${several ? indented : `${indentationAt(text, upper.span.start)}    `}&& `;
  const edits = comments
    ? [
        { span: { start: upper.span.end, end: upper.span.end }, newText: ` ${escape}` },
        { span: { start: lineAt(text, below.span.start).start, end: first.span.start }, newText: start },
      ]
    : [{ span: { start: upper.span.end, end: first.span.start }, newText: ` ${escape}${lineBreakOf(text)}${start}` }];
  return { title: { ko: '위의 `RUN`과 합치기', en: 'Join to the `RUN` above' }, edits };
}
