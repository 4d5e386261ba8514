import assert from 'node:assert/strict';
import { box, draw, lines } from './draw.ts';

const drawn = (text: string, others: Readonly<Record<string, string>> = {}) => draw({ 'compose.yaml': text, ...others });

describe('drawing a Compose file', () => {
  it('shows services with ports, dependencies, volumes, secrets and the Dockerfile', () => {
    const drawing = drawn(
      `services:
  web:
    build:
      context: .
      target: run
    ports: ["127.0.0.1:8080:80", "53/udp", { target: 9000, published: "9001" }]
    depends_on: { db: { condition: service_healthy }, cache: { condition: service_started } }
    secrets: [key]
    configs: [{ source: conf }]
  db:
    image: postgres:18
    profiles: [data]
    volumes: ["data:/var/lib/postgresql", "./x:/y"]
  cache: { image: "redis:8", network_mode: "service:web" }
volumes: { data: { external: true } }
secrets: { key: { file: ./key } }
configs: { conf: { file: ./conf } }
`,
      { Dockerfile: 'FROM a AS build\nFROM b AS run\n' },
    );
    assert.deepEqual(lines(drawing).toSorted(), [
      '127.0.0.1:8080 -80-> web',
      '9001 -9000-> web',
      'Dockerfile .build.> web',
      'any port/udp -53-> web',
      'cache -network_mode-> web',
      'db -/var/lib/postgresql-> data',
      'web --> conf',
      'web --> key',
      'web -healthy-> db',
      'web -started-> cache',
    ]);
    assert.equal(box(drawing, 'db').detail, 'postgres:18\nprofiles: data');
    assert.equal(box(drawing, 'data').detail, 'external');
    assert.equal(box(drawing, 'db').at?.range.start.line, 9);
    assert.deepEqual(box(drawing, 'Dockerfile').at, {
      uri: 'file:///w/Dockerfile',
      range: { start: { line: 1, character: 10 }, end: { line: 1, character: 13 } },
    });
    assert.equal(drawing.remarks, undefined);
  });

  it('draws networks as frames while no service has two, and as boxes otherwise', () => {
    const framed = drawn(
      'services:\n  a: { image: x, networks: [one] }\n  b: { image: x, networks: [two] }\n  c: { image: x }\nnetworks: { one: , two: { internal: true } }\n',
    );
    assert.deepEqual(
      framed.groups.map(({ label }) => label),
      ['network one', 'network two · internal'],
    );
    assert.equal(box(framed, 'b').in, 'networks:two');
    assert.equal(box(framed, 'c').in, undefined);
    const boxed = drawn(
      'services:\n  a: { image: x, networks: [one, two] }\n  b: { image: x, networks: [default] }\nnetworks: { one: , two: }\n',
    );
    assert.deepEqual(boxed.groups, []);
    assert.deepEqual(lines(boxed), ['a --> one', 'a --> two']);
  });

  it('marks names that nothing declares', () => {
    const drawing = drawn(
      'services:\n  a:\n    image: x\n    depends_on: [b]\n    volumes: ["vol:/v"]\n    networks: [n, m]\n    build: ./gone\n',
    );
    assert.deepEqual(
      lines(drawing),
      ['a =/v=x vol', 'a ==x b', 'a ==x n', 'a ==x m', 'gone/Dockerfile =build=x a'].toSorted(
        (x, y) => order.indexOf(x) - order.indexOf(y),
      ),
    );
    for (const name of ['b', 'vol', 'n']) {
      assert.equal(box(drawing, name).isMissing, true, name);
      assert.equal(box(drawing, name).detail, 'not declared');
    }
    assert.equal(box(drawing, 'gone/Dockerfile').detail, 'no such file or stage');
  });

  it('reads along the override, what is included, and what is extended', () => {
    const drawing = draw({
      'compose.yaml': 'include: [more/db.yaml]\nservices:\n  a:\n    extends: { file: base.yaml, service: base }\n    depends_on: [db]\n',
      'compose.override.yaml': 'services:\n  a: { ports: ["80:80"] }\n',
      'base.yaml': 'services:\n  base:\n    image: "app:1"\n    volumes: ["vol:/v"]\nvolumes: { vol: }\n',
      'more/db.yaml': 'services:\n  db:\n    image: "mysql:8"\n',
    });
    assert.deepEqual(lines(drawing), ['a --> db', 'a =/v=x vol', '80 -80-> a']);
    assert.equal(box(drawing, 'a').detail, 'app:1');
    assert.equal(box(drawing, 'db').at?.uri, 'file:///w/more/db.yaml');
    assert.deepEqual(drawing.remarks, ['Read along: compose.override.yaml, db.yaml']);
  });

  it('says nothing is missing in a file that is only a part', () => {
    const drawing = draw({
      'compose.dev.yaml': 'services:\n  a: { depends_on: [b], volumes: ["vol:/v"] }\n',
      'compose.yaml': 'services: { b: { image: x } }\n',
    });
    assert.deepEqual(
      drawing.nodes.filter(({ isMissing }) => isMissing),
      [],
    );
    assert.equal(box(drawing, 'b').detail, 'not in this file');
  });

  it('draws circles, broken YAML and what is half typed', () => {
    assert.deepEqual(
      lines(
        drawn('services:\n  a: { image: x, depends_on: [b] }\n  b: { image: x, depends_on: [a] }\n  c: { image: x, depends_on: [c] }\n'),
      ),
      ['a --> b', 'b --> a', 'c --> c'],
    );
    for (const text of [
      'services:\n',
      'services: [1, 2]\n',
      'services:\n  a:\n    build: x\n  b: {image: y\n',
      'services:\n  a: &a { image: x, <<: *a }\n',
      'services:\n  ? [a]\n  : { image: x }\n',
    ])
      assert.doesNotThrow(() => drawn(text), text);
    assert.deepEqual(
      drawn('services:\n  a:\n  b: { image: x, ports: }\n').nodes.map(({ label }) => label),
      ['a', 'b'],
    );
  });

  it('answers at once for five hundred services, and says what it left out', () => {
    const services = Array.from(
      { length: 500 },
      (_, index) =>
        `  s${index}: { image: x, depends_on: [s${(index * 7) % 500}, s${(index * 3) % 500}], ports: ["${index + 1}:80"], volumes: ["v${index}:/v"] }\n`,
    );
    const drawing = drawn(`services:\n${services.join('')}`);
    assert.equal(drawing.nodes.length, 120);
    assert.ok(drawing.edges.length <= 240);
    assert.match(drawing.remarks?.[0] ?? '', /^Only 120 of \d+ are drawn/);
  });
});

const order = ['a ==x b', 'a ==x n', 'a ==x m', 'a =/v=x vol', 'gone/Dockerfile =build=x a'];
