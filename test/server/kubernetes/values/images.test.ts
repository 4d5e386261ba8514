import assert from 'node:assert/strict';
import { defaultPullPolicy, imageFacts } from '../../../../server/kubernetes/values/image.ts';
import { parseImage } from '../../../../server/image.ts';
import { mentions, says } from './saying.ts';

describe('kubernetes values: images', () => {
  const policy = (text: string): string | undefined => {
    const image = parseImage(text);
    return image && defaultPullPolicy(image);
  };
  it('are pulled by their tag', () => {
    assert.equal(policy('nginx'), 'Always');
    assert.equal(policy('nginx:latest'), 'Always');
    assert.equal(policy('nginx:1.30'), 'IfNotPresent');
    assert.equal(policy(`nginx@sha256:${'a'.repeat(64)}`), 'IfNotPresent');
  });
  it('are taken apart', () => {
    says(
      imageFacts('ghcr.io/o/app:1.2', undefined),
      ['`ghcr.io`의 `o/app`, 태그 `1.2`', '`o/app` of `ghcr.io`, tag `1.2`'],
      ['`imagePullPolicy`가 없어 `IfNotPresent`', 'No `imagePullPolicy`, so `IfNotPresent`'],
    );
    mentions(imageFacts('node:16-alpine', undefined), /2023-09-11에 끝났습니다/, /ended on 2023-09-11/);
    mentions(imageFacts('nginx', 'IfNotPresent'), /옛 `latest`/, /old `latest`/);
    says(imageFacts('$(IMAGE)', undefined));
  });
});
