import { defineRule } from '../../rule.ts';
import { isReference } from '../images/reference.ts';
import { stageResource, type DockerfileModel } from '../model.ts';
import { expansionsIn, readPieces } from '../variables/expansion.ts';
import { platformArguments } from '../variables/predefined.ts';
import { evaluate, variablesOf } from '../variables/variables.ts';

export const validDefaultArg = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-default-arg',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['buildkit:InvalidDefaultArgInFrom'],
  message: {
    ko: '`--build-arg` 없이는 이미지 이름이 `{result}`처럼 되어 쓸 수 없습니다. `ARG {name}`의 기본값을 바로잡으세요.',
    en: 'Without `--build-arg` the image would be `{result}`, which is no valid name. Give `ARG {name}` a default that works.',
  },
  variants: {
    empty: {
      ko: '`--build-arg` 없이는 이미지 이름이 비어 빌드할 수 없습니다. `ARG {name}`에 기본값을 적으세요.',
      en: 'Without `--build-arg` the image has no name and the build fails. Give `ARG {name}` a default.',
    },
  },
  why: {
    ko: '기본값이 없으면 `docker build .`만으로는 빌드되지 않고, 편집기와 검사 도구도 베이스 이미지를 알 수 없습니다.',
    en: 'Without a default a plain `docker build .` fails, and no editor or scanner can tell what the base image is.',
  },
  note: 'dockerfile/ARG',
  url: 'https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/',
  check(model, report) {
    const { definitions } = variablesOf(model);
    // Where a default is missing the builder puts nothing.
    const defaults = new Map<string, string>();
    for (const { stage, name, valueSpan } of definitions) {
      if (stage) continue;
      const pieces = valueSpan ? readPieces(model.text, valueSpan, { escape: model.escape }) : [];
      const value = evaluate(pieces, (wanted) => defaults.get(wanted) ?? '');
      if (value !== undefined) defaults.set(name, value);
    }
    for (const stage of model.stages) {
      const { base } = stage;
      if (!base?.text.includes('$')) continue;
      const pieces = readPieces(model.text, base.span, { escape: model.escape });
      const used = expansionsIn(pieces);
      // A name that is not declared is another rule's; the platforms are not known here.
      if (
        used.length === 0 ||
        used.some(({ name, operator }) => Object.hasOwn(platformArguments, name) || (operator === '' && !defaults.has(name)))
      )
        continue;
      const result = evaluate(pieces, (name) => defaults.get(name));
      if (result === undefined || isReference(result)) continue;
      report({
        at: base.span,
        ...(result === '' ? { variant: 'empty' } : {}),
        data: { name: used[0]?.name ?? '', ...(result === '' ? {} : { result }) },
        resource: stageResource(stage),
      });
    }
  },
  examples: {
    bad: [
      { text: 'ARG IMAGE\nFROM «$IMAGE»\n' },
      { text: 'arg VERSION\r\nfrom «node:${VERSION}»\r\n' },
      { text: 'ARG SFX="box:"\nFROM «busy${SFX}»\n' },
      { text: 'ARG A\nARG \\\n  # 이미지\n  B=$A\nFROM node:24 AS x\nFROM «${B}» AS y\n' },
      { text: 'ARG IMAGE=Node:24\nFROM «${IMAGE:-x}»\n' },
    ],
    good: [
      'ARG IMAGE=node:24\nFROM $IMAGE\n',
      'ARG VARIANT\nFROM busybox:stable${VARIANT}\n',
      'ARG IMAGE\nFROM ${IMAGE:-node:24}\n',
      'FROM ${UNDECLARED}\n',
      'FROM alpine:3.22-${TARGETARCH}\n',
      'ARG REGISTRY=\'localhost:5000/\'\nFROM "${REGISTRY}team/app:1"\n',
      'FROM\n',
    ],
  },
});
