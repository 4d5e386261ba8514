import assert from 'node:assert/strict';
import { costAt } from '../../../server/dockerfile/cache/facts.ts';
import { explainFile } from '../../../server/dockerfile/explained.ts';
import { compileIgnore, ignoreFilePaths, readIgnoreFile } from '../../../server/dockerfile/cache/ignore-file.ts';
import { countLayers, effectOf } from '../../../server/dockerfile/cache/layers.ts';
import { stageRoles } from '../../../server/dockerfile/stages/roles.ts';
import { lenses } from '../../../server/dockerfile/lenses.ts';
import { rebuildAfter } from '../../../server/dockerfile/cache/rebuild.ts';
import { explainDocument } from '../../../server/lsp/explain.ts';
import { library } from '../../../server/library.ts';
import type { Locale } from '../../../server/locale.ts';
import { createWorkspace } from '../../../server/workspace.ts';
import { instructionOf, modelOf } from './model.ts';

const node = [
  'FROM node:24 AS deps', // 1
  'WORKDIR /app', // 2
  'COPY package.json ./', // 3
  'RUN npm ci', // 4
  'FROM deps AS build', // 5
  'COPY . .', // 6
  'RUN npm run build', // 7
  'FROM node:24-slim', // 8
  'ENV NODE_ENV=production', // 9
  'COPY --from=build /app/dist ./', // 10
  'USER node', // 11
  'CMD ["node", "server.js"]', // 12
].join('\n');

function place(files: Readonly<Record<string, string>> = {}, locale: Locale = 'en') {
  return { locale, library, path: 'Dockerfile', workspace: createWorkspace(Object.entries(files), 'missing') };
}

/** The lines (from 1) that run again when the given line changes. */
function again(text: string, line: number): readonly number[] | undefined {
  const model = modelOf(text);
  const lineOf = (offset: number): number => model.document.positionAt(offset).line + 1;
  const instruction = model.instructions.find(({ span }) => lineOf(span.start) === line) ?? assert.fail(`nothing on line ${line}`);
  const rebuild = rebuildAfter(model, instruction);
  return rebuild && [...rebuild.own, ...rebuild.elsewhere.flatMap(({ steps }) => steps)].map(({ span }) => lineOf(span.start));
}

/** The fact at the end of a line (from 1). */
function factOn(text: string, line: number, context = place()): string | undefined {
  const model = modelOf(text);
  return costAt(model, model.document.offsetAt({ line: line - 1, character: 2 }), context)?.text;
}

describe('layers', () => {
  it('come from instructions that make files', () => {
    const effect = (line: string) => effectOf(instructionOf(modelOf(`FROM a\n${line}\n`), 1));
    for (const line of ['RUN a', 'run a', 'COPY a b', 'ADD a b', 'WORKDIR /app']) assert.equal(effect(line), 'layer', line);
    for (const line of ['WORKDIR /', 'ENV a=b', 'CMD a', 'USER a', 'ONBUILD RUN a', 'LABEL a=b'])
      assert.equal(effect(line), 'settings', line);
    for (const line of ['ARG a', 'NONSENSE a']) assert.equal(effect(line), undefined, line);
  });
  it('are counted by stage', () => assert.deepEqual(modelOf(node).stages.map(countLayers), [3, 2, 1]));
  it('stay, are copied, are used or are thrown away', () => {
    assert.deepEqual(stageRoles(modelOf(node)), ['used', 'copied', 'kept']);
    assert.deepEqual(stageRoles(modelOf('FROM a AS b\nFROM x AS lint\nFROM b')), ['kept', 'unused', 'kept']);
    assert.deepEqual(stageRoles(modelOf('FROM a AS tools\nFROM b\nRUN --mount=type=bind,from=tools,target=/t x')), ['used', 'kept']);
    assert.deepEqual(stageRoles(modelOf('FROM a\nFROM b\nCOPY --from=0 /x /y')), ['copied', 'kept']);
    assert.deepEqual(stageRoles(modelOf('')), []);
  });
});

