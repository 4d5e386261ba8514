import assert from 'node:assert/strict';
import { layOut } from '../../../client/views/drawing/layout.ts';
import { inWords, nameOfNode } from '../../../client/views/drawing/names.ts';
import { onPaper } from '../../../client/views/drawing/paper.ts';
import { pictureOf, type PictureOptions } from '../../../client/views/drawing/picture.ts';
import { toMarkup, type Shape } from '../../../client/views/drawing/shape.ts';
import { speak } from '../../../client/views/drawing/words.ts';
import type { Drawing } from '../../../server/protocol.ts';
import { draw } from '../../server/drawing/draw.ts';
import { measure } from './support.ts';

const picture = (drawing: Drawing, options?: PictureOptions): Shape => pictureOf(drawing, layOut(drawing, measure), options);
const shapes = (shape: Shape): readonly Shape[] => [
  shape,
  ...shape.inside.flatMap((part) => (typeof part === 'string' ? [] : shapes(part))),
];

const compose = draw({ 'compose.yaml': 'services:\n  web: { image: nginx, depends_on: [db] }\n' });

describe('drawing a picture', () => {
  it('is an image with a title and a description', () => {
    const { attributes, inside } = picture(compose, { prefix: 'p' });
    assert.equal(attributes['role'], 'img');
    assert.deepEqual(inside.slice(0, 2), [
      { name: 'title', attributes: { id: 'p-title' }, inside: [compose.title] },
      { name: 'desc', attributes: { id: 'p-description' }, inside: [compose.description] },
    ]);
    assert.equal(attributes['aria-labelledby'], 'p-title');
  });

  it('has boxes that are reached by keys where they lead somewhere', () => {
    const drawn = picture(compose, { linkName: ({ label }) => (label === 'web' ? 'Service web' : undefined) });
    assert.equal(drawn.attributes['role'], 'group');
    const links = shapes(drawn).filter(({ attributes }) => attributes['role'] === 'link');
    assert.deepEqual(
      links.map(({ attributes }) => [attributes['aria-label'], attributes['tabindex'], attributes['data-id']]),
      [['Service web', 0, 'services:web']],
    );
    const linked = picture(compose, { linkName: ({ label }) => label, addressOf: () => 'note:a' });
    assert.equal(shapes(linked).filter(({ name, attributes }) => name === 'a' && attributes['href'] === 'note:a').length, 2);
  });

  it('marks what is missing, what is faint, and lines that lead nowhere', () => {
    const classes = shapes(picture(compose)).map(({ attributes }) => attributes['class']);
    assert.ok(classes.includes('box kind-service missing'));
    assert.ok(classes.includes('line broken'));
  });

  it('has no style of its own, which a page’s policy would forbid', () => {
    for (const { attributes, name } of shapes(picture(compose))) {
      assert.ok(!('style' in attributes) && name !== 'style' && name !== 'script');
      for (const key of Object.keys(attributes)) assert.doesNotMatch(key, /^on/);
    }
  });
});

describe('saving a picture', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&\u0000\u0008\uD800]]>';
  const saved = onPaper(
    picture(
      { ...compose, title: hostile, nodes: compose.nodes.map((node) => ({ ...node, label: hostile, detail: 'command:x' })) },
      { linkName: () => hostile, addressOf: () => hostile },
    ),
  );

  it('is a file of its own, with colours instead of classes', () => {
    const file = onPaper(picture(compose));
    assert.match(file, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(file, /class=|var\(|url\(|<style|<a |tabindex|data-/);
    assert.match(file, /stroke="#b3261e"/);
    assert.match(file, /<rect width="\d+" height="\d+" fill="#ffffff"\/>/);
  });

  it('never interprets what a file says', () => {
    assert.doesNotMatch(saved, /<img|<[^>]*(?:href|\son\w+)=|[\u0000-\u0008\uD800-\uDFFF]/u);
    assert.match(saved, /&lt;img src=x/);
    assert.match(saved, /command:x/);
  });

  it('escapes attributes', () =>
    assert.equal(
      toMarkup({ name: 'a', attributes: { b: '"><script>' }, inside: ['x & y'] }),
      '<a b="&quot;&gt;&lt;script&gt;">x &amp; y</a>',
    ));
});

describe('a picture in words', () => {
  const uri = 'file:///w/compose.yaml';
  it('names boxes by what they are and where they stand', () => {
    const [web, db] = compose.nodes;
    assert.ok(web && db);
    assert.equal(nameOfNode(web, uri, speak('en')), 'service web, line 2');
    assert.equal(nameOfNode(web, 'file:///w/x', speak('ko')), '서비스 web, compose.yaml 2행'.replace('서비스', 'service'));
    assert.equal(nameOfNode(db, uri, speak('en')), 'service db, not declared, line 2');
  });
  it('tells what each box leads to', () =>
    assert.deepEqual(inWords(compose, uri, speak('en')), ['service web, line 2 → db (broken)', 'service db, not declared, line 2']));
  it('leaves what names say as it is', () => {
    const [web] = compose.nodes;
    assert.ok(web);
    assert.match(nameOfNode({ ...web, label: '{line} $& {name}' }, uri, speak('en')), /^service \{line\} \$& \{name\}, line 2$/);
  });
});
