import assert from 'node:assert/strict';
import { baseImage } from '../../../server/dockerfile/images/base.ts';
import { imageName } from '../../../server/image.ts';
import { modelOf } from './model.ts';

/** Name and tag of the image below the last stage. */
function base(text: string): string | undefined {
  const model = modelOf(text);
  const stage = model.stages.at(-1);
  const image = stage && baseImage(model, stage);
  return image && `${imageName(image)} ${image.tag ?? ''}`.trim();
}

describe('the image below a stage', () => {
  const cases: readonly (readonly [text: string, image: string | undefined])[] = [
    ['FROM node:24-alpine', 'node 24-alpine'],
    ['FROM docker.io/library/node:24', 'node 24'],
    ['FROM public.ecr.aws/docker/library/python', 'python'],
    ['FROM localhost:5000/team/app:1', 'localhost:5000/team/app 1'],
    ['FROM gcr.io/distroless/static@sha256:abc', 'gcr.io/distroless/static'],
    ['FROM node:24 AS a\nFROM a AS b\nFROM B', 'node 24'],
    ['ARG V=24\nFROM node:${V}-slim', 'node 24-slim'],
    ['ARG IMAGE="node:24"\nFROM $IMAGE', 'node 24'],
    ['ARG A=node\nARG B=${A}:24\nFROM ${B}', 'node 24'],
    ['FROM node:${V:-22}', 'node 22'],
    ['ARG V\nFROM node:${V}-alpine', 'node -alpine'],
    ['ARG V\nFROM node:$V', 'node'],
    ['ARG IMAGE\nFROM ${IMAGE}', undefined],
    ['FROM ${IMAGE}:24', undefined],
    ['FROM', undefined],
    ['FROM node\nARG V=1\nFROM ${V}', undefined],
  ];
  for (const [text, image] of cases) it(`of ${JSON.stringify(text)} is ${image ?? 'not known'}`, () => assert.equal(base(text), image));
});
