import assert from 'node:assert/strict';
import { occurrences } from '../../client/views/cheatsheets/occurrences.ts';

const marked = (text: string, word: string): string[] => occurrences(text, word).map(([start, end]) => text.slice(start, end));

describe('marking what was found', () => {
  it('marks every occurrence, in any case', () => assert.deepEqual(marked('Logs of logs', 'logs'), ['Logs', 'logs']));
  it('marks Korean by first consonants', () => assert.deepEqual(marked('로그를 배포하고 배포합니다', 'ㅂㅍ'), ['배포', '배포']));
  it('marks the whole syllable that is half typed', () => {
    assert.deepEqual(marked('애플리케이션을 배포합니다', '뱊'), ['배포']);
    assert.deepEqual(marked('값이 많으면', '갑'), ['값']);
    assert.deepEqual(marked('컨테이너', '테이'), ['테이']);
  });
  it('marks nothing where nothing is', () => {
    assert.deepEqual(marked('docker', '배포'), []);
    assert.deepEqual(marked('배', '배포'), []);
    assert.deepEqual(marked('docker', ''), []);
    assert.deepEqual(marked('', 'ㅂ'), []);
  });
  it('keeps its places beside letters that grow in lower case', () => assert.deepEqual(marked('İ logs', 'logs'), []));
});
