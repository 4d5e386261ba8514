import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { compose } from '../../../server/compose/language.ts';

const modelOf = (text: string, uri = 'file:///w/app/compose.yaml') => compose.parse(TextDocument.create(uri, 'yaml', 1, text));

/** What each link covers, and where it leads. */
function linksIn(text: string, uri?: string): readonly (readonly [text: string, target: string])[] {
  const model = modelOf(text, uri);
  return compose.links(model).map(({ range, target = '' }) => [model.document.getText(range), target] as const);
}

describe('links and outline of Compose files', () => {
  it('leads to files, folders and images', () => {
    const text = `include: [infra/db.yaml, {path: [./a.yaml]}]
services:
  web:
    image: nginx:1.30
    build: {context: ./web, dockerfile: prod.dockerfile, target: run}
    env_file: [.env, {path: "config/한글.env"}]
    extends: {file: ../base.yaml, service: base}
    volumes:
      - ./src:/app:ro
      - "../data:/data"
      - named:/x
      - /var/run/docker.sock:/var/run/docker.sock
      - {type: bind, source: ./conf, target: /c}
      - {type: volume, source: conf, target: /c}
  api:
    build: ./api
  remote:
    build: https://github.com/acme/app.git
  other:
    build:
      context: .
secrets: {token: {file: ./token.txt}}
configs: {app: {file: $CONF}}
`;
    assert.deepEqual(linksIn(text).slice(1), [
      ['infra/db.yaml', 'file:///w/app/infra/db.yaml'],
      ['./a.yaml', 'file:///w/app/a.yaml'],
      ['./web', 'file:///w/app/web'],
      ['prod.dockerfile', 'file:///w/app/web/prod.dockerfile'],
      ['.env', 'file:///w/app/.env'],
      ['config/한글.env', 'file:///w/app/config/%ED%95%9C%EA%B8%80.env'],
      ['../base.yaml', 'file:///w/base.yaml'],
      ['./src', 'file:///w/app/src'],
      ['../data', 'file:///w/data'],
      ['./conf', 'file:///w/app/conf'],
      ['./api', 'file:///w/app/api/Dockerfile'],
      ['.', 'file:///w/app/Dockerfile'],
      ['./token.txt', 'file:///w/app/token.txt'],
    ]);
    assert.deepEqual(linksIn(text)[0], ['nginx:1.30', 'https://hub.docker.com/_/nginx']);
    assert.deepEqual(linksIn('services:\n  a:\n    build: .\n', 'untitled:Untitled-1'), []);
  });

  it('gives the outline', () => {
    const model = modelOf('services:\n  web:\n    image: nginx\n    ports: ["80:80"]\n  api: {build: ./api}\nvolumes:\n  data:\n');
    const shown = (symbols: readonly DocumentSymbol[]): readonly unknown[] =>
      symbols.map(({ name, detail, children = [] }) => [
        name,
        ...(detail === undefined ? [] : [detail]),
        ...(children.length > 0 ? [shown(children)] : []),
      ]);
    assert.deepEqual(shown(compose.symbols?.(model) ?? []), [
      [
        'services',
        [
          ['web', 'nginx', [['image', 'nginx'], ['ports']]],
          ['api', 'build ./api', [['build', './api']]],
        ],
      ],
      ['volumes', [['data']]],
    ]);
  });
});
