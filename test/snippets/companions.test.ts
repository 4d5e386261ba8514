import assert from 'node:assert/strict';
import { inLanguage } from '../../server/snippets/snippet.ts';
import { allSnippets, expand } from './expand.ts';

describe('what lies beside the files of snippets', () => {
  const files = allSnippets().filter(({ language, where }) => language === 'dockerfile' && where === 'file');

  it('is a .dockerignore that keeps secrets out, for each Dockerfile', () => {
    for (const { id, companions } of files) {
      const ignored = inLanguage(companions['.dockerignore'] ?? [], 'en').split('\n');
      for (const name of ['.env', '.env.*', '.git', '*.pem']) assert.ok(ignored.includes(name), `${id}: ${name}`);
    }
  });

  it('is what the Dockerfile copies from there', () => {
    for (const snippet of files)
      for (const path of Object.keys(snippet.companions).filter((each) => each !== '.dockerignore'))
        assert.ok(expand(snippet, 'en').includes(`COPY ${path} `) || expand(snippet, 'en').includes(` ${path} /`), `${snippet.id}: ${path}`);
  });

  it('is not kept out by the .dockerignore where it is copied', () => {
    for (const snippet of files) {
      const ignored = inLanguage(snippet.companions['.dockerignore'] ?? [], 'en').split('\n');
      const copied = [...expand(snippet, 'en').matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
      for (const source of copied) assert.ok(!ignored.includes(source), `${snippet.id}: ${source}`);
    }
  });

  it('ends a start script with exec, so that the app gets the signals', () => {
    const script = files.map(({ companions }) => companions['docker-entrypoint.sh']).find((each) => each !== undefined) ?? [];
    assert.match(inLanguage(script, 'ko'), /^#!\/bin\/sh\nset -eu\n[\s\S]*\nexec "\$@"$/);
  });
});
