import assert from 'node:assert/strict';
import { noteIdOf } from '../../client/views/note/link.ts';
import { renderNote } from '../../client/views/note/render.ts';
import { printable } from '../../client/views/note/printable.ts';
import { shellCommands } from '../../client/views/note/shell.ts';
import { current, follow, go, idsOf, lasting, noTrail, readTrail, startTrail, type Step } from '../../client/views/note/trail.ts';
import { library } from '../../server/library.ts';

describe('rendering a note', () => {
  it('lets no markup through', () =>
    assert.equal(
      renderNote('a <img src=x onerror=alert(1)> <b>b</b>'),
      '<p>a &lt;img src=x onerror=alert(1)&gt; &lt;b&gt;b&lt;/b&gt;</p>\n',
    ));
  it('makes links to https pages and to notes only', () => {
    assert.match(
      renderNote('[a](https://docs.docker.com/) [b](note:dockerfile/COPY#--from)'),
      /href="https:\/\/docs\.docker\.com\/".*href="note:dockerfile\/COPY#--from"/,
    );
    for (const address of ['javascript:alert(1)', 'command:x', 'http://x', 'file:///etc/passwd', '//x', 'data:text/html,x'])
      assert.doesNotMatch(renderNote(`[a](${address}) <${address}>`), /href/);
  });
  it('shows no images', () => assert.doesNotMatch(renderNote('![a](https://x/y.png)'), /<img/));
  it('reads back the id that a link was made of', () => {
    assert.equal(noteIdOf('note:dockerfile/COPY#--from'), 'dockerfile/COPY#--from');
    assert.equal(noteIdOf(`note:${encodeURIComponent('concepts/빌드')}`), 'concepts/빌드');
    assert.equal(noteIdOf('note:%'), '%');
    assert.equal(noteIdOf('https://docs.docker.com/'), undefined);
  });
  it('keeps every link of every note', () => {
    for (const id of library.ids()) {
      for (const locale of ['ko', 'en'] as const) {
        const html = renderNote(library.note(id, locale)?.body ?? '');
        for (const [, address = ''] of html.matchAll(/href="note:([^"]*)"/g))
          assert.ok(library.has(noteIdOf(`note:${address}`) ?? ''), `${id}: ${address}`);
      }
    }
  });
});

describe('the trail of notes', () => {
  const through = (...steps: Step[]) => steps.reduce(follow, noTrail);

  it('grows by what is opened; going back and ahead moves in it', () => {
    const trail = through('a', 'b', 'b', 'c');
    assert.deepEqual(trail.steps, ['a', 'b', 'c']);
    assert.equal(current(trail), 'c');
    assert.equal(go(trail, 1), trail);
    const back = go(go(trail, -1), -1);
    assert.equal(current(back), 'a');
    assert.equal(go(back, -1), back);
    assert.equal(current(go(back, 1)), 'b');
  });
  it('forgets what lay ahead when something else is opened', () =>
    assert.deepEqual(follow(go(through('a', 'b'), -1), 'c').steps, ['a', 'c']));
  it('keeps to a length', () => {
    const trail = through(...Array.from({ length: 200 }, (_, step) => String(step)));
    assert.equal(trail.steps.length, 50);
    assert.equal(current(trail), '199');
  });
  it('keeps the notes as far as the one on show over a restart, and nothing that was pasted', () => {
    const trail = through('a', { output: 'secret' }, 'b', 'c');
    assert.deepEqual(idsOf(go(trail, -1)), ['a', 'b']);
    assert.deepEqual(readTrail({ trail: idsOf(trail) }), { steps: ['a', 'b', 'c'], at: 2 });
  });
  it('is read from whatever was remembered', () => {
    assert.deepEqual(readTrail({ trail: ['a', 1, 'b'] }).steps, ['a', 'b']);
    for (const state of [undefined, null, 'x', {}, { trail: 'x' }, []]) assert.equal(current(readTrail(state)), undefined);
  });
  it('keeps a place in a file by its note, and as it is where there is none', () => {
    const page = { locale: 'en', title: 'x', body: '', related: [] } as const;
    assert.equal(lasting({ page: { ...page, id: 'dockerfile/FROM' } }), 'dockerfile/FROM');
    assert.deepEqual(lasting({ page }), { page });
    assert.equal(current(startTrail('a')), 'a');
  });
});

describe('commands in a code block', () => {
  it('are lines of a shell block, joined where they go on, without comments and prompts', () => {
    assert.deepEqual(shellCommands('sh', '# build it\ndocker build \\\n  -t app .\n\n$ docker run app\n'), [
      'docker build -t app .',
      'docker run app',
    ]);
    assert.deepEqual(shellCommands('console', '$ kubectl get pods'), ['kubectl get pods']);
  });
  it('are none where it is not for a shell, or lines belong together', () => {
    assert.deepEqual(shellCommands('yaml', 'kind: Pod'), []);
    assert.deepEqual(shellCommands('', 'docker ps'), []);
    assert.deepEqual(shellCommands('sh', "cat <<'EOF' | kubectl apply -f -\nkind: Pod\nEOF"), []);
  });
});

describe('a note to be printed', () => {
  const page = { title: '<b>"a" & b', locale: 'ko', html: '<main><h1>x</h1></main>' } as const;

  it('is a page of its own that runs and loads nothing', () => {
    const html = printable(page, 'a { color: red }</style><script>');
    assert.match(html, /^<!DOCTYPE html>\n<html lang="ko">/);
    assert.match(html, /<title>&lt;b&gt;&quot;a&quot; &amp; b<\/title>/);
    assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.equal(html.match(/<\/style>/g)?.length, 1);
    assert.ok(html.includes(page.html));
  });
  it('tells how to print it in its language', () => {
    assert.match(printable(page, ''), /인쇄하려면/);
    assert.match(printable({ ...page, locale: 'en' }, ''), /to print/);
  });
});
