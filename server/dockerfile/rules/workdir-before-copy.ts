import { imageName, type ImageReference } from '../../image.ts';
import { defineRule } from '../../rule.ts';
import { destinationOf } from '../arguments/copy-destination.ts';
import { kindOfPath, workdirsBefore } from '../arguments/workdir.ts';
import { insertAbove, keywordLike } from '../edits.ts';
import { baseImage } from '../images/base.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';

/** Images that bring a working directory of their own, by name. */
const withWorkdir: ReadonlySet<string> = new Set(
  (
    'composer drupal elasticsearch ghost golang gradle grafana/grafana haproxy httpd jenkins/jenkins jetty joomla kibana logstash ' +
    'nextcloud oven/bun php phpmyadmin r-base redis tomcat wordpress'
  ).split(' '),
);

export const workdirBeforeCopy = defineRule<DockerfileModel>({
  id: 'dockerfile/workdir-before-copy',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3045'],
  message: {
    ko: '`WORKDIR`이 없어 `{path}`가 어디인지 베이스 이미지에 달렸고, 대개 `/`에 쏟아집니다. 위에 `WORKDIR /app`을 쓰세요.',
    en: 'Without `WORKDIR` the base image decides where `{path}` is; mostly the files spill into `/`. Write `WORKDIR /app` above.',
  },
  why: {
    ko: '루트에 섞인 파일은 시스템 파일과 구분되지 않고, 베이스 이미지를 바꾸면 위치도 바뀝니다.',
    en: 'Files in the root cannot be told from the system’s, and another base image may put them elsewhere.',
  },
  note: 'dockerfile/WORKDIR',
  check(model, report) {
    const known = workdirsBefore(model);
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || known.get(outer) !== undefined) continue;
      const destination = destinationOf(model, instruction);
      if (!destination || kindOfPath(destination.path) !== 'relative') continue;
      const image = stage && baseImage(model, stage);
      if (stage && (!image || mayHaveWorkdir(image))) continue;
      report({
        at: destination.span,
        data: { path: destination.path },
        ...inStage(stage),
        ...(instruction.keyword === 'COPY' ? {} : { equivalents: [] }),
        fix: () =>
          outer === instruction && model.escape === '\\'
            ? {
                title: { ko: '위에 `WORKDIR /app` 넣기', en: 'Put `WORKDIR /app` above' },
                edits: [insertAbove(model, outer, [`${keywordLike(model, outer, 'WORKDIR')} /app`])],
              }
            : undefined,
      });
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24\n# 소스\nCOPY package.json «./»\nCMD ["node"]\n',
        fixed: 'FROM node:24\n# 소스\nWORKDIR /app\nCOPY package.json ./\nCMD ["node"]\n',
      },
      {
        text: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY a «.»\n',
        fixed: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR /app\nCOPY a .\n',
      },
      {
        text: 'from node:24\r\ncopy \\\r\n  # 소스\r\n  . \\\r\n  «app»\r\n',
        fixed: 'from node:24\r\nworkdir /app\r\ncopy \\\r\n  # 소스\r\n  . \\\r\n  app\r\n',
      },
      { text: 'FROM node:24\nONBUILD COPY a «.»\n' },
      {
        text: 'FROM node:24 AS a\nWORKDIR /app\nFROM node:24\nCOPY --from=a /b «"b"»\n',
        fixed: 'FROM node:24 AS a\nWORKDIR /app\nFROM node:24\nWORKDIR /app\nCOPY --from=a /b "b"\n',
      },
      { text: 'COPY ["a", «"b"»]', fixed: 'WORKDIR /app\nCOPY ["a", "b"]' },
    ],
    good: [
      'FROM node:24\nWORKDIR /app\nCOPY . .\n',
      'FROM node:24 AS base\nWORKDIR /app\nFROM base\nCOPY . .\n',
      'FROM node:24\nCOPY a /a\nCOPY b "c:\\\\b"\nCOPY ["a b", "/c d/"]\nADD c $DIR/c\n',
      'FROM golang:1.26\nCOPY . .\n',
      'ARG BASE\nFROM ${BASE}\nCOPY . .\n',
      'FROM registry.example.com/team/node-base:3\nCOPY . .\n',
      'FROM docker.io/library/php:8.4-apache\nCOPY . .\n',
      'FROM node:24\nONBUILD WORKDIR /app\nONBUILD COPY . .\n',
      'FROM node:24\nCOPY\nCOPY a\n',
    ],
  },
});

/** Whether the image sets a working directory, or is one of a registry of its own, of which nothing is known. */
function mayHaveWorkdir(image: ImageReference): boolean {
  const name = imageName(image);
  const host = name.slice(0, Math.max(0, name.indexOf('/')));
  return withWorkdir.has(name) || (/[.:]/.test(host) && !/^(?:mcr\.microsoft\.com|gcr\.io\/distroless)\//.test(name));
}
