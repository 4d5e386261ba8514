import { defineRule, type RuleOptions } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { byKey } from '../wires/by-key.ts';
import { perResource } from '../wires/check.ts';
import { plainAt, plainList, plainText } from '../wires/plain.ts';
import { nameOf, seeAlso, spanOf } from '../wires/report.ts';
import { areSame, standsAfter, surelyMeet } from '../wires/together.ts';
import type { Resource } from '../wires/types.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

const ingressKey = 'networking.k8s.io/Ingress';
const withRoute = byKey((resource) => routesOf(resource).map(({ key }) => key));

export const noDuplicateIngressPath = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/no-duplicate-ingress-path',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: 'Ingress `{other}`에 호스트 `{host}`의 경로 `{path}` 규칙이 이미 있습니다. 하나만 남기세요.',
    en: 'Ingress `{other}` already has a rule for the path `{path}` of the host `{host}`. Keep one of them.',
  },
  variants: {
    same: {
      ko: '이 Ingress에 호스트 `{host}`의 경로 `{path}` 규칙이 두 번 있습니다. 하나만 남기세요.',
      en: 'This Ingress has two rules for the path `{path}` of the host `{host}`. Keep one of them.',
    },
  },
  why: {
    ko: '같은 호스트와 경로가 두 번 있으면 컨트롤러는 하나만 씁니다. 대개 먼저 만든 쪽이고, 나머지 백엔드로는 요청이 가지 않습니다.',
    en: 'Of two rules for one host and path the controller uses one, mostly the older; the other’s backend gets no requests.',
  },
  note: 'kubernetes/HTTPIngressPath#path',
  url: 'https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model',
  options: {
    // Whether to speak even where the two may belong to different clusters or environments.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options, path, manifest }) => {
    const routes = resource.key === ingressKey ? routesOf(resource) : [];
    const own = { resource, path };
    const seen = new Set<string>();
    for (const route of routes) {
      const isTwice = seen.has(route.key);
      seen.add(route.key);
      const other = isTwice
        ? undefined
        : withRoute(cluster.all(ingressKey), route.key).find(
            (placed) =>
              !areSame(own, placed) &&
              !cluster.isPatch(placed.path) &&
              (options.unsure || placed.path === path || surelyMeet(own, placed)) &&
              standsAfter(cluster, own, placed),
          );
      const written = isTwice || other ? manifest() : undefined;
      if (!written) continue;
      const { document, root } = written;
      const rule = mapsAt(document.source.ast, root, ['spec', 'rules'])[route.rule];
      const map = mapsAt(document.source.ast, rule, ['http', 'paths'])[route.index];
      const node = map && nodeAt(document.source.ast, map, ['path']);
      report({
        at: (node && spanOfNode(document, node)) ?? spanOf(resource.mark),
        ...(other ? {} : { variant: 'same' }),
        data: { host: route.host, path: route.path, other: other ? nameOf(other.resource) : '' },
        ...(other ? { related: [seeAlso(other, { ko: '`{resource}` 매니페스트가 여기에 있습니다.', en: '`{resource}` is here.' })] } : {}),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: old}\nspec:\n  rules:\n    - host: shop.example.com\n      http: {paths: [{path: /, pathType: Prefix}]}\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - host: shop.example.com\n      http:\n        paths:\n          - path: /api\n            pathType: Prefix\n          - path: «/» # 첫 화면\n            pathType: Prefix\n',
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\r\nkind: Ingress\r\nmetadata: {name: web}\r\nspec: {rules: [{http: {paths: [{path: /, pathType: Exact}, {path: «/», pathType: Exact}]}}]}\r\n',
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web, namespace: shop}\nspec: {rules: [{host: a.example.com, http: {paths: [{path: «"/a"», pathType: Prefix}]}}]}\n',
        files: {
          'api.yaml':
            'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: api, namespace: shop}\nspec: {rules: [{host: a.example.com, http: {paths: [{path: /a, pathType: Prefix}]}}]}\n',
        },
      },
    ],
    good: [
      // other hosts, other types, other controllers
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec: {rules: [{host: a.example.com, http: {paths: [{path: /, pathType: Prefix}, {path: /, pathType: Exact}]}}, {host: b.example.com, http: {paths: [{path: /, pathType: Prefix}]}}]}\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: inside}\nspec: {ingressClassName: internal, rules: [{host: a.example.com, http: {paths: [{path: /, pathType: Prefix}]}}]}\n',
      // a share of the requests goes to the new version
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec: {rules: [{http: {paths: [{path: /, pathType: Prefix}]}}]}\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: canary, annotations: {nginx.ingress.kubernetes.io/canary: "true"}}\nspec: {rules: [{http: {paths: [{path: /, pathType: Prefix}]}}]}\n',
      // perhaps of another environment
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec: {rules: [{http: {paths: [{path: /, pathType: Prefix}]}}]}\n',
        files: {
          'a/ingress.yaml':
            'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: api}\nspec: {rules: [{http: {paths: [{path: /, pathType: Prefix}]}}]}\n',
        },
      },
    ],
  },
});

/** A host with a path, and where it stands: the number of its rule, and of its path in there. */
interface Route {
  readonly key: string;
  readonly host: string;
  readonly path: string;
  readonly rule: number;
  readonly index: number;
}

/** What an Ingress routes; nothing for a canary, which shares its routes with another Ingress. */
function routesOf({ object }: Resource): readonly Route[] {
  const annotations = plainAt(object, ['metadata', 'annotations']);
  if (plainText(annotations, ['nginx.ingress.kubernetes.io/canary']) === 'true') return [];
  const controller = plainText(object, ['spec', 'ingressClassName']) ?? plainText(annotations, ['kubernetes.io/ingress.class']);
  return plainList(object, ['spec', 'rules']).flatMap((rule, ruleIndex) => {
    const host = plainText(rule, ['host']) ?? '*';
    return plainList(rule, ['http', 'paths']).map((entry, index): Route => {
      const path = plainText(entry, ['path']) ?? '/';
      return { key: JSON.stringify([controller, host, path, plainText(entry, ['pathType'])]), host, path, rule: ruleIndex, index };
    });
  });
}
