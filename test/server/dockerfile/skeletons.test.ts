import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lintWorkspace } from '../../../server/api.ts';
import { completeSkeleton } from '../../../server/dockerfile/completion/skeletons.ts';
import { parse } from '../../../server/dockerfile/parse.ts';
import { readCursor } from '../../marks.ts';
import { plainText } from '../../../server/snippets/plain-text.ts';
import { contextIn } from '../../context.ts';

function at(marked: string) {
  const { text, offset } = readCursor(marked);
  return completeSkeleton(parse(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text)), offset, contextIn('ko'));
}
const labels = (marked: string): readonly string[] => at(marked).map(({ label }) => label);

describe('skeletons', () => {
  it('fit the base image, the stage and what it has already', () => {
    assert.deepEqual(labels('FROM node:24-alpine\n▮'), ['RUN apk add', 'RUN npm ci', 'USER (Alpine)', 'HEALTHCHECK HTTP']);
    assert.deepEqual(labels('FROM python:3.14-slim\nUSER 10001\nHEALTHCHECK CMD true\n▮'), ['RUN apt-get install', 'RUN pip install']);
    assert.deepEqual(labels('FROM golang:1.27 AS build\n▮\nFROM scratch\n'), ['RUN go mod download']);
    assert.deepEqual(labels('▮'), []);
  });

  for (const base of ['node:24-alpine', 'python:3.14-slim', 'golang:1.27', 'debian:13-slim']) {
    for (const { label, insertText = '', documentation } of at(`FROM ${base}\n▮`)) {
      it(`${label} on ${base} is explained and quiet`, () => {
        assert.ok(documentation, 'it has a note');
        const body = plainText(insertText);
        const user = body.includes('USER') ? '' : 'USER 10001\n';
        const text = `FROM ${base}\nWORKDIR /app\n${body}\n${user}CMD ["app"]\n`;
        const findings = lintWorkspace([{ path: 'Dockerfile', text }])
          .files.flatMap((file) => file.findings)
          .filter(({ rule }) => rule !== 'dockerfile/light-final-base');
        assert.deepEqual(
          findings.map(({ rule, message }) => `${rule}: ${message}`),
          [],
          text,
        );
      });
    }
  }
});
