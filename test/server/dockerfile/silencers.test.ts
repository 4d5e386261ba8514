import assert from 'node:assert/strict';
import { silencers } from '../../../server/dockerfile/silencers.ts';
import { readMarks } from '../../marks.ts';
import { modelOf } from './model.ts';

/** The rules that are silenced and the text that they are silenced in. */
function silenced(text: string): readonly (readonly [string, string])[] {
  return silencers(modelOf(text)).map(({ rules, target }) => [rules.join(' '), text.slice(target.start, target.end)]);
}

describe('silencing findings in a Dockerfile', () => {
  it('knows our own comment and its reason', () => {
    const { text, spans } = readMarks(
      'FROM node:24\n«# mulgil ignore=dockerfile/copy-not-add,dockerfile/exec-form 실습용»\n# 다른 주석\nADD a /b\nADD c /d\n',
    );
    assert.deepEqual(silencers(modelOf(text)), [
      {
        at: spans[0],
        target: { start: text.indexOf('ADD a'), end: text.indexOf('\nADD c') },
        rules: ['dockerfile/copy-not-add', 'dockerfile/exec-form'],
        own: true,
        reason: '실습용',
      },
    ]);
  });

  it('works on the first line, where directives stand', () => {
    assert.deepEqual(silenced('# mulgil ignore=dockerfile/no-latest-tag 예제\nFROM node\n'), [['dockerfile/no-latest-tag', 'FROM node']]);
    assert.deepEqual(silenced('# hadolint ignore=DL3006\r\nFROM node\r\n'), [['hadolint:DL3006', 'FROM node']]);
  });

  it('speaks of the rest of the instruction when it stands inside', () => {
    assert.deepEqual(silenced('FROM x\nRUN a \\\n  # mulgil ignore=dockerfile/x 이유\n  && b\nRUN c\n'), [['dockerfile/x', '\n  && b']]);
    assert.deepEqual(silenced('FROM x\n# mulgil ignore=dockerfile/x 이유'), [['dockerfile/x', '']]);
  });

  it("honours hadolint's comments", () => {
    assert.deepEqual(silenced('FROM x\n# hadolint ignore=DL3002,SC1091 # 이유\nUSER root\n'), [
      ['hadolint:DL3002 hadolint:SC1091', 'USER root'],
    ]);
    assert.deepEqual(silenced('FROM x\n# hadolint ignore=crazy,DL3002\nUSER root\n'), []);
    const text = 'FROM x\n# hadolint global ignore=DL3003, DL3006\nRUN cd a\n';
    assert.deepEqual(silenced(text), [['hadolint:DL3003 hadolint:DL3006', text]]);
  });

  it("honours BuildKit's directive for the whole file", () => {
    const text = '# syntax=docker/dockerfile:1\n# check=skip=JSONArgsRecommended,StageNameCasing;error=true // 이유\nFROM x\nCMD a\n';
    assert.deepEqual(silenced(text), [['buildkit:JSONArgsRecommended buildkit:StageNameCasing', text]]);
    assert.deepEqual(silenced('# check=error=true;skip=all\nFROM x')[0]?.[0], 'buildkit:*');
    assert.deepEqual(silenced('# check=error=true\nFROM x'), []);
  });

  it("honours BuildKit's comment for the instruction below it", () => {
    assert.deepEqual(silenced('FROM x\n# check=skip=JSONArgsRecommended\nCMD a\nCMD b\n'), [['buildkit:JSONArgsRecommended', 'CMD a']]);
  });

  it('takes other comments for what they are', () => {
    assert.deepEqual(silenced('# mulgil은 도움을 줍니다\n# mulgil ignore=\n# hadolint\n# checks\nFROM x\n# ignore=DL3006\n'), []);
  });
});
