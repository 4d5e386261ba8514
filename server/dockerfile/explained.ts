import type { ExplainedPart, FeatureContext } from '../language.ts';
import type { Localized } from '../locale.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { cacheFact } from './cache/facts.ts';
import { effectOf, type Effect } from './cache/layers.ts';
import { isInstruction } from './instructions.ts';
import { describeStages } from './lenses.ts';
import type { DockerfileModel, Instruction } from './model.ts';

const effects = {
  layer: { ko: '레이어를 하나 추가합니다.', en: 'Adds a layer.' },
  settings: { ko: '이미지 설정만 바꾸고 레이어는 추가하지 않습니다.', en: 'Changes the image’s settings only and adds no layer.' },
} satisfies Record<Effect, Localized>;

/**
 * As many instructions as anyone writes. What a change costs is worked out along the whole file, so a longer one, made by a
 * program, does without.
 */
const longest = 500;

/** A Dockerfile explained: its directives, then each instruction with what it adds and what a change of it costs. */
export function explainFile(model: DockerfileModel, context: FeatureContext): readonly ExplainedPart[] {
  const { library, locale } = context;
  const known = (ids: readonly string[]): readonly string[] => [...new Set(ids)].filter((id) => library.has(id));
  const isShort = model.instructions.length <= longest;
  const stages = describeStages(model, locale);
  const directives = model.directives.map(({ span, name }): ExplainedPart => ({
    span,
    noteIds: known([`dockerfile/directives#${name}`, 'dockerfile/directives']).slice(0, 1),
    facts: [],
  }));
  const instructions = model.instructions.map((instruction): ExplainedPart => {
    const stage = stages.get(instruction);
    const effect = effectOf(instruction);
    const cache = isShort ? cacheFact(model, instruction, context) : undefined;
    const facts = [
      ...(stage === undefined ? [] : [escapeMarkdown(stage)]),
      ...(effect ? [effects[effect][locale]] : []),
      ...(cache ? [escapeMarkdown(cache.text)] : []),
    ];
    return { span: instruction.span, noteIds: known(noteIds(instruction)), facts };
  });
  return [...directives, ...instructions];
}

/** The notes on the instruction, on its flags and on its grammar's words. */
function noteIds(instruction: Instruction): readonly string[] {
  const { keyword, flags, words, heredocs, trigger } = instruction;
  if (!isInstruction(keyword)) return [];
  return [
    `dockerfile/${keyword}`,
    ...flags.map(({ name }) => `dockerfile/${keyword}#--${name.toLowerCase()}`),
    ...(keyword === 'FROM' && words[1]?.text.toUpperCase() === 'AS' ? ['dockerfile/FROM#AS'] : []),
    ...(heredocs.length > 0 ? ['dockerfile/heredoc'] : []),
    ...(trigger ? noteIds(trigger) : []),
  ];
}
