import { targetsIn } from '../../builds/builds.ts';
import type { NamedEntity, Occurrence, OccurrenceElsewhere } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../../workspace.ts';
import type { DockerfileModel, Stage } from '../model.ts';
import { stageNamedAt, stageReferences } from './references.ts';

/** The stage whose name or number is under the cursor. */
export function namedStage(model: DockerfileModel, offset: number, { workspace, path }: Place): NamedEntity | undefined {
  const found = stageNamedAt(model, offset);
  if (!found) return undefined;
  const { stage, word } = found;
  const at = word.span;
  // A number stays what it is when the name changes.
  const byNumber = !isNameOf(stage, word.text);
  const uses = stageReferences(model).filter(({ target, text }) => target === stage && isNameOf(stage, text) !== byNumber);
  const defined: Span | undefined = stage.name?.span ?? stage.base?.span;
  const occurrences: readonly Occurrence[] = [
    ...(defined ? [{ span: defined, role: 'definition' } as const] : []),
    ...uses.map(({ span }): Occurrence => ({ span, role: 'use' })),
  ];
  // Compose builds a stage by its name only.
  const targets = byNumber || !stage.name ? [] : targetsIn(workspace, path).filter(({ target }) => isNameOf(stage, target));
  const elsewhere = targets.map((target): OccurrenceElsewhere => ({ path: target.path, range: target.range, role: 'use' }));
  const entity = { at, occurrences, ...(elsewhere.length > 0 ? { elsewhere } : {}) };
  return byNumber || !stage.name ? entity : { ...entity, refuse: (name) => refuse(model, stage, name) };
}

function isNameOf({ name }: Stage, text: string): boolean {
  return name?.text.toLowerCase() === text.toLowerCase();
}

function refuse(model: DockerfileModel, stage: Stage, name: string): Localized | undefined {
  const wanted = name.toLowerCase();
  if (!/^[a-z][a-z0-9._-]*$/.test(wanted))
    return {
      ko: '스테이지 이름은 영문자로 시작하고 영문자, 숫자, `-`, `_`, `.`만 쓸 수 있습니다.',
      en: 'A stage name begins with a letter and holds letters, digits, `-`, `_` and `.` only.',
    };
  if (wanted === 'scratch' || wanted === 'context')
    return {
      ko: `\`${wanted}\`는 빌더가 쓰는 이름입니다. 다른 이름을 쓰세요.`,
      en: `The builder uses the name \`${wanted}\` itself. Choose another.`,
    };
  if (model.stages.some((other) => other !== stage && isNameOf(other, wanted)))
    return { ko: `\`${name}\` 스테이지가 이미 있습니다.`, en: `There is a stage \`${name}\` already.` };
  // An image of this name would become the stage.
  if (stageReferences(model).some(({ text, target, later }) => !later && target !== stage && text.toLowerCase() === wanted))
    return {
      ko: `\`${name}\`라는 이미지를 이 파일이 쓰고 있어서, 바꾸면 그 이미지 대신 이 스테이지를 쓰게 됩니다.`,
      en: `This file uses an image called \`${name}\`; the stage would take its place.`,
    };
  return undefined;
}
