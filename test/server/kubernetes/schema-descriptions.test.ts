import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clean } from '../../../server/kubernetes/schema/generate/texts.mts';
import { createDescriptions, descriptionOf } from '../../../server/kubernetes/schema/descriptions.ts';
import { shippedDescriptions, shorten } from '../../../server/kubernetes/schema/shipped.ts';
import type { DescriptionsData } from '../../../server/kubernetes/schema/types.ts';
import { schema } from '../../../server/kubernetes/schema.ts';

const texts = JSON.parse(readFileSync('server/kubernetes/schema/descriptions.json', 'utf8')) as DescriptionsData;

function textAt(apiVersion: string, kind: string, ...path: (string | number)[]): string | undefined {
  const resolution = schema.resolve(apiVersion, kind, path);
  return resolution && descriptionOf(resolution);
}

describe('kubernetes descriptions', () => {
  it('belong to the field that they describe', () => {
    assert.match(textAt('v1', 'Pod', 'spec', 'containers') ?? '', /^List of containers belonging to the pod/);
    assert.match(textAt('apps/v1', 'Deployment', 'spec', 'paused') ?? '', /paused/);
    assert.match(textAt('v1', 'Service', 'spec', 'ports', 0, 'targetPort') ?? '', /^Number or name of the port/);
    assert.match(textAt('v1', 'Pod', 'metadata', 'labels', 'app') ?? '', /^Map of string keys and values/);
    assert.match(textAt('v1', 'Pod', 'apiVersion') ?? '', /^APIVersion defines the versioned schema/);
    assert.match(textAt('gateway.networking.k8s.io/v1', 'HTTPRoute', 'spec', 'hostnames') ?? '', /^Hostnames defines a set of hostnames/);
    assert.match(textAt('resource.k8s.io/v1beta1', 'ResourceClaim', 'spec', 'devices') ?? '', /^Devices defines how to request devices/);
  });

  it('describe resources at the empty path', () => {
    assert.match(textAt('v1', 'Pod') ?? '', /^Pod is a collection of containers/);
    assert.match(textAt('apps/v1', 'DaemonSet') ?? '', /^DaemonSet represents/);
  });

  it('are parsed when the first is needed', () => {
    let asked = 0;
    const of = createDescriptions(() => {
      asked += 1;
      return '["","first"]';
    });
    const owner = { id: 'x/v1/X', name: 'X', fields: new Map(), description: 1 };
    assert.equal(asked, 0);
    assert.deepEqual(
      [of({ owner }), of({ owner: { ...owner, description: 0 } }), of({ owner: { ...owner, description: 7 } })],
      ['first', undefined, undefined],
    );
    assert.equal(of({ owner: { ...owner, text: 'its own' } }), 'its own');
    assert.equal(asked, 1);
  });

  it('are clean', () => {
    for (const text of texts) {
      assert.ok(
        !/Possible enum values|\\\*|<\/?(?:gateway|br|p|b|i|a|code)\b|\r|git\.k8s\.io\/community\/contributors\/devel/.test(text),
        text,
      );
      assert.equal(text, text.trim());
    }
    assert.equal(new Set(texts).size, texts.length);
  });

  describe('clean', () => {
    it('leaves out values, marks of generators and conventions', () => {
      assert.equal(clean('Kind of it.\n\nPossible enum values:\n - `"A"` is one'), 'Kind of it.');
      assert.equal(clean('Port.\n\n<gateway:experimental>\n'), 'Port.');
      assert.equal(
        clean('Metadata. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata'),
        'Metadata.',
      );
      assert.equal(
        clean('Volume. More info: https://kubernetes.io/docs/concepts/storage/volumes#nfs'),
        'Volume. More info: https://kubernetes.io/docs/concepts/storage/volumes#nfs',
      );
    });

    it('makes code of what Markdown would read otherwise', () => {
      assert.equal(clean(`'*' is all, "*.example.com" some.`), '`*` is all, `*.example.com` some.');
      assert.equal(clean('Must be <plural>.<group> or `<name>`.'), 'Must be `<plural>`.`<group>` or `<name>`.');
    });
  });

  describe('shorten', () => {
    it('keeps whole sentences', () => {
      assert.equal(shorten('One. Two. Three.', 16), 'One. Two. Three.');
      assert.equal(shorten('One. Two. Three.', 10), 'One. Two. …');
      assert.equal(shorten('Ports, e.g. 80, are open. Others are not.', 30), 'Ports, e.g. 80, are open. …');
      assert.equal(shorten('Ports, e.g. 80, are open.', 15), 'Ports, e.g. 80, …');
      assert.equal(shorten('It is `a. b` or more. End.', 15), 'It is `a. b` or …');
      assert.equal(shorten('It is `a. b c d e` or more. End.', 12), 'It is …');
    });

    it('stands any text', () => {
      assert.equal(shorten('x'.repeat(50), 10), `${'x'.repeat(10)} …`);
      assert.ok(shorten('. '.repeat(100_000), 400).length < 410);
      assert.ok(shorten('a.`'.repeat(10_000), 400).length < 410);
    });
  });

  describe('of what ships', () => {
    const none = shippedDescriptions(schema, texts, () => false);
    const place = (apiVersion: string, kind: string, ...path: string[]) =>
      schema.resolve(apiVersion, kind, path)?.fieldInfo?.description ?? 0;

    it('keep their places', () => {
      assert.equal(none.length, texts.length);
      assert.match(none[place('v1', 'Pod', 'spec', 'nodeSelector')] ?? '', /^NodeSelector is a selector .* …$/);
      assert.ok(none[place('v1', 'Pod', 'spec', 'tolerations')]);
    });

    it('leave out statuses and kinds that are gone', () => {
      assert.equal(none[place('v1', 'Pod', 'status', 'podIP')], '');
      assert.equal(none[place('extensions/v1beta1', 'Ingress', 'spec', 'backend')], '');
    });

    it('leave out what a note covers: its field or the type of its value', () => {
      const covered = shippedDescriptions(schema, texts, (id) => id === 'kubernetes/PodSpec#tolerations' || id === 'kubernetes/Affinity');
      assert.equal(covered[place('v1', 'Pod', 'spec', 'tolerations')], '');
      assert.equal(covered[place('v1', 'Pod', 'spec', 'affinity')], '');
      assert.ok(covered[place('v1', 'Pod', 'spec', 'nodeSelector')]);
    });

    it('are short', () => {
      for (const text of none) assert.ok(text.length <= 403, text);
    });
  });
});
