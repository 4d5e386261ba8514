import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { assignmentsOf, type Assignment } from '../arguments/assignments.ts';
import { trailingComment } from '../arguments/trailing-comment.ts';
import { type DockerfileModel, type Instruction } from '../model.ts';

export const useEquals = defineRule<DockerfileModel>({
  id: 'dockerfile/use-equals',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['buildkit:LegacyKeyValueFormat'],
  message: {
    ko: '`{keyword} {name} …`은 옛 표기입니다. `{keyword} {name}=…`로 쓰세요.',
    en: '`{keyword} {name} …` is the old form. Write `{keyword} {name}=…`.',
  },
  why: {
    ko: '옛 표기는 줄의 나머지가 모두 값이 되어 한 번에 하나만 정할 수 있고, 뒤에 붙인 것까지 값에 섞입니다.',
    en: 'In the old form the whole rest of the line is the value: only one fits in, and whatever follows slips into it.',
  },
  note: 'dockerfile/ENV',
  url: 'https://docs.docker.com/reference/build-checks/legacy-key-value-format/',
  check: perInstruction((model, { instruction, outer }, report) => {
    const { keyword } = instruction;
    if (keyword !== 'ENV' && keyword !== 'LABEL') return;
    const [pair] = assignmentsOf(model, instruction);
    if (!pair?.legacy || !pair.valueSpan) return;
    report({
      at: { start: pair.nameSpan.start, end: pair.valueSpan.end },
      data: { keyword, name: pair.name },
      // BuildKit reads the instruction that ONBUILD holds back only where the image is used.
      ...(outer === instruction ? {} : { equivalents: [] }),
      fix: () => withEquals(model, instruction, pair),
    });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nENV «NODE_ENV production»\n', fixed: 'FROM node:24\nENV NODE_ENV=production\n' },
      {
        text: 'from node:24\r\nlabel «description 물길  데모 $NAME»\r\n',
        fixed: 'from node:24\r\nlabel description="물길  데모 $NAME"\r\n',
      },
      { text: 'FROM node:24\nENV «NAME   "a b"»\n', fixed: 'FROM node:24\nENV NAME="a b"\n' },
      { text: "FROM node:24\nONBUILD ENV «NAME 'it is'»\n", fixed: "FROM node:24\nONBUILD ENV NAME='it is'\n" },
      { text: 'FROM node:24\nENV «NAME it\'s "mine"»\n' },
      { text: 'FROM node:24\nENV «NAME a \\\n  # 이름\n  b»\n' },
    ],
    good: [
      'FROM node:24\nENV A=1 B="2 3"\nLABEL a=b \\\n  # 주석\n  c=d\n',
      'FROM node:24\nARG A\nARG B=1\n',
      'FROM node:24\nENV NAME\nENV\n',
      'FROM node:24\nLABEL "a.b"="c d"\n',
    ],
  },
});

function withEquals(model: DockerfileModel, instruction: Instruction, { nameSpan, valueSpan }: Assignment): Fix | undefined {
  if (!valueSpan || trailingComment(model, instruction)) return undefined;
  const value = model.text.slice(valueSpan.start, valueSpan.end);
  const isPlain = !/["'\r\n]/.test(value) && !value.includes(model.escape);
  // Quotes that hold the whole value mean the same in both forms.
  const isQuoted = /^"[^"\r\n]*"$|^'[^'\r\n]*'$/.test(value) && !value.includes(model.escape);
  if (!isPlain && !isQuoted) return undefined;
  const newText = isPlain && /\s/.test(value) ? `="${value}"` : `=${value}`;
  return {
    title: { ko: '`=`로 쓰기', en: 'Write it with `=`' },
    edits: [{ span: { start: nameSpan.end, end: valueSpan.end }, newText }],
    isPreferred: true,
  };
}
