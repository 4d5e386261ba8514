import assert from 'node:assert/strict';
import { schema } from '../../../server/compose/schema.ts';
import type { Shape } from '../../../server/compose/schema/schema.ts';

describe('the Compose schema', () => {
  const at = (...path: readonly (string | number)[]) => schema.at(path);

  it('finds what stands at a path', () => {
    assert.equal(at('services', 'web', 'healthcheck', 'interval')?.place, 'services.*.healthcheck.interval');
    assert.equal(at('services', 'web', 'healthcheck', 'interval')?.owner?.name, 'healthcheck');
    assert.equal(at('services', 'web', 'healthcheck', 'interval')?.shape.format, 'duration');
    assert.equal(at('services', 'web', 'ports', 0, 'target')?.place, 'services.*.ports[].target');
    assert.equal(at('services', 'web', 'deploy', 'resources', 'limits', 'memory')?.shape.format, 'bytes');
    assert.equal(at('networks', 'back', 'driver')?.owner?.name, 'network');
    assert.equal(at('services', 'web')?.name, 'web');
    assert.equal(at('services', 'web', 'depends_on', 'db', 'condition')?.required, true);
    assert.deepEqual(at()?.shape.map?.name, 'compose');
  });

  it('says nothing of what it does not know', () => {
    for (const path of [
      ['helicopters'],
      ['x-more', 'a'],
      ['services', 'web', 'x-note'],
      ['services', 'web', 'image', 'a'],
      ['services', 0],
      ['constructor'],
    ])
      assert.equal(schema.at(path), undefined, path.join('.'));
    assert.equal(schema.shape('constructor'), undefined);
  });

  it('has both forms of keys, and what the package lacks', () => {
    const build = at('services', 'web', 'build')?.shape;
    assert.deepEqual(build?.scalars, ['string']);
    assert.ok(['provenance', 'sbom', 'no_cache_filter', 'context'].every((key) => build.map?.keys.has(key)));
    assert.ok(at('services', 'web', 'develop', 'watch', 0, 'initial_sync'));
    assert.ok(at('services', 'web', 'pre_start', 0, 'per_replica'));
    assert.deepEqual(at('services', 'web', 'depends_on', 'db', 'condition')?.shape.enum, [
      'service_started',
      'service_healthy',
      'service_completed_successfully',
    ]);
    assert.deepEqual(at('services', 'web', 'restart')?.shape.known, ['no', 'always', 'on-failure', 'unless-stopped']);
  });

  it('has a text for nearly every key of a service, each a sentence on one line', () => {
    const keys = [...(schema.shape('service')?.map?.keys ?? [])];
    assert.ok(keys.length > 85);
    const texts = keys.map(([, { description }]) => description);
    assert.ok(texts.filter((text) => text === undefined).length < 8);
    for (const text of texts) if (text !== undefined) assert.match(text, /^[^a-z\n][^\n]*[.!?)]$/);
  });

  it('ends everywhere', () => {
    let count = 0;
    const visit = (shape: Shape, depth: number): void => {
      assert.ok(depth < 20);
      count++;
      for (const inner of shape.map?.keys.values() ?? []) visit(inner, depth + 1);
      if (shape.map?.others) visit(shape.map.others, depth + 1);
      if (shape.list) visit(shape.list.items, depth + 1);
    };
    visit(schema.root(), 0);
    assert.ok(count > 400);
  });
});
