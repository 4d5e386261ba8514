import assert from 'node:assert/strict';
import { parseDiagram } from '../../content/compiler/diagram.ts';
import { layOut } from '../../client/views/drawing/layout.ts';
import { library } from '../../server/library.ts';
import { assertTidy, measure } from '../client/drawing/support.ts';

const ids = library.ids().filter((id) => id.startsWith('diagrams/'));

describe('pictures of the library', () => {
  it('are those of the study notes, and more', () => {
    for (const name of [
      'vm-and-container',
      'layers',
      'build-stages',
      'compose-network',
      'cluster',
      'request-flow',
      'service-types',
      'rolling-update',
    ])
      assert.ok(ids.includes(`diagrams/${name}`), name);
  });

  for (const id of ids) {
    it(`${id} is tidy in both languages, whichever way it leads`, () => {
      for (const locale of ['ko', 'en'] as const) {
        const note = library.note(id, locale);
        const drawing = library.drawing(note?.diagram ?? '', locale);
        assert.ok(note && drawing);
        assert.equal(drawing.title, note.title);
        if (locale === 'en') assert.doesNotMatch(JSON.stringify(drawing), /[가-힣]/);
        else assert.match(drawing.description, /[가-힣]/);
        const layout = layOut(drawing, measure);
        assertTidy(layout, `${id} (${locale})`);
        for (const { label, group } of layout.groups) assert.equal(label, group.label, 'no label is cut');
        for (const { label, edge } of layout.edges) assert.equal(label?.text, edge.label, 'no label is cut');
        for (const { node, lines } of layout.nodes) {
          const written = [node.caption, node.label, node.detail].flatMap((text) => text?.split('\n') ?? []).join(' ');
          assert.equal(lines.map(({ text }) => text).join(' '), written, 'no text is cut');
        }
        assertTidy(
          layOut({ ...drawing, direction: drawing.direction === 'right' ? 'down' : 'right' }, measure),
          `${id} (${locale}), turned`,
        );
      }
    });
  }

  it('are looked up by the note that shows them', () => {
    assert.equal(library.drawing('nothing', 'en'), undefined);
    assert.equal(library.drawing('__proto__', 'en'), undefined);
    const shown = library.note('concepts/cluster-architecture', 'ko')?.diagram;
    assert.ok(shown !== undefined && library.drawing(shown, 'ko'));
  });
});

describe('compiling a picture', () => {
  const good = `title: { ko: 그림, en: Picture }
description: { ko: 설명, en: About }
direction: right
groups: [{ id: g, label: { ko: 틀, en: Frame } }]
nodes: [{ id: a, label: A, kind: service, in: g }, { id: b, label: { ko: 비, en: B }, kind: volume, note: concepts/registry }]
edges: [{ from: a, to: b, label: x, kind: dashed }]
text: { ko: 글입니다., en: Text. }
docs: https://docs.docker.com/
`;
  const compiled = (text: string) => {
    const problems: string[] = [];
    return { ...parseDiagram({ path: 'x.yaml', text }, (problem) => problems.push(problem)), problems };
  };

  it('makes a note and its picture', () => {
    const { notes, diagrams, problems } = compiled(good);
    assert.deepEqual(problems, []);
    assert.equal(notes['diagrams/x']?.diagram, 'x');
    assert.equal(notes['diagrams/x'].body.en, 'Text.');
    assert.deepEqual(diagrams['x']?.edges, [{ from: 'a', to: 'b', label: 'x', kind: 'dashed' }]);
  });

  it('tells of mistakes', () => {
    const problem = (from: string, to: string): string => compiled(good.replace(from, to)).problems.join('\n');
    assert.match(problem('to: b', 'to: c'), /a line names c, which is no node/);
    assert.match(problem('in: g', 'in: h'), /a stands in h, which is no group/);
    assert.match(problem('id: b', 'id: a'), /an id stands twice/);
    assert.match(problem('kind: volume', 'kind: bucket'), /one of image, stage/);
    assert.match(problem('kind: dashed', 'kind: dotted'), /one of dashed, broken/);
    assert.match(problem('direction: right', 'direction: up'), /one of down, right/);
    assert.match(problem('{ ko: 비, en: B }', '{ en: B }'), /label\.ko: a text is missing/);
    assert.match(problem('in: g', 'isFaint: false'), /isFaint: true, or left out/);
  });
});
