import assert from 'node:assert/strict';
import { parseSnippets } from '../../content/compiler/snippet.ts';
import { libraryOf } from '../library-of.ts';

const good = {
  title: 'Redis',
  prefix: ['redis'],
  description: { ko: '캐시', en: 'A cache' },
  where: 'service',
  note: 'compose/service',
  docs: 'https://docs.docker.com/reference/compose-file/services/',
  declares: { volumes: { 'redis-data': '' } },
  body: ['redis:', '  image: ${1:redis:8}', { ko: '  # 남깁니다', en: '  # kept' }, '  volumes:', '    - redis-data:/data'],
};

function compile(value: object, path = 'compose.json') {
  const problems: string[] = [];
  return { ...parseSnippets([{ path, text: JSON.stringify(value) }], (problem) => problems.push(problem)), problems };
}

describe('the compiler of snippets', () => {
  it('makes a snippet and the note that shows it as a file', () => {
    const { snippets, notes, problems } = compile({ redis: good });
    assert.deepEqual(problems, []);
    const [redis] = snippets;
    assert.ok(redis);
    assert.equal(redis.id, 'snippets/redis');
    assert.equal(redis.path, 'compose.yaml');
    const library = libraryOf({ notes, sheets: [], snippets });
    assert.equal(
      library.note(redis.id, 'en')?.body,
      'A cache\n\n```yaml\nservices:\n  redis:\n    image: redis:8\n    # kept\n    volumes:\n      - redis-data:/data\n\nvolumes:\n  redis-data:\n```',
    );
    assert.match(library.note(redis.id, 'ko')?.body ?? '', /# 남깁니다/);
    assert.deepEqual(library.note(redis.id, 'en')?.related, ['compose/service']);
  });

  const mistakes: readonly (readonly [object, RegExp, string?])[] = [
    [{ redis: { ...good, where: 'document' } }, /compose has no document/],
    [{ redis: { ...good, body: ['# 한국어만'] } }, /stands in Korean for everybody/],
    [{ redis: { ...good, body: [{ ko: '# 가', en: '# 나' }] } }, /is no English/],
    [{ redis: { ...good, body: [{ ko: '# 가', en: '  # a' }] } }, /indented in two ways/],
    [{ redis: { ...good, description: 'A cache' } }, /description: a mapping is missing/],
    [{ redis: { ...good, scope: 'yaml' } }, /unknown key scope/],
    [{ redis: good, again: good }, /typed for redis already/],
    [{ redis: { ...good, where: 'file' } }, /path and languageId are missing/, 'pipeline.json'],
    [{ redis: good }, /called after a language/, 'yaml.json'],
  ];
  for (const [value, problem, path] of mistakes) {
    it(`tells: ${problem.source}`, () => {
      const { problems, snippets } = compile(value, path);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
      assert.ok(snippets.length <= 1);
    });
  }
});
