import { defineRule } from '../../rule.ts';
import { baseImage } from '../images/base.ts';
import { checkedOn, endedBy } from '../../facts/end-of-life.ts';
import { stageResource, type DockerfileModel } from '../model.ts';
import { parentOf } from '../stages/find.ts';

export const noEndOfLifeBase = defineRule<DockerfileModel, { readonly asOf: string }>({
  id: 'dockerfile/no-end-of-life-base',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '{name} 버전의 지원이 {date}에 끝나 보안 업데이트가 나오지 않습니다. `{successor}`처럼 지원 중인 버전으로 올리세요.',
    en: '{name} has had no security fixes since {date}. Move to a supported version such as `{successor}`.',
  },
  why: {
    ko: '지원이 끝난 뒤에 알려진 취약점은 고쳐지지 않은 채 이미지에 남습니다. 다시 빌드해도 사라지지 않습니다.',
    en: 'Holes that become known after the end of support stay in the image, and building it again does not help.',
  },
  note: 'dockerfile/FROM',
  url: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  options: { asOf: checkedOn },
  check(model, report, { options }) {
    for (const stage of model.stages) {
      const { base } = stage;
      const image = base && !parentOf(model, stage) ? baseImage(model, stage) : undefined;
      const ended = image && endedBy(options.asOf, image);
      if (!base || !ended) continue;
      const { name, date, successor } = ended;
      report({ at: base.span, data: { name, date, successor }, resource: stageResource(stage) });
    }
  },
  examples: {
    bad: [
      { text: 'FROM «node:18-alpine»\n' },
      { text: 'FROM --platform=linux/amd64 \\\r\n  # 베이스\r\n  «docker.io/library/python:3.8.20-slim» as build\r\nfrom build\r\n' },
      { text: 'ARG VERSION=20.04\nFROM «ubuntu:${VERSION}»\n' },
      { text: 'FROM «openjdk:17-jdk-slim» AS build\nFROM scratch\n' },
      { text: 'FROM «python:3.12-buster»\n' },
      { text: 'FROM «debian:bullseye-slim»\n' },
      { text: 'FROM «node:22.1-alpine3.19»\n' },
      { text: 'FROM «mysql:5.7.44»\n' },
      { text: 'FROM «python:3.9»\n', options: { asOf: '2026-01-01' } },
    ],
    good: [
      'FROM node:24-alpine\nFROM python:3.13\nFROM golang:1.26\nFROM debian:13-slim\nFROM ubuntu:24.04\n',
      'FROM alpine:3\nFROM redis:6\nFROM node:lts\nFROM node\nFROM eclipse-temurin:21-jre\nFROM mysql:8.4\n',
      'FROM example.com/node:8\nFROM company/debian:9\nFROM node:$VERSION\n',
      { text: 'FROM node:18\n', options: { asOf: '2025-01-01' } },
      'FROM node:24 AS debian\nFROM debian\n',
      'FROM postgres:16-bookworm\nFROM node:22-alpine3.22\r\n',
    ],
  },
});
