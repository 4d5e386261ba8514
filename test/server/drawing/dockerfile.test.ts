import assert from 'node:assert/strict';
import { box, draw, lines } from './draw.ts';

const drawn = (text: string, locale: 'ko' | 'en' = 'en') => draw({ Dockerfile: text }, { locale });

describe('drawing a Dockerfile', () => {
  it('shows stages with what they do, where they start, and what they take from each other', () => {
    const drawing = drawn(
      'FROM node:24 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci\nFROM build AS test\nRUN npm test\nFROM nginx:1.29\nRUN --mount=type=bind,from=build,target=/b true\nCOPY --from=build /app/dist /html\nCOPY --from=busybox:1.37 /bin/sh /bin/\n',
    );
    assert.deepEqual(lines(drawing), [
      'node:24 -FROM-> build',
      'build -FROM-> test',
      'nginx:1.29 -FROM-> stage-2',
      'build .RUN --mount.> stage-2',
      'build -COPY dist-> stage-2',
      'busybox:1.37 -COPY sh-> stage-2',
    ]);
    assert.equal(box(drawing, 'build').detail, 'WORKDIR /app\nCOPY . .\nRUN npm ci');
    assert.deepEqual(box(drawing, 'build').at, {
      uri: 'file:///w/Dockerfile',
      range: { start: { line: 0, character: 16 }, end: { line: 0, character: 21 } },
    });
    assert.equal(box(drawing, 'stage-2').isMain, true);
    assert.equal(box(drawing, 'stage-2').caption, 'final stage');
    assert.equal(box(drawing, 'test').isFaint, true);
    assert.equal(box(drawing, 'build').isFaint, undefined);
    assert.equal(drawing.direction, 'down');
  });

  it('speaks Korean', () => {
    const drawing = drawn('FROM node:24\n', 'ko');
    assert.equal(box(drawing, 'stage-0').caption, '최종 스테이지');
    assert.equal(drawing.title, 'Dockerfile의 스테이지');
  });

  it('fills in build arguments of a base image', () =>
    assert.equal(box(drawn('ARG V=24\nFROM node:${V}\n'), 'node:${V}').detail, 'node:24'));

  it('marks copies that lead nowhere: later stages, circles, itself, numbers and variables', () => {
    const drawing = drawn(
      'FROM a AS one\nCOPY --from=two /a /a\nCOPY --from=one /b /b\nCOPY --from=7 /c /c\nCOPY --from=$X /d /d\nFROM b AS two\nCOPY --from=one /e /e\n',
    );
    assert.deepEqual(
      lines(drawing).filter((line) => !line.includes('FROM')),
      ['two =COPY a=x one', 'one =COPY b=x one', '7 =COPY c=x one', '$X =COPY d=x one', 'one -COPY e-> two'],
    );
    assert.equal(box(drawing, '7').isMissing, true);
    assert.equal(box(drawing, '$X').caption, 'no variables here');
  });

  it('draws what is half typed', () => {
    assert.deepEqual(drawn('').nodes, []);
    assert.deepEqual(drawn('RUN true\nCOPY --from= /a /b\n').nodes, []);
    assert.deepEqual(lines(drawn('FROM\nCOPY --from=\nCOPY --from=x\nFROM a AS\n')), ['x -COPY-> stage-0', 'a -FROM-> stage-1']);
    assert.deepEqual(lines(drawn('FROM a\nONBUILD COPY --from=b /c /d\n')), ['a -FROM-> stage-0']);
  });

  it('tells the first instructions of a long stage only, and cuts long ones', () => {
    const { detail = '' } = box(drawn(`FROM a AS b\n${'RUN x\n'.repeat(20)}`), 'b');
    assert.deepEqual(detail.split('\n').slice(-2), ['RUN x', '… 13 more']);
    const long = box(drawn(`FROM a AS b\nRUN ${'y'.repeat(10_000)}\n`), 'b').detail ?? '';
    assert.ok(long.length <= 48 && long.endsWith('…'), long);
  });

  it('draws the last of a thousand stages, and says what it left out', () => {
    const text = Array.from(
      { length: 1000 },
      (_, index) => `FROM i${index} AS s${index}\nCOPY --from=s${Math.max(0, index - 1)} /a /a\n`,
    ).join('');
    const drawing = drawn(text);
    assert.equal(drawing.nodes.length, 120);
    assert.ok(box(drawing, 's999').isMain);
    assert.equal(drawing.remarks?.[0], 'Only 120 of 2000 are drawn, so that the picture stays readable.');
  });

  it('keeps hostile names on one line, as they are', () => {
    const name = '<img/src=x/onerror=alert(1)>';
    const drawing = drawn(`FROM ${name} AS a\u202Eb\nCOPY --from=command:x /a /b\n`);
    assert.ok(box(drawing, name));
    assert.ok(box(drawing, 'a b'));
    for (const { label, detail = '' } of drawing.nodes) assert.doesNotMatch(label + detail.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  });
});
