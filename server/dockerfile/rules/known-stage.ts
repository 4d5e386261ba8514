import { quote } from '../../nearest.ts';
import { defineRule } from '../../rule.ts';
import { stageResource, type DockerfileModel, type Stage } from '../model.ts';
import { parentOf, targetStage } from '../stages/find.ts';
import { sourceNames } from '../stages/references.ts';

export const knownStage = defineRule<DockerfileModel>({
  id: 'dockerfile/known-stage',
  severity: 'error',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3022', 'hadolint:DL3023'],
  message: {
    ko: '이 스테이지와 {name} 스테이지가 서로를 기다려 빌드가 실패합니다. 둘 중 한쪽의 복사를 없애세요.',
    en: 'The stage {name} and this one wait for each other, so the build fails. Take out the copy on one side.',
  },
  variants: {
    later: {
      ko: '{name} 스테이지가 아래에 있어 빌드가 실패합니다. 그 스테이지를 이 스테이지 위로 옮기세요.',
      en: 'The stage {name} stands below, so the build fails. Move it above this one.',
      equivalents: ['hadolint:DL3022'],
    },
    self: {
      ko: '스테이지가 자기 자신에서 복사할 수 없어 빌드가 실패합니다. 앞 스테이지의 이름을 적거나, 이 스테이지의 파일은 `RUN cp`로 복사하세요.',
      en: 'A stage cannot copy from itself, so the build fails. Name an earlier stage, or copy files of this one with `RUN cp`.',
      equivalents: ['hadolint:DL3023'],
    },
    number: {
      ko: '{name}번 스테이지가 없어 빌드가 실패합니다. 스테이지는 0부터 세며, 이름을 쓰면 순서가 바뀌어도 안전합니다.',
      en: 'There is no stage number {name}, so the build fails. Stages count from 0; a name stays right when their order changes.',
      equivalents: ['hadolint:DL3022'],
    },
    variable: {
      ko: '`from`에는 변수를 쓸 수 없어 빌드가 실패합니다. `FROM {name} AS 이름`으로 스테이지를 만들고 그 이름을 적으세요.',
      en: '`from` takes no variables, so the build fails. Make a stage with `FROM {name} AS name` and write that name.',
      equivalents: [],
    },
  },
  why: {
    ko: '빌더는 위에서 아래로 읽으며, 이미 지나온 스테이지의 파일만 복사할 수 있습니다. 서로를 기다리는 스테이지는 어느 쪽도 시작할 수 없습니다.',
    en: 'The builder reads from top to bottom, and only a stage that it has passed can give files. In a circle, none can begin.',
  },
  note: 'concepts/multi-stage',
  url: 'https://docs.docker.com/build/building/multi-stage/',
  check(model, report) {
    const circles = circlesOf(model.stages, neededStages(model));
    for (const stage of model.stages) {
      for (const instruction of stage.instructions) {
        // What ONBUILD holds back runs in another file, among other stages.
        if (instruction.trigger) continue;
        for (const reference of sourceNames(model, instruction)) {
          const tell = (variant?: string): void =>
            report({
              at: reference.span,
              ...(variant === undefined ? { equivalents: [] } : { variant }),
              data: { name: variant === 'variable' ? reference.text : quote(reference.text).slice(1, -1) },
              resource: stageResource(stage),
            });
          const target = targetStage(model, reference.text, stage);
          if (reference.text.includes('$')) tell('variable');
          else if (target === stage) tell('self');
          else if (target && target.index > stage.index && circles.get(target) === circles.get(stage)) tell();
          // The builder goes through the file from top to bottom, whatever a stage needs.
          else if (target && target.index > stage.index) tell('later');
          else if (!target && /^\d+$/.test(reference.text)) tell('number');
        }
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24 AS build\nCOPY --from=«build» /a /b\n' },
      { text: 'FROM node:24 AS one\nCOPY --from=«two» /a /b\nFROM node:24 AS two\nCOPY --from=one /a /b\n' },
      {
        text: 'from node:24 as a\r\ncopy \\\r\n  --from=«C» /a /b\r\nfrom a as b\r\nfrom b as c\r\nrun --mount=from=b,target=/b true\r\n',
      },
      { text: 'FROM node:24 AS build\nFROM node:24\nCOPY --from=«3» /a /b\n' },
      { text: 'ARG IMAGE=nginx\nFROM node:24\nRUN --mount=type=bind,from=«$IMAGE»,target=/a true\n' },
      { text: 'FROM node:24\nCOPY --from=«0» /a /b\n' },
      { text: 'FROM node:24\nCOPY --from=«later» /a /b\nFROM node:24 AS later\n' },
      { text: 'from node:24\r\nrun --mount=from=«later»,target=/a \\\r\n  true\r\nfrom node:24 as Later\r\n' },
    ],
    good: [
      'FROM node:24 AS build\nFROM node:24\nCOPY --from=build /a /b\nCOPY --from=0 /a /b\nCOPY --from=nginx:1.29 /a /b\n',
      'FROM node:24 AS foo\nFROM foo\nCOPY --from=foo /a /b\n',
      'FROM node:24 AS a\nFROM node:24 AS a\nCOPY --from=a /a /b\n',
      'from node:24 as build\r\nfrom node:24\r\nrun --mount=type=bind,from=build,target=/b \\\r\n  true\r\nONBUILD COPY --from=9 a b\r\n',
    ],
  },
});

/** Which stages each stage needs at once. */
function neededStages(model: DockerfileModel): ReadonlyMap<Stage, readonly Stage[]> {
  return new Map(
    model.stages.map((stage) => {
      const base = parentOf(model, stage);
      const copied = stage.instructions.flatMap((instruction) =>
        instruction.trigger ? [] : sourceNames(model, instruction).flatMap((reference) => targetStage(model, reference.text, stage) ?? []),
      );
      return [stage, base ? [base, ...copied] : copied] as const;
    }),
  );
}

/** A number for each stage, the same for all stages that wait for one another in a circle. */
function circlesOf(stages: readonly Stage[], needs: ReadonlyMap<Stage, readonly Stage[]>): ReadonlyMap<Stage, number> {
  // Kosaraju: those that reach a stage which comes later in the order of leaving, along the edges turned round, form a circle with it.
  const users = new Map<Stage, Stage[]>(stages.map((stage) => [stage, []]));
  for (const [stage, needed] of needs) for (const other of needed) users.get(other)?.push(stage);
  const order = leavingOrder(stages, (stage) => needs.get(stage) ?? []);
  const circles = new Map<Stage, number>();
  for (const [circle, first] of order.toReversed().entries()) {
    const waiting = circles.has(first) ? [] : [first];
    for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
      if (circles.has(stage)) continue;
      circles.set(stage, circle);
      for (const user of users.get(stage) ?? []) waiting.push(user);
    }
  }
  return circles;
}

/** The stages in the order in which a walk into depth leaves them for good, without recursion, which a long chain would exhaust. */
function leavingOrder(stages: readonly Stage[], next: (stage: Stage) => readonly Stage[]): readonly Stage[] {
  const order: Stage[] = [];
  const seen = new Set<Stage>();
  for (const first of stages) {
    if (seen.has(first)) continue;
    seen.add(first);
    const path = [{ stage: first, left: next(first)[Symbol.iterator]() }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { done, value } = top.left.next();
      if (done) {
        order.push(top.stage);
        path.pop();
      } else if (!seen.has(value)) {
        seen.add(value);
        path.push({ stage: value, left: next(value)[Symbol.iterator]() });
      }
    }
  }
  return order;
}
