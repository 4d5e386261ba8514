import assert from 'node:assert/strict';
import { instructionFlags } from '../../../server/dockerfile/instructions.ts';
import { languages } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import { createService } from '../../../server/service.ts';
import { readCursor, readMarks } from '../../marks.ts';
import { documentOf } from './model.ts';
import { alone } from '../../context.ts';

const service = createService({ languages, library, log: (message) => assert.fail(message) });

/** The id of the note under the cursor `▮`. */
function noteAt(marked: string): string | undefined {
  const { text, offset } = readCursor(marked);
  const document = documentOf(text);
  return service.noteAt(document, document.positionAt(offset), { locale: 'en', ...alone });
}

describe('hover in a Dockerfile', () => {
  for (const locale of ['ko', 'en'] as const) {
    it(`explains every instruction (${locale})`, () => {
      assert.equal(Object.keys(instructionFlags).length, 18);
      for (const keyword of Object.keys(instructionFlags)) {
        const document = documentOf(`# 🐳 시작\r\nFROM node:24\r\n${keyword.toLowerCase()} a b\r\n`);
        const hover = service.hover(document, { line: 2, character: 1 }, { locale, ...alone }, { commandLinks: false });
        assert.ok(hover, keyword);
        assert.deepEqual(hover.range, { start: { line: 2, character: 0 }, end: { line: 2, character: keyword.length } });
        const value = typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
        assert.match(value, new RegExp(`^\\*\\*${keyword}\\*\\* — .{10}`, 's'));
        assert.match(value, locale === 'ko' ? /[가-힣]/ : /^[^가-힣]*$/);
      }
    });
  }

  it('explains every flag of every instruction', () => {
    for (const [keyword, flags] of Object.entries(instructionFlags)) {
      for (const flag of flags) assert.equal(noteAt(`FROM x\n${keyword} \\\n  --${flag}▮=a b\n`), `dockerfile/${keyword}#--${flag}`);
    }
  });

  const notes: readonly (readonly [marked: string, noteId: string | undefined])[] = [
    ['# syn▮tax=docker/dockerfile:1\nFROM x', 'dockerfile/directives#syntax'],
    ['# escape=▮`\nFROM x', 'dockerfile/directives#escape'],
    ['#check=skip=all▮\nFROM x', 'dockerfile/directives#check'],
    ['FROM x A▮S y', 'dockerfile/FROM#AS'],
    ['FROM --plat▮form=$BUILDPLATFORM x as y', 'dockerfile/FROM#--platform'],
    ['FROM --platform=$BUILD▮PLATFORM x as y', undefined],
    ['FROM x ▮as y', 'dockerfile/FROM#AS'],
    ['FROM x AS ▮as', undefined],
    ['FROM n▮ode:24', undefined],
    ['FROM x\nONB▮UILD COPY . .', 'dockerfile/ONBUILD'],
    ['FROM x\nONBUILD CO▮PY . .', 'dockerfile/COPY'],
    ['FROM x\nONBUILD COPY --ch▮own=a . .', 'dockerfile/COPY#--chown'],
    ['FROM x\nHEALTHCHECK --interval=5s ▮CMD a', 'dockerfile/HEALTHCHECK'],
    ['FROM x\nHEALTHCHECK NO▮NE', 'dockerfile/HEALTHCHECK#NONE'],
    ['FROM x\nSTOPSIGNAL SIG▮TERM', 'dockerfile/STOPSIGNAL'],
    ['FROM x\nRUN <<▮EOF\nCOPY a b\nEOF', 'dockerfile/heredoc'],
    ['FROM x\nRUN <<EOF\nCO▮PY a b\nEOF', undefined],
    ['FROM x # 빌▮드', 'dockerfile/comment#FROM'],
    ['FROM x\nADD . . # 전▮체', 'dockerfile/comment#COPY'],
    ['FROM x\nCMD ["a"] # 시▮작', 'dockerfile/comment#CMD'],
    ['FROM x\nRUN a # ▮b \\\n  && c', 'dockerfile/comment#RUN'],
    ['FROM x\nRUN a # ▮b', undefined],
    ['FROM x\nRUN apt-▮get update', 'commands/apt-get'],
    ['FROM x\nRUN a && \\\n  # b\n  apt-get install -y --no-install-▮recommends c', 'commands/apt-get#--no-install-recommends'],
    ['FROM x\nRUN apt-get install -q▮y c', 'commands/apt-get#-y'],
    ['FROM x\nRUN rm -rf /var/lib/apt/li▮sts/*', 'commands/rm#/var/lib/apt/lists'],
    ['FROM x\nRUN <<EOF\nif a; then npm c▮i --omit=dev; fi\nEOF', 'commands/npm#ci'],
    ['FROM x\nRUN npm ci --om▮it=dev', 'commands/npm#--omit'],
    ['FROM x\nRUN echo apt-▮get', undefined],
    ['# 주▮석\nFROM x', undefined],
    ['FROM x\nFOO▮ bar', undefined],
    ['▮', undefined],
  ];
  for (const [marked, noteId] of notes)
    it(`finds ${noteId ?? 'nothing'} in ${JSON.stringify(marked)}`, () => assert.equal(noteAt(marked), noteId));

  it('tells the text that it explains', () => {
    const { text, spans } = readMarks('# 🐳\r\nFROM x\r\nONBUILD COPY «--chown=a:b» . /앱\r\n');
    const document = documentOf(text);
    const hover = service.hover(document, document.positionAt(text.indexOf('chown')), { locale: 'ko', ...alone }, { commandLinks: false });
    assert.deepEqual(hover?.range && { start: document.offsetAt(hover.range.start), end: document.offsetAt(hover.range.end) }, spans[0]);
  });
});
