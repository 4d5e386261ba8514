import { imageName, type ImageReference } from '../../image.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { baseImage } from '../images/base.ts';
import { buildName } from '../installs/build-commands.ts';
import { finalStage, stageResource, type DockerfileModel, type Stage } from '../model.ts';
import { commandsOf } from '../shell.ts';
import { parentOf, lineage } from '../stages/find.ts';

export const lightFinalBase = defineRule<DockerfileModel>({
  id: 'dockerfile/light-final-base',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{image}`에는 실행에 필요 없는 컴파일러와 개발 도구가 들어 있습니다. 실행 스테이지는 `{light}`처럼 가벼운 이미지로 시작하세요.',
    en: '`{image}` brings compilers and development tools that running does not need. Start the final stage from a light image such as `{light}`.',
  },
  why: {
    ko: '이미지가 작을수록 내려받기와 시작이 빠르고, 취약점이 있을 수 있는 프로그램도 줄어듭니다.',
    en: 'A smaller image is pulled and started faster and holds fewer programs that may have holes.',
  },
  note: 'concepts/multi-stage',
  url: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  check(model, report) {
    const stage = finalStage(model);
    const image = stage && baseImage(model, stage);
    if (!stage?.base || !image || !isRun(model, stage)) return;
    const light = lighter(image);
    // Where the application is built in the same stage, dividing it comes first; no-build-in-final-stage says so.
    if (light === undefined || stage.instructions.some((instruction) => commandsOf(model, instruction).some(buildName))) return;
    const { base } = stage;
    const written = parentOf(model, stage) ? undefined : base;
    report({
      at: base.span,
      data: { image: imageName(image) + (image.tag === undefined ? '' : `:${image.tag}`), light: light.text },
      resource: stageResource(stage),
      ...(light.tag !== undefined && written && image.digest === undefined && !written.text.includes('$')
        ? { fix: (): Fix => retag(written, image, light.tag ?? '') }
        : {}),
    });
  },
  examples: {
    bad: [
      {
        text: 'FROM «eclipse-temurin:21-jdk»\nCOPY app.jar /app.jar\nENTRYPOINT ["java", "-jar", "/app.jar"]\n',
        fixed: 'FROM eclipse-temurin:21-jre\nCOPY app.jar /app.jar\nENTRYPOINT ["java", "-jar", "/app.jar"]\n',
      },
      {
        text: 'from node:24 as build\r\nrun npm run build\r\nfrom --platform=linux/amd64 \\\r\n  # 실행\r\n  «node:24»\r\ncopy --from=build /a /b\r\ncmd ["node", "/b"]\r\n',
        fixed:
          'from node:24 as build\r\nrun npm run build\r\nfrom --platform=linux/amd64 \\\r\n  # 실행\r\n  node:24-slim\r\ncopy --from=build /a /b\r\ncmd ["node", "/b"]\r\n',
      },
      { text: 'FROM «golang:1.26»\nCOPY server /server\nENTRYPOINT ["/server"]\n' },
      { text: 'FROM gradle:8-jdk21 AS base\nFROM «base»\nCMD ["java", "-jar", "/app.jar"]\n' },
      { text: 'ARG V=3.13\nFROM «python:${V}»\nCMD ["python", "app.py"]\n' },
      { text: 'FROM «mcr.microsoft.com/dotnet/sdk:9.0»\nCMD ["dotnet", "app.dll"]\n' },
    ],
    good: [
      'FROM golang:1.26 AS build\nRUN go build -o /server\nFROM gcr.io/distroless/static\nCOPY --from=build /server /server\nENTRYPOINT ["/server"]\n',
      'FROM node:24-alpine\nCMD ["node", "server.js"]\n',
      'FROM node:24\nRUN npm ci\n',
      'FROM golang:1.26\nRUN go build -o /server\nCMD ["/server"]\n',
      'from eclipse-temurin:21-jre \\\r\n  as run\r\ncmd ["java"]\r\n',
      'FROM node\nCMD ["node"]\nFROM python:3.13-slim-bookworm\nCMD ["python"]\n',
    ],
  },
});

/** Whether the stage is made to be run, not to be built on. */
function isRun(model: DockerfileModel, stage: Stage): boolean {
  return lineage(model, stage).some(({ instructions }) =>
    instructions.some(({ keyword, words }) => (keyword === 'CMD' || keyword === 'ENTRYPOINT') && words.length > 0),
  );
}

/** A lighter image to name, and its tag where only the tag differs. */
function lighter(image: ImageReference): { readonly text: string; readonly tag?: string } | undefined {
  const tag = image.tag ?? '';
  switch (imageName(image)) {
    case 'eclipse-temurin': {
      if (tag.includes('jre') || !/^\d/.test(tag)) return undefined;
      const light = tag.includes('jdk') ? tag.replace('jdk', 'jre') : tag.replace(/^[\d.]+(?:_\d+)?/, '$&-jre');
      return { text: `eclipse-temurin:${light}`, tag: light };
    }
    case 'gradle':
    case 'maven': {
      const [, version = '21'] = /(?:jdk-?|temurin-|openjdk-|corretto-)(\d+)/.exec(tag) ?? [];
      return { text: `eclipse-temurin:${version}-jre` };
    }
    case 'golang':
    case 'rust':
      return { text: 'gcr.io/distroless/base-debian13' };
    case 'mcr.microsoft.com/dotnet/sdk':
      return { text: `mcr.microsoft.com/dotnet/aspnet${tag === '' ? '' : `:${tag}`}` };
    case 'node':
    case 'python': {
      // Only a bare version or a Debian name alone means the whole set of build tools.
      const [, version, debian = ''] = /^(\d+(?:\.\d+)*)?-?(bookworm|trixie)?$/.exec(tag) ?? [];
      if (version === undefined) return undefined;
      const light = debian === '' ? `${version}-slim` : `${version}-${debian}-slim`;
      return { text: `${imageName(image)}:${light}`, tag: light };
    }
    default:
      return undefined;
  }
}

function retag({ text, span }: NonNullable<Stage['base']>, image: ImageReference, tag: string): Fix {
  const title = { ko: `\`${tag}\` 태그로 바꾸기`, en: `Change the tag to \`${tag}\`` };
  return { title, edits: [{ span, newText: `${text.slice(0, text.length - (image.tag ?? '').length)}${tag}` }] };
}
