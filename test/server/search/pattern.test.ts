import assert from 'node:assert/strict';
import { patternOf } from '../../../server/search/pattern.ts';

const marked = (text: string, word: string): string[] => text.match(new RegExp(patternOf(word), 'gi')) ?? [];

describe('the pattern of a word', () => {
  it('matches every occurrence, in any case', () => assert.deepEqual(marked('Logs of logs', 'logs'), ['Logs', 'logs']));
  it('matches Korean within a word', () => assert.deepEqual(marked('컨테이너', '테이'), ['테이']));
  it('matches by first consonants', () => {
    assert.deepEqual(marked('로그를 배포하고 배포합니다', 'ㅂㅍ'), ['배포', '배포']);
    assert.deepEqual(marked('컨테이너', 'ㅋㅌㅇㄴ'), ['컨테이너']);
    assert.deepEqual(marked('목록', 'ㅁㄹ'), ['목록']);
    assert.deepEqual(marked('계속 많이 록', 'ㅁㄹ'), [], 'not the end of one word and the start of another');
    assert.deepEqual(marked('깨끗이', 'ㄲㄲ'), ['깨끗']);
  });
  it('takes two consonants that an input method joined for two', () => {
    for (const typed of ['ㅂㅅ', 'ㅄ']) assert.deepEqual(marked('로그를 복사하지', typed), ['복사']);
  });
  it('matches the whole syllable that is half typed', () => {
    for (const typed of ['ㅂ', '배', '뱊', '배ㅍ', '배포']) assert.ok(marked('배포', typed)[0], typed);
    assert.deepEqual(marked('애플리케이션을 배포합니다', '뱊'), ['배포'], 'the final consonant begins the next syllable');
    for (const typed of ['배포ㅎ', '배포하', '배포합', '배포합ㄴ', '배포합니'])
      assert.ok(marked('배포합니다', typed)[0]?.startsWith('배포'), typed);
    assert.deepEqual(marked('값이 많으면', '갑'), ['값']);
    assert.deepEqual(marked('갑니다', '갑'), ['갑']);
    assert.deepEqual(marked('값이', '갑ㅅ'), ['값']);
    assert.deepEqual(marked('감사', '값'), [], 'only the last part moves on');
    assert.deepEqual(marked('갑사', '값'), ['갑사']);
    assert.deepEqual(marked('과정', '고'), ['과'], 'a vowel of two letters');
    assert.deepEqual(marked('게시', '거'), [], 'a vowel of one');
    assert.deepEqual(marked('닭 달걀', '달'), ['닭', '달']);
    assert.deepEqual(marked('배경', '벼'), []);
  });
  it('holds a syllable to its letters when more follows', () => {
    assert.deepEqual(marked('값이', '갑이'), []);
    assert.deepEqual(marked('목록', '목ㄹ'), ['목록']);
  });
  it('is no pattern to who types one', () => {
    for (const query of ['.*', '(', '[ㄱ', '\\', '$', '^', 'a|b', '{2}', '+', '?']) assert.deepEqual(marked('abc', query), [], query);
    assert.deepEqual(marked('a.* (b) [c] a|b', '.*'), ['.*']);
    assert.deepEqual(marked('a/b-c', '/b-'), ['/b-']);
  });
  it('takes a text of any length without going back', () => {
    const text = '배'.repeat(200_000);
    assert.deepEqual(marked(text, '뱊'.repeat(50)), []);
  });
});
