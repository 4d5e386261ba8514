import assert from 'node:assert/strict';
import { imagePage, parseImage } from '../../server/image.ts';

describe('image references', () => {
  it('are taken apart', () => {
    for (const [text, registry, repository, tag, digest] of [
      ['nginx', undefined, 'nginx', undefined, undefined],
      ['nginx:1.30', undefined, 'nginx', '1.30', undefined],
      ['bitnami/redis:7', undefined, 'bitnami/redis', '7', undefined],
      ['ghcr.io/team/app:v1', 'ghcr.io', 'team/app', 'v1', undefined],
      ['localhost/app', 'localhost', 'app', undefined, undefined],
      ['localhost:5000/team/app', 'localhost:5000', 'team/app', undefined, undefined],
      ['nginx@sha256:abc', undefined, 'nginx', undefined, 'sha256:abc'],
      ['nginx:1.30@sha256:abc', undefined, 'nginx', '1.30', 'sha256:abc'],
    ] as const) {
      assert.deepEqual(parseImage(text), { registry, repository, tag, digest }, text);
    }
  });

  it('are none where a variable, a space or nothing stands', () => {
    for (const text of ['', '$IMAGE', '${IMAGE}:1', '{{ .Values.image }}', 'a b', ':1', 'ghcr.io/'])
      assert.equal(parseImage(text), undefined, text);
  });

  it('have a page on Docker Hub, or none', () => {
    for (const [text, page] of [
      ['nginx:1.30', 'https://hub.docker.com/_/nginx'],
      ['docker.io/library/nginx', 'https://hub.docker.com/_/nginx'],
      ['bitnami/redis', 'https://hub.docker.com/r/bitnami/redis'],
      ['ghcr.io/a/b', undefined],
      ['scratch', undefined],
      ['a/b/c', undefined],
      ['Nginx', undefined],
      ['nginx"onclick', undefined],
    ] as const) {
      assert.equal(imagePage(text), page, text);
    }
  });

  it('are read in linear time', () => {
    const started = performance.now();
    for (const text of [
      'a'.repeat(1_000_000),
      'a-'.repeat(500_000),
      'a/'.repeat(500_000),
      'a:'.repeat(500_000),
      `${'a_'.repeat(500_000)}!`,
    ])
      imagePage(text);
    assert.ok(performance.now() - started < 2000);
  });
});
