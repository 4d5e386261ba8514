import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { baseImage } from '../../../server/dockerfile/images/base.ts';
import { endedBy } from '../../../server/facts/end-of-life.ts';
import { dockerfile } from '../../../server/dockerfile/language.ts';
import { splitWords } from '../../../server/dockerfile/arguments/words.ts';
import { parse } from '../../../server/dockerfile/parse.ts';
import { lint } from '../../../server/lint.ts';
import { settle } from '../../../server/settings.ts';
import { createWorkspace } from '../../../server/workspace.ts';

const read = (text: string) => parse(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
const language = { ...dockerfile, rules: dockerfile.rules.filter(({ severity }) => severity === 'error') };
const settings = settle([{ preset: 'all' }]);
const place = { workspace: createWorkspace([], 'missing'), path: 'Dockerfile' };
const errors = (text: string) => lint(language, read(text), settings, place, (message) => assert.fail(message)).findings;

/** Every instruction, written well. */
const whole = `# syntax=docker/dockerfile:1
ARG VERSION=24
FROM --platform=$BUILDPLATFORM node:\${VERSION}-alpine AS build
WORKDIR /app
LABEL org.opencontainers.image.title="my app" team=web
ENV NODE_ENV=production NAME="a b"
COPY --chown=node:node --chmod=755 --link package.json ./
COPY ["a b", "/c/"]
RUN --mount=type=cache,target=/root/.npm,sharing=locked --network=none npm ci
SHELL ["/bin/sh", "-c"]
EXPOSE 80/tcp 443
VOLUME ["/data"]
USER node:node
STOPSIGNAL SIGTERM
ONBUILD RUN npm ci
HEALTHCHECK --interval=30s --timeout=3s --retries=3 CMD ["curl", "-f", "http://localhost/"]
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a /a
FROM nginx:1.29-alpine
COPY --from=build /app/dist /usr/share/nginx/html
ENTRYPOINT ["nginx"]
CMD ["-g", "daemon off;"]
`;

describe('errors in a Dockerfile', () => {
  it('are none in a good one', () => assert.deepEqual(errors(whole), []));

  it('are one at most in a line that is being typed', () => {
    const lines = whole.split('\n');
    let start = 0;
    lines.forEach((line, index) => {
      for (let length = 1; length < line.length; length++) {
        const text = [...lines.slice(0, index), line.slice(0, length), ...lines.slice(index + 1)].join('\n');
        const here = errors(text).filter(({ span }) => span.start >= start && span.start <= start + length);
        assert.ok(here.length <= 1, `${line.slice(0, length)}: ${here.map(({ rule }) => rule.id).join(', ')}`);
      }
      start += line.length + 1;
    });
  });
});

describe('a heredoc with a file descriptor', () => {
  it('keeps its lines from being read as instructions', () => {
    for (const text of ['RUN python3 3<<EOF', 'run x  10<<-"EOF"', 'ONBUILD RUN x 3<<EOF']) {
      const { instructions } = read(`FROM a\n${text}\nfoo bar\nEOF\nUSER b\n`);
      assert.deepEqual(
        instructions.map(({ keyword }) => keyword),
        ['FROM', text.startsWith('ON') ? 'ONBUILD' : 'RUN', 'USER'],
        text,
      );
    }
  });

  it('is not seen where a number stands before `<<` for another reason', () => {
    for (const text of ['RUN echo $((1 << 2))', 'RUN echo "a 3<<EOF"', 'ENV A 3<<EOF', 'RUN cat <<< 3'])
      assert.equal(read(`FROM a\n${text}\nUSER b\n`).instructions.length, 3, text);
  });
});

describe('the words of ENV, LABEL and ARG', () => {
  const words = (text: string) =>
    read(text).instructions.flatMap(({ argumentsSpan }) => splitWords(read(text), argumentsSpan!).map((word) => word.text));

  it('are divided at white space that is neither quoted nor escaped', () => {
    assert.deepEqual(words(`ENV A=1  B="x y" C=x\\ y D='p "q'`), ['A=1', 'B="x y"', 'C=x\\ y', `D='p "q'`]);
    assert.deepEqual(words('ENV A=1 \\\r\n\r\n  # comment\r\n  B="x \\\r\n  y"'), ['A=1', 'B="x   y"']);
    assert.deepEqual(words('ENV A=a\\\nb'), ['A=ab']);
  });
});

describe('the end of an image’s life', () => {
  const ended = (image: string, day = '2026-11-01') => {
    const model = read(`FROM ${image}\n`);
    const [stage] = model.stages;
    const found = stage && baseImage(model, stage);
    return found && endedBy(day, found)?.date;
  };

  it('is found by the longest version that a tag begins with, and by the system that it names', () => {
    assert.equal(ended('python:3.8.20-slim'), '2024-10-07');
    assert.equal(ended('ubuntu:focal'), '2025-05-31');
    assert.equal(ended('node:24-bullseye-slim'), '2026-08-31');
    assert.equal(ended('public.ecr.aws/docker/library/golang:1.20-alpine3.18'), '2024-02-06');
  });

  it('counts from the day after it', () => {
    assert.equal(ended('node:20', '2026-04-30'), undefined);
    assert.equal(ended('node:20', '2026-05-01'), '2026-04-30');
  });

  it('is not claimed of what is not known', () => {
    for (const image of [
      'node',
      'node:lts',
      'node:999',
      'python:3',
      'redis:6',
      'example.com/node:8',
      'team/debian:8',
      'php:5',
      'nginx:constructor',
    ])
      assert.equal(ended(image), undefined, image);
  });
});
