import { quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Violation } from '../../rule.ts';
import { overlaps } from '../../text/span.ts';
import { trailingComment } from '../arguments/trailing-comment.ts';
import { splitWords } from '../arguments/words.ts';
import { flagProblem } from '../instructions.ts';
import { type DockerfileModel, type Instruction } from '../model.ts';

export const validKeyValue = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-key-value',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '{word}에 `=`가 없어 빌드가 실패합니다. `이름=값`으로 쓰고, 값에 공백이 있으면 따옴표로 묶으세요.',
    en: '{word} has no `=`, so the build fails. Write `name=value`, with quotes around a value that has spaces.',
  },
  variants: {
    value: {
      ko: '{word}에 값이 없어 빌드가 실패합니다. `{keyword} 이름=값`으로 쓰세요.',
      en: '{word} has no value, so the build fails. Write `{keyword} name=value`.',
    },
    name: {
      ko: '`=` 앞에 이름이 없어 빌드가 실패합니다. `{keyword} 이름=값`으로 쓰세요.',
      en: 'There is no name before `=`, so the build fails. Write `{keyword} name=value`.',
    },
  },
  why: {
    ko: '빌더는 첫 인자에 `=`가 있으면 나머지도 모두 `이름=값`으로 읽습니다. 따옴표 없는 공백은 값을 끊습니다.',
    en: 'Once the first argument has a `=`, the builder reads all others as `name=value` too. A space without quotes ends the value.',
  },
  note: 'dockerfile/ENV',
  check: perInstruction((model, { instruction }, report) => {
    if (!['ENV', 'LABEL', 'ARG'].includes(instruction.keyword) || flagProblem(instruction)) return;
    const found = violationOf(model, instruction);
    if (found) report({ ...found });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nENV A=hello «world»\n' },
      { text: 'FROM node:24\nENV «NODE_ENV»\n' },
      { text: 'FROM node:24\r\nonbuild label a="b c" \\\r\n  # 이름\r\n  «team» \\\r\n  d=e\r\n' },
      { text: 'FROM node:24\nENV «=1»\n' },
      { text: 'ARG «=1»\nFROM node:24\n' },
      { text: "FROM node:24\nLABEL a='b c' «d»\n" },
    ],
    good: [
      'FROM node:24\nENV A=1 B="x y" C=x\\ y D=\'p q\'\nENV NAME some text = more\nLABEL maintainer Some One\n',
      'FROM node:24\r\nenv A=1 \\\r\n\r\n  # 둘째\r\n  B="x \\\r\n  y" \\\r\n  C=2\r\n',
      'ARG A B=1 C\nFROM node:24\nENV EMPTY=\n',
      'FROM node:24\nENV A=1 # 설명\nENV "A"="b c" \'D\'=e\nENV\n',
      '# escape=`\nFROM node:24\nENV A=x` y B=C:\\dir `\n  D=2\n',
      'FROM node:24\nENV A=a\\"b c=d\n',
    ],
  },
});

function violationOf(model: DockerfileModel, instruction: Instruction): Violation | undefined {
  const { keyword } = instruction;
  const comment = trailingComment(model, instruction);
  const words = (instruction.argumentsSpan ? splitWords(model, instruction.argumentsSpan) : []).filter(
    ({ span }) => !comment || !overlaps(span, comment),
  );
  const [first] = words;
  if (!first) return undefined;
  const nameless = words.find(({ text }) => text.startsWith('='));
  if (keyword === 'ARG' || first.text.includes('=')) {
    if (nameless) return { at: nameless.span, variant: 'name', data: { word: nameless.text, keyword } };
    const bare = keyword === 'ARG' ? undefined : words.find(({ text }) => !text.includes('='));
    return bare && { at: bare.span, data: { word: quote(bare.text), keyword } };
  }
  return words.length > 1 ? undefined : { at: first.span, variant: 'value', data: { word: quote(first.text), keyword } };
}
