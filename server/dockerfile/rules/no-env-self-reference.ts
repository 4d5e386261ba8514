import { defineRule, type Fix } from '../../rule.ts';
import { indentationAt, lineBreakOf } from '../../text/lines.ts';
import { moveSpan, type Span } from '../../text/span.ts';
import { assignmentsOf, type Assignment } from '../arguments/assignments.ts';
import { keywordLike } from '../edits.ts';
import { inStage, placedInstructions, type DockerfileModel, type Instruction } from '../model.ts';
import { each, oncePerPiece } from '../origin.ts';
import { expansionsIn, readPieces } from '../variables/expansion.ts';

export const noEnvSelfReference = defineRule<DockerfileModel>({
  id: 'dockerfile/no-env-self-reference',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3044'],
  message: {
    ko: '같은 `ENV`에서 정한 `{name}`은 그 아래 명령어부터 쓸 수 있어, 여기서는 예전 값이거나 비어 있습니다. `ENV`를 둘로 나누세요.',
    en: '`{name}`, set in this very `ENV`, counts only from the next instruction on; here it has its old value or none. Split the `ENV` in two.',
  },
  why: {
    ko: '한 명령어 안의 값은 모두 그 명령어를 시작할 때의 변수로 채워집니다. 오류 없이 `/bin` 같은 잘린 경로가 만들어집니다.',
    en: 'All values of one instruction are filled with the variables from before it. Nothing fails, you just get a cut path such as `/bin`.',
  },
  note: 'dockerfile/ENV',
  check(model, report) {
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      if (instruction.keyword !== 'ENV') continue;
      for (const { name, span, index, isEarlier } of selfReferences(model, instruction)) {
        report({
          at: span,
          data: { name },
          ...inStage(stage),
          fix: () => (isEarlier && outer === instruction ? split(model, instruction, assignmentsOf(model, instruction), index) : undefined),
        });
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nENV HOME_DIR=/app BIN=«$HOME_DIR»/bin\n', fixed: 'FROM node:24\nENV HOME_DIR=/app\nENV BIN=$HOME_DIR/bin\n' },
      {
        text: 'from node:24\r\nenv A="/a b" \\\r\n    B="«${A}»/${A}" \\\r\n    # 주석\r\n    C=1\r\n',
        fixed: 'from node:24\r\nenv A="/a b"\r\nenv B="${A}/${A}" \\\r\n    # 주석\r\n    C=1\r\n',
      },
      { text: 'FROM node:24\nENV A=1 \\\n  # 둘째\n  B=«${A:-2}»\n' },
      {
        text: 'FROM node:24\nENV PATH=/a:$HOME PATH=/b:«$PATH»\n',
        fixed: 'FROM node:24\nENV PATH=/a:$HOME\nENV PATH=/b:$PATH\n',
      },
      { text: 'FROM node:24\nONBUILD ENV A=1 B=«$A»\n' },
      { text: 'FROM node:24\nENV B=«$A» A=1\n' },
    ],
    good: [
      'FROM node:24\nENV A=1\nENV B=$A\n',
      'FROM node:24\nENV PATH=/app/bin:$PATH NODE_ENV=production\n',
      "FROM node:24\nENV A=1 B='$A' C=\\$A D=$AB\n",
      'FROM node:24\nENV A 1 $A\n',
      'FROM node:24\nENV A=1 \\\n  # $A\n  B=2\n',
    ],
  },
});

/** Ends the ENV before the value that names the others, and starts a second one there. */
/** A value that reads a variable of the same instruction. */
interface SelfReference {
  readonly name: string;
  /** Where it is read. */
  readonly span: Span;
  /** The place of the value among those of the instruction. */
  readonly index: number;
  /** Whether the variable is set before the value. */
  readonly isEarlier: boolean;
}

/** One for each value, however often it names others. */
const selfReferences = oncePerPiece(
  (model, instruction): readonly SelfReference[] => {
    const pairs = assignmentsOf(model, instruction);
    if (pairs.length < 2) return [];
    const places = new Map<string, number[]>();
    for (const [index, { name }] of pairs.entries()) {
      const others = places.get(name);
      if (others) others.push(index);
      else places.set(name, [index]);
    }
    return pairs.flatMap(({ valueSpan }, index) => {
      const used = valueSpan ? expansionsIn(readPieces(model.text, valueSpan, { escape: model.escape })) : [];
      const found = used.find(({ name }) => places.get(name)?.some((other) => other !== index));
      return found ? [{ name: found.name, span: found.span, index, isEarlier: (places.get(found.name)?.[0] ?? index) < index }] : [];
    });
  },
  each((found, by) => ({ ...found, span: moveSpan(found.span, by) })),
);

function split(model: DockerfileModel, instruction: Instruction, pairs: readonly Assignment[], index: number): Fix | undefined {
  const [previous, pair] = [pairs[index - 1], pairs[index]];
  if (!previous?.valueSpan || !pair) return undefined;
  const gap = { start: previous.valueSpan.end, end: pair.nameSpan.start };
  const between = model.text.slice(gap.start, gap.end).replace(model.escape, '');
  if (between.trim() !== '') return undefined;
  const start = lineBreakOf(model.text) + indentationAt(model.text, instruction.span.start);
  return {
    title: { ko: '`ENV`를 둘로 나누기', en: 'Split the `ENV` in two' },
    edits: [{ span: gap, newText: `${start}${keywordLike(model, instruction, 'ENV')} ` }],
  };
}
