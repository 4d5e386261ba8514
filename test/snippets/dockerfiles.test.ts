import assert from 'node:assert/strict';
import { dockerfile } from '../../server/dockerfile/language.ts';
import type { DockerfileModel, Instruction } from '../../server/dockerfile/model.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { allSnippets, expand } from './expand.ts';

/** What downloads packages, by the tool of each language. */
const downloads =
  /\b(?:npm ci|pnpm (?:install|fetch)|pip install|uv sync|gradlew? |mvnw? |go mod download|cargo build|dotnet restore|bundle install|composer install)/;

describe('Dockerfiles of snippets', () => {
  const files = allSnippets()
    .filter(({ language, where }) => language === 'dockerfile' && where === 'file')
    .map((snippet) => {
      const document = TextDocument.create('file:///Dockerfile', 'dockerfile', 1, expand(snippet, 'en'));
      return { id: snippet.id, model: dockerfile.parse(document) as DockerfileModel };
    });
  const written = ({ text }: DockerfileModel, { span }: Instruction): string => text.slice(span.start, span.end);

  it('keep what they download in a cache between builds', () => {
    let found = 0;
    for (const { id, model } of files)
      for (const instruction of model.instructions) {
        if (instruction.keyword !== 'RUN' || !downloads.test(written(model, instruction))) continue;
        found++;
        assert.match(written(model, instruction), /--mount=type=cache/, id);
      }
    assert.ok(found >= 13, `${found} downloads are known`);
  });

  it('run as a user that is not root, by number', () => {
    for (const { id, model } of files) {
      const user = model.stages.at(-1)?.instructions.findLast(({ keyword }) => keyword === 'USER')?.words[0]?.text;
      assert.match(user ?? '', /^[1-9]\d*:[1-9]\d*$/, id);
    }
  });

  it('start their program without a shell', () => {
    for (const { id, model } of files)
      for (const instruction of model.stages.at(-1)?.instructions ?? [])
        if (instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT') assert.ok(instruction.execForm, id);
  });
});
