import type { Lens, FeatureContext } from '../language.ts';
import { fill, type Locale, type Localized } from '../locale.ts';
import { countLayers } from './cache/layers.ts';
import type { DockerfileModel, Instruction, Stage } from './model.ts';
import { usesOf } from './stages/references.ts';
import { stageRoles } from './stages/roles.ts';

const words = {
  none: { ko: '추가하는 레이어 없음', en: 'Adds no layers' },
  one: { ko: '레이어 1개 추가', en: 'Adds 1 layer' },
  many: { ko: '레이어 {count}개 추가', en: 'Adds {count} layers' },
  kept: { ko: '최종 이미지에 남습니다', en: 'stays in the final image' },
  copied: {
    ko: '버려지는 빌드 스테이지 · 최종 이미지에는 COPY --from으로 가져간 것만 남습니다',
    en: 'Build stage, thrown away · only what COPY --from takes stays in the final image',
  },
  used: {
    ko: '버려지는 빌드 스테이지 · {user} 스테이지를 빌드할 때만 씁니다',
    en: 'Build stage, thrown away · used only while {user} is built',
  },
  unused: {
    ko: '최종 이미지가 쓰지 않는 스테이지 · docker build --target {name}으로 지정해야 빌드합니다',
    en: 'The final image does not use this stage · built only with docker build --target {name}',
  },
} satisfies Record<string, Localized>;

/** Above each FROM: the layers that its stage adds, and what the final image keeps of it. */
export function lenses(model: DockerfileModel, { locale }: FeatureContext): readonly Lens[] {
  const titles = describeStages(model, locale);
  return model.stages.map(({ from }) => ({ span: from.keywordSpan, title: titles.get(from) ?? '' }));
}

/** What each stage adds and what becomes of it, in a line of plain text, by its FROM. */
export function describeStages(model: DockerfileModel, locale: Locale): ReadonlyMap<Instruction, string> {
  const roles = stageRoles(model);
  const users = firstUsers(model);
  return new Map(
    model.stages.map((stage) => {
      const role = roles[stage.index] ?? 'unused';
      const user = users.get(stage);
      if (role !== 'kept') return [stage.from, fill(words[role][locale], { name: stageName(stage), user: user ? stageName(user) : '' })];
      const count = countLayers(stage);
      const layers = count === 0 ? words.none : count === 1 ? words.one : words.many;
      return [stage.from, `${fill(layers[locale], { count: String(count) })} · ${words.kept[locale]}`];
    }),
  );
}

/** As `--target` names it. */
export function stageName({ name, index }: Stage): string {
  return name?.text ?? String(index);
}

/** The first stage that uses another, which stands for all; stages that are not built do not count. */
function firstUsers(model: DockerfileModel): ReadonlyMap<Stage, Stage> {
  const roles = stageRoles(model);
  const users = new Map<Stage, Stage>();
  for (const stage of model.stages.toReversed()) {
    if (roles[stage.index] !== 'unused') for (const { stage: used } of usesOf(model, stage)) users.set(used, stage);
  }
  return users;
}
