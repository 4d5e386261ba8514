import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseEquivalents } from '../../content/compiler/equivalents.ts';
import { schema as composeSchema } from '../../server/compose/schema.ts';
import { flagNamed } from '../../server/convert/run/flags.ts';
import { counterparts } from '../../server/counterparts.ts';
import { schema } from '../../server/kubernetes/schema.ts';
import { library } from '../../server/library.ts';

const problems: string[] = [];
const entries = parseEquivalents(
  { path: 'equivalents.yaml', text: readFileSync('content/equivalents.yaml', 'utf8') },
  (problem) => void problems.push(problem),
);

describe('the table of what means the same', () => {
  it('has no mistakes', () => assert.deepEqual(problems, []));
  it('is in the content', () => assert.deepEqual(library.equivalents(), entries));

  it('names places that the Compose schema has', () => {
    for (const place of entries.flatMap(({ compose }) => compose)) {
      const found = composeSchema.at(place.split('.').map((step) => (step === '*' ? 'some_name' : step)));
      assert.ok(found, place);
    }
  });

  it('names flags that `docker run` has', () => {
    for (const flag of entries.flatMap(({ run = [] }) => run)) assert.ok(flagNamed(flag.slice(2)), flag);
  });

  it('names fields and kinds that Kubernetes has', () => {
    const kinds = new Set(schema.kindsOf().map(({ kind }) => kind));
    const types = ['core/v1', 'apps/v1', 'meta/v1', 'networking.k8s.io/v1', 'batch/v1'];
    for (const name of entries.flatMap(({ kubernetes = [] }) => kubernetes)) {
      const [type = '', field] = name.split('#');
      if (field === undefined) assert.ok(kinds.has(type), name);
      else {
        const found = types.map((group) => schema.type(`${group}/${type}`)).find((each) => each !== undefined);
        assert.ok(found && schema.field(found, field), name);
      }
    }
  });

  it('names the flag of every key that the converter knows', () => {
    const told = new Map(entries.flatMap(({ compose, run = [] }) => compose.map((place) => [place, run] as const)));
    for (const [place, run] of told)
      for (const flag of run) {
        const key = flagNamed(flag.slice(2))?.key;
        if (key !== undefined && place.split('.').length === 3)
          assert.ok(
            run.some((each) => flagNamed(each.slice(2))?.key === place.split('.')[2]),
            place,
          );
      }
  });

  it('tells mistakes', () => {
    const told: string[] = [];
    const text = '- compose: [servces.*]\n  kubernetes: [deployment]\n  remark: { ko: en, en: "" }\n- { compose: [name] }\n- 1\n';
    assert.deepEqual(
      parseEquivalents({ path: 'x', text }, (problem) => void told.push(problem)),
      [],
    );
    assert.equal(told.length, 6, told.join('\n'));
  });
});

describe('counterparts', () => {
  it('are told of a place in Compose', () =>
    assert.equal(
      counterparts(library, { compose: 'services.*.working_dir' }, 'en'),
      'The same elsewhere: `docker run --workdir` · Kubernetes `Container.workingDir`',
    ));
  it('are told of a field of Kubernetes', () =>
    assert.match(counterparts(library, { kubernetes: 'Container#args' }, 'ko') ?? '', /^같은 뜻: Compose `command` — 이름이 엇갈립니다/));
  it('are not made up', () => {
    assert.equal(counterparts(library, { compose: 'services.*.x-mine' }, 'en'), undefined);
    assert.equal(counterparts(library, { kubernetes: 'Container#resizePolicy' }, 'en'), undefined);
  });
});
