import assert from 'node:assert/strict';
import { createIndex, search, wordsOf } from '../../client/views/cheatsheets/search.ts';

const texts = [
  'kubectl apply -f <file>\n매니페스트를 적용해 애플리케이션을 배포합니다.',
  'docker run --rm -it <image> sh\n컨테이너 안에서 셸을 열고, 나가면 컨테이너를 지웁니다.',
  'docker logs -f --tail 100 <container>\n로그를 복사하지 않고 계속 따라갑니다.\nCrashLoopBackOff',
  'docker volume ls\n볼륨의 목록을 보여 줍니다. 값이 많으면 -q를 씁니다.',
];
const index = createIndex(texts);
const found = (query: string): number[] => [...search(index, query).found];

describe('searching the cheat sheets', () => {
  it('finds everything without a query', () => assert.deepEqual(found('  '), [0, 1, 2, 3]));
  it('finds Korean within a word', () => {
    assert.deepEqual(found('배포'), [0]);
    assert.deepEqual(found('테이너'), [1]);
  });
  it('finds by first consonants', () => {
    assert.deepEqual(found('ㅂㅍ'), [0]);
    assert.deepEqual(found('ㅋㅌㅇㄴ'), [1]);
    assert.deepEqual(found('ㅁㄹ'), [3], 'in a row, within a word: 목록, not the end of one and the start of another');
  });
  it('takes two consonants that an input method joined for two', () => {
    assert.deepEqual(found('ㅂㅅ'), [2]);
    assert.deepEqual(found('ㅄ'), [2]);
  });
  it('finds while a syllable is being typed', () => {
    for (const typed of ['ㅂ', '배', '뱊', '배포', '배포ㅎ', '배포하', '배포합', '배포합ㄴ', '배포합니'])
      assert.ok(found(typed).includes(0), typed);
    assert.deepEqual(found('뱊'), [0], 'the final consonant is the start of the next syllable');
    assert.deepEqual(found('배ㅍ'), [0]);
    assert.deepEqual(found('목ㄹ'), [3]);
    assert.deepEqual(found('갑'), [2, 3], '갑니다, and 값 half typed');
    assert.deepEqual(found('벼'), [], 'no syllable begins so');
  });
  it('finds options as they are written', () => {
    assert.deepEqual(found('--rm'), [1]);
    assert.deepEqual(found('-f'), [0, 2]);
    assert.deepEqual(found('<image>'), [1]);
  });
  it('finds in any case', () => {
    assert.deepEqual(found('crashloop'), [2]);
    assert.deepEqual(found('DOCKER Run'), [1]);
  });
  it('asks for every word, in any order and language', () => {
    assert.deepEqual(found('docker ㅋㅌㅇㄴ'), [1]);
    assert.deepEqual(found('목록 docker'), [3]);
    assert.deepEqual(found('docker 배포'), []);
  });
  it('finds what was typed as separate letters', () => assert.deepEqual(found('배포'.normalize('NFD')), [0]));
  it('reads a query that finds nothing as if typed on the other keyboard', () => {
    assert.deepEqual(search(index, 'qovh'), { found: new Set([0]), readAs: '배포' });
    assert.deepEqual(search(index, 'ㅣㅐㅎㄴ'), { found: new Set([2]), readAs: 'logs' });
    assert.deepEqual(search(index, 'zzzz'), { found: new Set() });
  });
  it('does not understand a query as a pattern', () => {
    for (const query of ['.*', '(', '[ㄱ', '\\', '$', '__proto__']) assert.deepEqual(found(query), [], query);
  });
  it('divides a query into words', () => assert.deepEqual(wordsOf('  Docker  --RM '), ['docker', '--rm']));
});
