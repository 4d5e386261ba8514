import { quote } from '../../nearest.ts';
import { defineRule, type Violation } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { globalAssignments } from '../arguments/assignments.ts';
import { unquoted } from '../arguments/quotes.ts';
import { isReference } from '../images/reference.ts';
import { inStage, placedInstructions, stageResource, type DockerfileModel } from '../model.ts';
import { parentOf, targetStage } from '../stages/find.ts';
import { sourceNames } from '../stages/references.ts';

export const validReference = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-reference',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '{image}는 이미지 이름의 형식이 아니어서 빌드가 실패합니다. `레지스트리/이름:태그`처럼 쓰세요.',
    en: '{image} is not written like an image, so the build fails. Write it like `registry/name:tag`.',
  },
  variants: {
    upperCase: {
      ko: '이미지 이름 {image}에 대문자가 있어 빌드가 실패합니다. 태그 앞은 모두 소문자로 쓰세요.',
      en: 'The image {image} has capital letters in its name, so the build fails. Write everything before the tag in lower case.',
    },
    blank: {
      ko: '{image}를 채울 값이 없어 이미지 이름이 비고 빌드가 실패합니다. 첫 `FROM` 앞에 기본값이 있는 `ARG`를 두세요.',
      en: 'Nothing fills {image}, so the image has no name and the build fails. Put an `ARG` with a default before the first `FROM`.',
    },
    stage: {
      ko: '스테이지 이름 {image}는 쓸 수 없어 빌드가 실패합니다. 영문자로 시작해 영문자, 숫자, `-`, `_`, `.`만 쓰세요.',
      en: 'The stage name {image} is not allowed, so the build fails. Begin with a letter and use letters, digits, `-`, `_` and `.`.',
    },
  },
  why: {
    ko: '빌더는 이 이름으로 레지스트리에서 이미지를 찾습니다. 형식이 틀린 이름은 어떤 이미지도 가리킬 수 없습니다.',
    en: 'This is the name under which the builder asks a registry for the image. One that breaks the format can mean no image.',
  },
  note: 'dockerfile/FROM',
  check(model, report) {
    const declared = new Set(globalAssignments(model).map(({ name }) => name));
    for (const stage of model.stages) {
      const { base, name } = stage;
      const found = base && !parentOf(model, stage) ? imageViolation(base.text, base.span, declared) : undefined;
      if (found) report({ ...found, resource: stageResource(stage) });
      if (name && !/^[a-z][a-z0-9_.-]*$/i.test(name.text))
        report({ at: name.span, variant: 'stage', data: { image: quote(name.text) }, resource: stageResource(stage) });
    }
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      for (const reference of sourceNames(model, instruction)) {
        const isStage = stage && outer === instruction && targetStage(model, reference.text, stage);
        if (isStage || /^\d+$|\$/.test(reference.text)) continue;
        const found = imageViolation(reference.text, reference.span, declared);
        if (found) report({ ...found, ...inStage(stage) });
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM «Node:24»\n', fixed: 'FROM node:24\n' },
      { text: 'FROM «node:»\n' },
      { text: 'from \\\r\n  # 베이스\r\n  «node::24» as build\r\n' },
      { text: 'FROM «${BLANK}» AS build\n' },
      { text: 'FROM node:24 AS «1st»\n' },
      { text: 'FROM node:24\nCOPY --from=«ghcr.io/Acme/App:1.0» /a /b\n', fixed: 'FROM node:24\nCOPY --from=ghcr.io/acme/app:1.0 /a /b\n' },
      { text: 'FROM «https://example.com/image»\n' },
      { text: 'FROM «node@sha256:abc»\n' },
    ],
    good: [
      'FROM node:24 AS Build_1.x\nFROM BUILD_1.X\nFROM localhost:5000/team/app:1.0_RC.1\n',
      'ARG IMAGE\nFROM $IMAGE\nFROM ${OTHER:-node:24}\nFROM node:${V}\nFROM $TARGETPLATFORM\n',
      'FROM node:24@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nFROM scratch\n',
      'from mcr.microsoft.com/dotnet/sdk:9.0 as b\r\ncopy \\\r\n  --from=b a b\r\nRUN --mount=from=gcr.io/a__b/c--d,target=/a true\r\n',
      'FROM\nFROM registry.example.com:443/a.b/c_d\n',
    ],
  },
});

function imageViolation(text: string, at: Span, declared: ReadonlySet<string>): Violation | undefined {
  // A flag that is being typed.
  if (/^--?$/.test(text)) return undefined;
  const data = { image: quote(text) };
  if (text.includes('$')) {
    const [, braced, plain] = /^\$(?:\{(\w+)\}|(\w+))$/.exec(text) ?? [];
    const name = braced ?? plain;
    // The platform's variables are always there.
    return name === undefined || declared.has(name) || /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name)
      ? undefined
      : { at, variant: 'blank', data: { image: `$${name}` } };
  }
  const image = unquoted(text);
  if (isReference(image)) return undefined;
  const lower = lowerCaseName(image);
  if (lower === image || !isReference(lower)) return { at, data };
  const title = { ko: '이름을 소문자로 바꾸기', en: 'Write the name in lower case' };
  return { at, variant: 'upperCase', data, fix: () => ({ title, edits: [{ span: at, newText: lower }] }) };
}

/** The reference with its name, but not its tag and digest, in lower case. */
function lowerCaseName(image: string): string {
  const at = image.indexOf('@');
  const colon = image.indexOf(':', image.lastIndexOf('/', at < 0 ? image.length : at) + 1);
  const end = [at, colon, image.length].filter((index) => index >= 0).reduce((a, b) => Math.min(a, b));
  return image.slice(0, end).toLowerCase() + image.slice(end);
}
