import assert from 'node:assert/strict';
import { effective } from '../../../server/dockerfile/model.ts';
import { swallowingComment, trailingComment, wordsWithoutComment } from '../../../server/dockerfile/arguments/trailing-comment.ts';
import { readMarks } from '../../marks.ts';
import { instructionOf, modelOf } from './model.ts';

describe('a comment after arguments', () => {
  const found = [
    'FROM node:24 «# 빌드»',
    'FROM node:24 AS b «#빌드»',
    'COPY . . «## 전체 복사»',
    'COPY "a #b" c «# d»',
    'COPY ["a", "#b", "c"] «# d»',
    'ADD ["a", "b"]«# c»',
    'EXPOSE 80 443 «# "웹»',
    "LABEL a='x # y' b=\"z\" «# it's»",
    'ENV A="x \\" # y" «# z»',
    'ENV A=1 «# 하나» \\\n  B=2 \\\n  C=3',
    'ENV A=1 \\\n  # 주석\n  B=2 «# 둘 # 셋»',
    'ENV NAME value «# c»',
    'ARG COLOR=#fff «# 색»',
    'USER app\t«# u»',
    'VOLUME ["/a"] «# v»',
    'STOPSIGNAL SIGTERM «# s»',
    'MAINTAINER me «# m»',
    'WORKDIR /a#b «#c»',
    'CMD ["a", "] # b"] «# c»',
    'ENTRYPOINT [ "a", \\\n  "b" ] «# c»',
    'HEALTHCHECK --retries=3 CMD ["a"] «# c»',
    'HEALTHCHECK NONE «# c»',
    'SHELL ["a"] «# c»',
    'RUN ["a"]  «# c»',
    'ONBUILD COPY . . «# c»\r\n',
    '\uFEFFFROM node:24 «# 🐳»\r\nRUN a',
  ];
  for (const marked of found) {
    it(`is found in ${JSON.stringify(marked)}`, () => {
      const { text, spans } = readMarks(marked);
      const model = modelOf(text);
      assert.deepEqual(trailingComment(model, effective(instructionOf(model))), spans[0]);
    });
  }

  const none = [
    'ENV K="a # b"',
    "ENV K='a # b' URL=http://x/#frag",
    'ENV K=a\\ #b',
    'LABEL text="# x"',
    'ARG COLOR=#fff',
    'COPY "a #b" c',
    'COPY ["a #b", "#c"]',
    'COPY a#b c',
    'ENV COLOR #fff',
    'FROM #{base}',
    'FROM node:24 AS #{name}',
    'FROM #',
    'COPY --chmod=755 # x',
    'RUN make # build',
    'RUN [ -f x ] # test',
    'RUN echo "[" # x',
    'CMD npm start # run',
    "CMD ['a'] # b",
    'CMD ["a", b] # c',
    'ENTRYPOINT ["a"',
    'HEALTHCHECK CMD curl x # y',
    'HEALTHCHECK CMD ["a # b"]',
    'COPY <<EOF /a\nb # c\nEOF',
    'FROM node:24 \\\n  # own line\n  AS b',
    'FOO a # b',
  ];
  for (const text of none) {
    it(`is not seen in ${JSON.stringify(text)}`, () => {
      const model = modelOf(text);
      assert.equal(trailingComment(model, instructionOf(model)), undefined);
    });
  }

  it('leaves the other arguments', () => {
    const model = modelOf('ENV A=1 # x \\\n  B=2');
    assert.deepEqual(
      wordsWithoutComment(model, instructionOf(model)).map(({ text }) => text),
      ['A=1', 'B=2'],
    );
  });
});

describe('a shell comment with lines below it', () => {
  const swallowed = [
    'RUN a «# b» \\\n  && c',
    'RUN a && «#b && c» \\\n  # 주석\n  d',
    'CMD a "# x" «# 설명»\\\n  b',
    'HEALTHCHECK CMD a «# b» \\\r\n  c',
    'ONBUILD RUN --network=none a «# b» \\\n  c',
  ];
  for (const marked of swallowed) {
    it(`is found in ${JSON.stringify(marked)}`, () => {
      const { text, spans } = readMarks(marked);
      const model = modelOf(text);
      assert.deepEqual(swallowingComment(model, effective(instructionOf(model))), spans[0]);
    });
  }

  const harmless = [
    'RUN a \\\n  && b # c',
    'RUN a \\\n  # b\n  && c',
    'RUN echo "# x" \\\n  b',
    "RUN echo 'a \\\n  # b' c",
    'RUN echo \\# a \\\n  b',
    'RUN echo ${#a} $(echo "#") a#b \\\n  c',
    'RUN <<EOF\na # b\nc\nEOF',
    'COPY a # b \\\n  c',
    'RUN ["a", \\\n  "# b"]',
  ];
  for (const text of harmless) {
    it(`is not seen in ${JSON.stringify(text)}`, () => {
      const model = modelOf(text);
      assert.equal(swallowingComment(model, instructionOf(model)), undefined);
    });
  }
});