describe('what runs again', () => {
  it('is the layer and all after it, in the stages that need it too', () => {
    assert.deepEqual(again(node, 4), [4, 6, 7, 10]);
    assert.deepEqual(again(node, 6), [6, 7, 10]);
    assert.deepEqual(again(node, 10), [10]);
    assert.deepEqual(again(node, 8), [10]);
  });
  it('is nothing for settings that no step reads', () => {
    for (const line of [9, 11, 12]) assert.deepEqual(again(node, line), [], String(line));
  });
  it('is every RUN after a variable, and what names the variable', () => {
    const text = 'FROM a\nENV V=1\nCOPY a b\nCOPY $V c\nWORKDIR /w\nRUN x';
    assert.deepEqual(again(text, 2), [4, 5, 6]);
    assert.deepEqual(again('FROM a\nENV V=1\nCOPY a b\nRUN x\nCOPY c d', 2), [4, 5]);
    assert.deepEqual(again('FROM a\nENV V=1\nENV V=2\nRUN x', 2), []);
    assert.deepEqual(again('FROM a\nENV V=1\nENV W=$V\nENV V=2\nRUN x', 2), [5]);
  });
  it('knows users, shells and arguments', () => {
    assert.deepEqual(again('FROM a\nUSER x\nCOPY a b\nRUN y', 2), [4]);
    assert.deepEqual(again('FROM a\nUSER x\nUSER z\nRUN y', 2), []);
    assert.deepEqual(again('FROM a\nSHELL ["bash", "-c"]\nRUN ["x"]\nRUN y', 2), [4]);
    assert.deepEqual(again('ARG TAG=1\nFROM a:$TAG\nRUN x\nFROM b\nARG TAG\nRUN y\nFROM c\nRUN z', 1), [3, 6]);
  });
  it('leaves linked copies alone', () => {
    assert.deepEqual(again('FROM a\nRUN x\nCOPY --link a b\nRUN y', 2), [2, 4]);
    assert.deepEqual(again('FROM a AS b\nRUN x\nFROM c\nCOPY --link --from=b a b', 2), [2, 4]);
  });
  it('follows mounts and leaves out stages that are not built', () => {
    assert.deepEqual(again('FROM a AS t\nRUN x\nFROM b\nRUN --mount=from=t,target=/t y', 2), [2, 4]);
    assert.deepEqual(again('FROM a AS t\nRUN x\nFROM t AS lint\nRUN lint\nFROM t\nRUN z', 2), [2, 6]);
  });
  it('is not known for what belongs to no stage', () => {
    assert.equal(again('RUN x', 1), undefined);
    assert.equal(again('FROM a\nNONSENSE x', 2), undefined);
  });
  it('costs time in proportion to the file', () => {
    const text =
      'FROM a AS s\n' +
      'RUN x\n'.repeat(2000) +
      Array.from({ length: 500 }, (_, n) => `FROM s AS s${n}\nCOPY --from=s a b\nRUN y\n`).join('');
    const start = performance.now();
    assert.ok((again(text, 2)?.length ?? 0) > 2000);
    assert.ok(performance.now() - start < 2000);
  });
});

describe('.dockerignore', () => {
  it('lies beside the Dockerfile or in the root', () => {
    assert.deepEqual(ignoreFilePaths('app/Dockerfile'), ['app/Dockerfile.dockerignore', 'app/.dockerignore', '.dockerignore']);
    assert.deepEqual(ignoreFilePaths('Dockerfile'), ['Dockerfile.dockerignore', '.dockerignore']);
  });
  it('is found, missing or not known', () => {
    assert.equal(readIgnoreFile(place({ '.dockerignore': 'a' }))?.path, '.dockerignore');
    assert.equal(readIgnoreFile(place({ '.dockerignore': 'a', 'Dockerfile.dockerignore': '' }))?.path, 'Dockerfile.dockerignore');
    assert.equal(readIgnoreFile(place()), null);
    assert.equal(readIgnoreFile({ path: 'Dockerfile', workspace: createWorkspace() }), undefined);
  });
  it('is read as Docker reads it', () => {
    const out = compileIgnore('# all\n*\r\n!src\n\n**/*.log\n/dist/\nweird{x}\n');
    for (const path of ['README.md', './dist/a.js', 'src/a.log', 'weird{x}']) assert.ok(out(path), path);
    for (const path of ['src', 'src/a.ts', './src/']) assert.ok(!out(path), path);
  });
});

