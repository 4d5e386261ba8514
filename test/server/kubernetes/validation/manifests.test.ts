import assert from 'node:assert/strict';
import { lint } from '../../../../server/api.ts';

/** The errors in a manifest: rule and the text at its place. */
async function errorsIn(text: string, path = 'manifest.yaml'): Promise<readonly string[]> {
  const findings = await lint([{ path, text }], { language: 'en' });
  const lines = text.split(/\r?\n/);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ rule, range: { start, end } }) =>
        `${rule.replace('kubernetes/', '')} ${lines[start.line]?.slice(start.character, end.character) ?? ''}`,
    );
}

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n';

describe('kubernetes validation', () => {
  it('says one thing about one mistake', async () => {
    assert.deepEqual(await errorsIn(`${pod}  container:\n    - name: web\n      image: nginx:1.29\n`), ['known-fields container']);
    assert.deepEqual(
      await errorsIn(`${pod}  containers:\n    - name: web\n      image: nginx:1.29\n      livenessProbe:\n        httpget: {port: 80}\n`),
      ['known-fields httpget'],
    );
    assert.deepEqual(await errorsIn('apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  containers: []\n'), [
      'known-fields containers',
    ]);
    assert.deepEqual(await errorsIn('apiVersion: v1\nkind: deployment\nmetadata:\n  name: web\nspec: {}\n'), ['known-kinds deployment']);
    assert.deepEqual(await errorsIn('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: 1\n'), ['field-types 1']);
    assert.deepEqual(
      await errorsIn(
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ntype: kubernetes.io/tls\ndata:\n  tls.crt: "!"\n  tls.key: YQ==\n',
      ),
      ['value-formats "!"'],
    );
  });

  it('goes on after a mistake', async () => {
    const text = `${pod}  restartPolicy: never\n  hostNetwork: "yes"\n  containers:\n    - name: Web\n      image: nginx:1.29\n      ports: {containerPort: 80}\n---\nkind: Service\nmetadata:\n  name: web\n`;
    assert.deepEqual(await errorsIn(text), [
      'allowed-values never',
      'field-types "yes"',
      'value-formats Web',
      'field-types ports',
      'required-fields Service',
    ]);
  });

  it('judges in patches what is written, not what is missing', async () => {
    const text = `${pod}  $setElementOrder/containers: [{name: web}]\n  containers:\n    - name: web\n      imagePullPolicy: always\n      volumeMounts: [{name: data, mountPath: /data}]\n      livenessProbe: {periodSeconds: 5}\n`;
    assert.deepEqual(await errorsIn(text, 'overlays/patch.yaml'), ['allowed-values always']);
  });

  it('looks at what aliases share once, and ends on hostile files', async () => {
    const shared = `${pod}  containers:\n    - {name: a, image: a:1, env: &env [{nam: a}]}\n    - {name: b, image: b:1, env: *env}\n`;
    assert.deepEqual(await errorsIn(shared), ['known-fields nam']);
    const laughs = 'bcdefghij'.split('').map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefghij'[index] ?? ''}`)
          .join(', ')}]\n`,
    );
    await errorsIn(`apiVersion: v1\nkind: Pod\na: &a [x, x]\n${laughs.join('')}spec: {containers: *j}\n`);
    await errorsIn(`${pod}  containers: &c [{name: a, image: a, env: *c}]\n`);
    const wide = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${Array.from({ length: 2000 }, (_, index) => `  k${index}: ${index}\n`).join('')}`;
    assert.equal((await errorsIn(wide)).length, 200);
  });
});
