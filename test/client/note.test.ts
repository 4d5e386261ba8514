import assert from 'node:assert/strict';
import { noteIdOf } from '../../client/views/note/link.ts';
import { renderNote } from '../../client/views/note/render.ts';
import { follow, goBack, readTrail, type Trail } from '../../client/views/note/trail.ts';
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
  it('grows by what is opened and shrinks by going back', () => {
    let trail: Trail = ['a'];
    trail = follow(trail, 'b');
    trail = follow(trail, 'b');
    assert.deepEqual(trail, ['a', 'b']);
    assert.deepEqual(goBack(trail), ['a']);
    assert.deepEqual(goBack(['a']), ['a']);
  });
  it('keeps to a length', () => {
    let trail: Trail = [];
    for (let step = 0; step < 200; step++) trail = follow(trail, String(step));
    assert.equal(trail.length, 50);
    assert.equal(trail.at(-1), '199');
  });
  it('is read from whatever was remembered', () => {
    assert.deepEqual(readTrail({ trail: ['a', 1, 'b'] }), ['a', 'b']);
    for (const state of [undefined, null, 'x', {}, { trail: 'x' }, []]) assert.deepEqual(readTrail(state), []);
  });
});
