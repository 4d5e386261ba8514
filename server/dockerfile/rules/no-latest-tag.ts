import { parseImage, type ImageReference } from '../../image.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { tagForLatest } from '../images/tags.ts';
import { stageResource, type DockerfileModel, type Word } from '../model.ts';
import { parentOf } from '../stages/find.ts';

export const noLatestTag = defineRule<DockerfileModel>({
  id: 'dockerfile/no-latest-tag',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3006', 'hadolint:DL3007'],
  message: {
    ko: '`:latest`는 빌드할 때마다 다른 이미지가 될 수 있습니다. 태그를 고정하세요.',
    en: '`:latest` may be another image at every build. Pin a version tag.',
  },
  variants: {
    latest: {
      ko: '`:latest`는 빌드할 때마다 다른 이미지가 될 수 있습니다. 태그를 고정하세요.',
      en: '`:latest` may be another image at every build. Pin a version tag.',
      equivalents: ['hadolint:DL3007'],
    },
    untagged: {
      ko: '`{image}`에 태그가 없어 `:latest`를 받습니다. 버전 태그를 적으세요.',
      en: '`{image}` has no tag, so `:latest` is pulled. Write a version tag.',
      equivalents: ['hadolint:DL3006'],
    },
  },
  why: {
    ko: '같은 Dockerfile이 어제와 오늘 다른 결과를 내면 문제를 재현하거나 되돌릴 수 없습니다.',
    en: 'When one Dockerfile gives other results today than yesterday, a failure can be neither reproduced nor rolled back.',
  },
  note: 'dockerfile/FROM',
  check(model, report) {
    for (const stage of model.stages) {
      const { base } = stage;
      if (!base || base.text === 'scratch' || parentOf(model, stage)) continue;
      const image = parseImage(base.text);
      if (!image || image.digest !== undefined) continue;
      const found = image.tag === 'latest' ? { variant: 'latest' } : { variant: 'untagged', data: { image: base.text } };
      if (image.tag === undefined || image.tag === 'latest')
        report({ at: base.span, ...found, resource: stageResource(stage), fix: () => pin(base, image) });
    }
  },
  examples: {
    bad: [
      { text: 'FROM «node:latest»\nUSER node\n', fixed: 'FROM node:24\nUSER node\n' },
      { text: 'from --platform=$BUILDPLATFORM «golang» as build\r\n', fixed: 'from --platform=$BUILDPLATFORM golang:1.27 as build\r\n' },
      { text: 'FROM «eclipse-temurin»\n' },
      {
        text: 'FROM node:24-alpine AS build\nFROM «nginx»\nCOPY --from=build /app /usr/share/nginx/html\n',
        fixed: 'FROM node:24-alpine AS build\nFROM nginx:1.30\nCOPY --from=build /app /usr/share/nginx/html\n',
      },
      { text: 'FROM «localhost:5000/team/app»\n' },
    ],
    good: [
      'FROM node:24-alpine\n',
      'FROM scratch\n',
      'ARG BASE=node:24\nFROM ${BASE}\n',
      'FROM node:24 AS build\nFROM build\n',
      'FROM node@sha256:0d0b5bd2d5bd4d4a3a1ea2a3c2a7c53ea4b6a19a8bc9b9b63a1a2f0bb3e7a0d2\n',
    ],
  },
});

/** Writes the version that `latest` stands for today, where the dated table knows it. Which version to stay on is for a person to say. */
function pin({ span }: Word, { registry, repository }: ImageReference): Fix | undefined {
  const tag = registry === undefined ? tagForLatest(repository) : undefined;
  if (tag === undefined) return undefined;
  const newText = `${repository}:${tag}`;
  return { title: { ko: `\`${newText}\`(으)로 고정`, en: `Pin to \`${newText}\`` }, edits: [{ span, newText }] };
}
