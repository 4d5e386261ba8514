import { defineRule } from '../../rule.ts';
import { textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { silencedApart } from '../silencers.ts';
import { podPath } from '../workload.ts';

/** An address has something on both sides of its at sign, and a dot after it. */
const address = /^[^\s@]{1,200}@[^\s@.]{1,200}\.[^\s@]{1,200}$/;

export const requiredAnnotations = defineRule<KubernetesModel, { readonly annotations: readonly string[] }>({
  id: 'kubernetes/required-annotations',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:required-annotation-email'],
  message: {
    ko: '`{name}`에 어노테이션 {missing}이(가) 없거나 값이 맞지 않습니다. 적으세요.',
    en: '`{name}` lacks the annotations {missing}, or a value that fits. Write them.',
  },
  why: {
    ko: '문제가 생겼을 때 누구에게 물어야 하는지 매니페스트에서 바로 알 수 있습니다.',
    en: 'When something goes wrong, the manifest itself says whom to ask.',
  },
  note: 'kubernetes/ObjectMeta#annotations',
  options: {
    // Annotations that every workload must have; the value of `email` must be an address.
    annotations: [],
  },
  optionsInAll: { annotations: ['email'] },
  check: perWholeManifest((manifest, report, { annotations }) => {
    const at = ownerSpan(manifest);
    if (!podPath(manifest) || !at) return;
    const { document, root } = manifest;
    const missing = annotations.filter((name) => {
      const value = textAt(document.source.ast, root, ['metadata', 'annotations', name]) ?? '';
      return name === 'email' ? !address.test(value) : value === '';
    });
    const idsOf = (name: string): readonly string[] => (name === 'email' ? ['kube-linter:required-annotation-email'] : []);
    for (const group of silencedApart(manifest, missing, idsOf)) {
      report({
        at,
        data: { name: manifest.name ?? manifest.kind, missing: group.map((name) => `\`${name}\``).join(', ') },
        equivalents: group.flatMap(idsOf),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web»\n  annotations:\n    whois: shop@example.com\nspec: {}\n',
        options: { annotations: ['email'] },
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata: {name: «web», annotations: {email: somebody}}\r\n',
        options: { annotations: ['email'] },
      },
    ],
    good: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations:\n    email: shop@example.com\n    team: shop\nspec: {}\n',
        options: { annotations: ['email', 'team'] },
      },
      // nothing is asked for
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n',
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n',
        options: { annotations: ['email'] },
      },
    ],
  },
});
