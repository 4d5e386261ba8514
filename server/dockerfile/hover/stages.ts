import type { FeatureContext, HoverContent } from '../../language.ts';
import { finalStage, type DockerfileModel, type Stage } from '../model.ts';
import { stageNamedAt, stageReferences } from '../stages/references.ts';
import { explain, fill, shown } from './say.ts';

const words = {
  defined: { ko: '{line}번째 줄의 빌드 스테이지', en: 'Build stage from line {line}' },
  base: { ko: '베이스: {base}', en: 'base: {base}' },
  usedBy: { ko: '사용하는 곳: ', en: 'used by: ' },
  unused: { ko: '이 파일에서는 아무도 쓰지 않습니다.', en: 'Nothing in this file uses it.' },
  final: { ko: '`--target`이 없으면 이 스테이지가 이미지가 됩니다.', en: 'Becomes the image unless `--target` says otherwise.' },
  line: { ko: '{line}번째 줄', en: 'line {line}' },
};

/** Explains the stage whose name is under the cursor: where it is defined, what it starts from, and what uses it. */
export function hoverStage(model: DockerfileModel, offset: number, context: FeatureContext): HoverContent | undefined {
  const found = stageNamedAt(model, offset);
  return found && explain(found.word.span, found.word.text, factsOf(model, found.stage, context));
}

/** Most uses that are listed. */
const listLimit = 5;

function factsOf(model: DockerfileModel, stage: Stage, { locale }: FeatureContext): readonly string[] {
  const lineOf = (offset: number): number => model.document.positionAt(offset).line + 1;
  const uses = stageReferences(model).filter(({ target }) => target === stage);
  const users = [
    ...new Set(
      uses.map(({ span, from, instruction }) => `${instruction.keyword} ${from.name ? shown(from.name.text) : ''}|${lineOf(span.start)}`),
    ),
  ];
  const listed = users.slice(0, listLimit).map((user) => {
    const [who = '', line = ''] = user.split('|');
    return `${who.trim()} (${words.line[locale].replace('{line}', line)})`;
  });
  const facts = [words.defined[locale].replace('{line}', String(lineOf(stage.from.span.start)))];
  if (stage.base) facts.push(fill(words.base, locale, { base: stage.base.text }));
  if (listed.length > 0) facts.push(`${words.usedBy[locale]}${listed.join(', ')}${users.length > listLimit ? ' …' : ''}`);
  const isFinal = finalStage(model) === stage;
  if (isFinal) facts.push(words.final[locale]);
  else if (uses.length === 0) facts.push(words.unused[locale]);
  return facts;
}