describe('the fact at the end of a line', () => {
  it('counts the steps', () => {
    assert.equal(factOn(node, 2), 'A change here reruns 3 steps · up to 3 more in stage build, the last stage');
    assert.equal(factOn(node, 3), 'A change here or in the copied files reruns 2 steps · up to 3 more in stage build, the last stage');
    assert.equal(factOn(node, 10), 'A change here reruns only this step');
    assert.equal(factOn(node, 12), 'A change here reruns no step');
    assert.equal(factOn('FROM a\nENV V=1\nRUN x\nRUN y', 2), 'A change here reruns 2 steps below');
    assert.equal(factOn(node, 4, place({}, 'ko')), '고치면 이 단계만 다시 실행됩니다 · build 스테이지, 마지막 스테이지에서도 최대 3단계');
  });
  it('takes .dockerignore into account', () => {
    assert.match(factOn(node, 6) ?? '', /^A change to any project file reruns 2 steps/);
    assert.match(
      factOn(node, 6, place({ '.dockerignore': 'node_modules' })) ?? '',
      /^A change to any file that \.dockerignore keeps reruns 2 steps/,
    );
    assert.equal(
      factOn('FROM a\nCOPY ./dist/app.js /', 2, place({ '.dockerignore': 'dist' }, 'ko')),
      '.dockerignore에서 제외한 파일이라 복사할 수 없습니다: ./dist/app.js',
    );
    assert.match(
      factOn('FROM a\nRUN --mount=type=bind,source=package.json,target=/p npm ci', 2) ?? '',
      /^A change here or in the copied files reruns 1 step$/,
    );
    const model = modelOf(node);
    assert.match(costAt(model, node.indexOf('COPY . .'), place())?.details.join() ?? '', /There is no `\.dockerignore`/);
  });
  it('is there on continued lines and not on others', () => {
    const text = '# hello\nFROM a\nRUN x \\\n  && y\n\n# end\n';
    assert.equal(factOn(text, 4), 'A change here reruns only this step');
    for (const line of [1, 5, 6]) assert.equal(factOn(text, line), undefined, String(line));
  });
});

describe('the lenses of a Dockerfile', () => {
  const titles = (text: string, locale: Locale) => lenses(modelOf(text), place({}, locale)).map(({ title }) => title);
  it('tell what stays', () => {
    assert.deepEqual(titles(node, 'ko'), [
      '버려지는 빌드 스테이지 · build 스테이지를 빌드할 때만 씁니다',
      '버려지는 빌드 스테이지 · 최종 이미지에는 COPY --from으로 가져간 것만 남습니다',
      '레이어 1개 추가 · 최종 이미지에 남습니다',
    ]);
    assert.deepEqual(titles('FROM a\nRUN x\nRUN y', 'en'), ['Adds 2 layers · stays in the final image']);
    assert.deepEqual(titles('FROM x AS lint\nFROM a\nUSER b', 'en'), [
      'The final image does not use this stage · built only with docker build --target lint',
      'Adds no layers · stays in the final image',
    ]);
  });
});

describe('the explanation of a Dockerfile', () => {
  const text =
    '# syntax=docker/dockerfile:1\nFROM node:24 AS build\nRUN --mount=type=cache,target=/root/.npm npm ci\nRUN ls <b>\nNONSENSE x\n';
  const model = modelOf(text);
  it('has a part for each directive and instruction, with the notes on its words', () => {
    const parts = explainFile(model, place());
    assert.deepEqual(
      parts.map(({ span }) => text.slice(span.start, span.end).split(' ')[0]),
      ['#', 'FROM', 'RUN', 'RUN', 'NONSENSE'],
    );
    assert.deepEqual(parts[1]?.noteIds.slice(0, 2), ['dockerfile/FROM', 'dockerfile/FROM#AS']);
    assert.ok(parts[2]?.noteIds.includes('dockerfile/RUN#--mount'), String(parts[2]?.noteIds));
    assert.deepEqual(parts[4]?.noteIds, []);
    for (const locale of ['ko', 'en'] as const)
      for (const { facts } of explainFile(model, place({}, locale)))
        for (const fact of facts) assert.equal(/[가-힣]/.test(fact), locale === 'ko', fact);
  });
  it('gives the words of a note once and links to it after that', () => {
    const { parts } = explainDocument(model.document, explainFile(model, place()), [], place());
    assert.match(parts[2]?.body ?? '', /^\*\*\[RUN\]\(note:dockerfile%2FRUN\)\*\* — ./);
    assert.match(parts[3]?.body ?? '', /^\[RUN\]\(note:dockerfile%2FRUN\)$/);
    assert.deepEqual(
      parts.slice(3, 4).map(({ source, range }) => [source, range.start]),
      [['RUN ls <b>', { line: 3, character: 0 }]],
    );
  });
  it('never fails on what is unfinished', () => {
    for (let end = 0; end <= node.length; end++) {
      const cut = modelOf(node.slice(0, end));
      const parts = explainFile(cut, place());
      lenses(cut, place());
      costAt(cut, end, place());
      for (const { span } of parts) assert.ok(span.start >= 0 && span.end <= end);
    }
  });
});
