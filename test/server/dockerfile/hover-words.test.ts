import assert from 'node:assert/strict';
import { languages } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import { createService } from '../../../server/service.ts';
import { readCursor } from '../../marks.ts';
import { documentOf } from './model.ts';
import { alone } from '../../context.ts';

const service = createService({ languages, library, log: (message) => assert.fail(message) });

function hoverAt(marked: string, locale: 'ko' | 'en' = 'en'): string {
  const { text, offset } = readCursor(marked);
  const document = documentOf(text);
  const hover = service.hover(document, document.positionAt(offset), { locale, ...alone }, { commandLinks: false });
  return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
}

describe('hover on the words of a Dockerfile', () => {
  const cases: readonly (readonly [marked: string, ko: RegExp, en: RegExp])[] = [
    ['FROM node:24-al▮pine', /Docker Hub.*`24-alpine`.*musl/s, /Docker Hub.*`24-alpine`.*musl/s],
    ['ARG V=24\nFROM ghcr.io/a/b▮:$V', /기본값으로는 `ghcr\.io\/a\/b:24`.*`ghcr\.io`/s, /with the defaults: `ghcr\.io\/a\/b:24`/],
    ['FROM eclipse-temurin:21-jre-nob▮le', /컴파일러가 없어.*Ubuntu 24\.04/s, /does not compile.*Ubuntu 24\.04/s],
    ['FROM debian:bus▮ter', /`2024-06-30`/, /ended on `2024-06-30`/],
    ['FROM scr▮atch', /빈 이미지/, /empty image/],
    ['FROM a AS b▮\nFROM c\nCOPY --from=b x y', /1번째 줄.*`a`.*COPY \(3번째 줄\)/s, /line 1.*`a`.*COPY \(line 3\)/s],
    ['FROM a AS b\nFROM c\nCOPY --from=▮b x y', /빌드 스테이지/, /Build stage/],
    ['FROM a\nARG V▮=1', /기본값: `1`.*컨테이너에는 없습니다/s, /default: `1`.*not in a running container/s],
    ['FROM a\nENV A=1\nENV B=${A}2\nWORKDIR /$▮B', /값: `12`.*3번째 줄의 `ENV`/s, /value: `12`.*`ENV` on line 3/s],
    ['ARG V▮\nFROM a', /기본값이 없어.*`ARG V`/s, /Without a default.*`ARG V`/s],
    ['FROM a\nARG TARGET▮ARCH', /BuildKit/, /BuildKit/],
    ['FROM a\nRUN echo $NO▮PE', /베이스 이미지/, /base image/],
    ['FROM a\nEXPOSE 54▮32/tcp', /PostgreSQL.*열지 않습니다/s, /PostgreSQL.*publishes nothing/s],
    ['FROM a\nSTOPSIGNAL SIG▮QUIT', /3번 시그널.*nginx/s, /signal number 3.*nginx/s],
    ['FROM a\nUSER 10▮01:0', /UID `1001`.*그룹: `0`/s, /User id `1001`.*group: `0`/s],
    ['FROM a\nUSER ro▮ot', /모든 권한/, /may do everything/],
    ['FROM a\nHEALTHCHECK --interval=1m3▮0s CMD a', /= 90초/, /= 90 seconds/],
    ['FROM a\nRUN --mount=type=cac▮he,target=/x a', /다음 빌드/, /next build/],
    ['FROM a\nRUN --mount=type=cache,shar▮ing=locked,target=/x a', /`locked`/, /`locked`/],
    ['FROM a\nRUN --mount=type=bind,siz▮e=1 a', /`type=bind`에서는 쓸 수 없습니다/, /Does not go with this `type=bind`/],
    ["FROM a\nCOPY <<'E▮OF' /a\nx\nEOF", /`EOF` 한 줄.*채우지 않습니다/s, /only `EOF`.*stay as they are/s],
  ];
  for (const [marked, ko, en] of cases) {
    it(`explains ${JSON.stringify(marked)}`, () => {
      assert.match(hoverAt(marked, 'ko'), ko);
      assert.match(hoverAt(marked, 'en'), en);
      assert.doesNotMatch(hoverAt(marked, 'en'), /[가-힣]/);
    });
  }

  it('shows what the file says, never interprets it', () => {
    assert.match(hoverAt('FROM a\nENV A="[x](command:y) ``<b>"\nWORKDIR $▮A'), /value: ```\[x\]\(command:y\) ``<b>```/);
    assert.match(hoverAt('FROM a\nUSER `▮x`'), /`` `x` ``/);
  });
});
