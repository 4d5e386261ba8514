import { defineRule } from '../../rule.ts';
import { lineAt, nextLineStart } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { assignmentsOf } from '../arguments/assignments.ts';
import type { Comment, DockerfileModel, Instruction, Stage } from '../model.ts';

export const describeDefinition = defineRule<DockerfileModel>({
  id: 'dockerfile/describe-definition',
  severity: 'hint',
  presets: [],
  equivalents: ['buildkit:InvalidDefinitionDescription'],
  message: {
    ko: '바로 위 주석을 `{name}`의 설명으로 쓰려면 `# {name} …`으로 시작하세요. 설명이 아니라면 사이에 빈 줄을 넣으세요.',
    en: 'To describe `{name}`, begin the comment above with `# {name} …`. If it is no description, leave an empty line between.',
  },
  why: {
    ko: '`docker build --call=outline`과 `--call=targets`는 이름으로 시작하는 주석만 설명으로 보여 줍니다.',
    en: '`docker build --call=outline` and `--call=targets` show only comments that begin with the name.',
  },
  note: 'dockerfile/directives#check',
  url: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',
  check(model, report) {
    if (!isAskedFor(model)) return;
    const stages = new Map(model.stages.map((stage) => [stage.from, stage]));
    const comments = new Map(model.comments.map((comment) => [lineAt(model.text, comment.span.start).start, comment]));
    for (const instruction of model.instructions) {
      const names = namesOf(model, instruction, stages);
      const block = names.length > 0 ? commentsAbove(model, instruction, comments) : [];
      // An empty comment line parts the comment from the definition.
      if (block.length === 0 || block.at(-1)?.text.trim() === '') continue;
      if (block.some(({ text }) => names.some((name) => text.trimStart().split(/\s/, 1)[0] === name))) continue;
      report({ at: spanOf(instruction), data: { name: names[0] ?? '' } });
    }
  },
  examples: {
    bad: [
      { text: '# check=experimental=InvalidDefinitionDescription\n# the version\n«ARG VERSION=24»\nFROM node:$VERSION\n' },
      {
        text: '# check=skip=JSONArgsRecommended;experimental=all\r\nfrom node:24 as base\r\n# Base 이미지\r\n«from base as app»\r\n',
      },
      { text: '# check=experimental=InvalidDefinitionDescription\nFROM node:24\n# something\n«ARG A=1 B=2»\n' },
    ],
    good: [
      '# the version\nARG VERSION=24\nFROM node:$VERSION\n',
      '# check=experimental=InvalidDefinitionDescription\n# VERSION is the version of Node.js\nARG VERSION=24\nFROM node:$VERSION\n',
      '# check=experimental=InvalidDefinitionDescription\n# something\n\nARG VERSION=24\n# other\n#\nFROM node:$VERSION AS app\n',
      '# check=experimental=InvalidDefinitionDescription\n# something\nFROM node:24\n# copies\nCOPY . .\n# B is second\nARG A=1 B=2\n',
    ],
  },
});

/** The builder checks it only when the directive asks: `# check=experimental=InvalidDefinitionDescription`. */
function isAskedFor({ directives }: DockerfileModel): boolean {
  return directives.some(
    ({ name, value }) => name === 'check' && /(?:^|;)\s*experimental\s*=[^;]*\b(?:InvalidDefinitionDescription|all)\b/i.test(value),
  );
}

function namesOf(model: DockerfileModel, instruction: Instruction, stages: ReadonlyMap<Instruction, Stage>): readonly string[] {
  if (instruction.keyword === 'ARG') return assignmentsOf(model, instruction).map(({ name }) => name);
  const name = stages.get(instruction)?.name;
  return name ? [name.text] : [];
}

/** The comment lines right above an instruction, from the top. */
function commentsAbove({ text }: DockerfileModel, { span }: Instruction, comments: ReadonlyMap<number, Comment>): readonly Comment[] {
  const block: Comment[] = [];
  let start = lineAt(text, span.start).start;
  while (start > 0) {
    const above = lineAt(text, start - 1);
    const comment = comments.get(above.start);
    if (!comment || nextLineStart(text, above.start) !== start) break;
    block.unshift(comment);
    start = above.start;
  }
  return block;
}

function spanOf({ span, argumentsSpan }: Instruction): Span {
  return { start: span.start, end: argumentsSpan?.end ?? span.end };
}
