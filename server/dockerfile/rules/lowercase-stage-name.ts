import { defineRule } from '../../rule.ts';
import { stageResource, type DockerfileModel, type Stage } from '../model.ts';
import { stageReferences, type StageReference } from '../stages/references.ts';

export const lowercaseStageName = defineRule<DockerfileModel>({
  id: 'dockerfile/lowercase-stage-name',
  severity: 'hint',
  presets: [],
  equivalents: ['buildkit:StageNameCasing'],
  message: {
    ko: '스테이지 이름 `{name}`은 소문자로 쓰세요.',
    en: 'Write the stage name `{name}` in lower case.',
  },
  why: {
    ko: '스테이지 이름은 대소문자를 가리지 않습니다. 소문자로 통일하면 대문자인 명령어와 한눈에 구분됩니다.',
    en: 'Stage names ignore case. In lower case they stand apart from the instructions at a glance.',
  },
  note: 'dockerfile/FROM#AS',
  check(model, report) {
    let references: ReadonlyMap<Stage, readonly StageReference[]> | undefined;
    for (const stage of model.stages) {
      const { name } = stage;
      if (!name || name.text === name.text.toLowerCase()) continue;
      report({
        at: name.span,
        data: { name: name.text },
        resource: stageResource(stage),
        fix: () => ({
          title: { ko: '소문자로 바꾸기', en: 'Change to lower case' },
          edits: [name, ...((references ??= upperCaseReferences(model)).get(stage) ?? [])].map(({ text, span }) => ({
            span,
            newText: text.toLowerCase(),
          })),
          isPreferred: true,
        }),
      });
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24 AS «Build»\n', fixed: 'FROM node:24 AS build\n' },
      {
        text: 'from node:24 as «WEB»\r\nfrom nginx:1.30\r\ncopy \\\r\n  --from=Web /app \\\r\n  # 정적 파일\r\n  /usr/share/nginx/html\r\n',
        fixed: 'from node:24 as web\r\nfrom nginx:1.30\r\ncopy \\\r\n  --from=web /app \\\r\n  # 정적 파일\r\n  /usr/share/nginx/html\r\n',
      },
      {
        text: 'FROM node:24 AS «Deps»\nFROM Deps AS run\nRUN --mount=type=bind,from=Deps,target=/deps ls\n',
        fixed: 'FROM node:24 AS deps\nFROM deps AS run\nRUN --mount=type=bind,from=deps,target=/deps ls\n',
      },
    ],
    good: [
      'FROM node:24 AS build-1\n',
      'FROM node:24\n',
      'FROM node:24 AS build\nFROM node:24\nCOPY --from=BUILD /a /a\n',
      'FROM node:24 AS 빌드\n',
    ],
  },
});

/** The references that are not in lower case, by the stage they mean. */
function upperCaseReferences(model: DockerfileModel): ReadonlyMap<Stage, readonly StageReference[]> {
  const found = new Map<Stage, StageReference[]>();
  for (const reference of stageReferences(model)) {
    const { text, target } = reference;
    if (!target || text === text.toLowerCase()) continue;
    const others = found.get(target);
    if (others) others.push(reference);
    else found.set(target, [reference]);
  }
  return found;
}
