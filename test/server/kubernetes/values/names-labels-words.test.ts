import assert from 'node:assert/strict';
import { schema } from '../../../../server/kubernetes/schema.ts';
import { serviceNameFacts, statefulNameFacts } from '../../../../server/kubernetes/values/dns-name.ts';
import { keyFacts } from '../../../../server/kubernetes/values/labels.ts';
import { meaningFacts } from '../../../../server/kubernetes/values/meanings.ts';
import { podMeanings } from '../../../../server/kubernetes/values/meanings/pods.ts';
import { resourceMeanings } from '../../../../server/kubernetes/values/meanings/resources.ts';
import { nodePortFacts, portFacts, targetFacts } from '../../../../server/kubernetes/values/ports.ts';
import { apiGroupFacts, resourceFacts, verbFacts } from '../../../../server/kubernetes/values/rbac.ts';
import { selectorFacts } from '../../../../server/kubernetes/values/selector.ts';
import { utilizationFacts } from '../../../../server/kubernetes/values/utilization.ts';
import { mentions, says } from './saying.ts';

describe('kubernetes values: names, labels, words', () => {
  it('a Service has names in DNS', () => {
    const service = { name: 'web', namespace: 'shop', type: undefined, isHeadless: false, externalName: undefined };
    mentions(serviceNameFacts(service), /`web\.shop\.svc\.cluster\.local` → 가상 IP 하나/, /→ one virtual IP/);
    mentions(
      serviceNameFacts({ ...service, namespace: undefined, isHeadless: true }),
      /web\.<namespace>\.svc.*Pod들의 IP/,
      /IPs of its Pods/,
    );
    mentions(
      serviceNameFacts({ ...service, type: 'ExternalName', externalName: 'db.example.com' }),
      /CNAME `db\.example\.com`/,
      /CNAME `db/,
    );
    mentions(statefulNameFacts('db', 'db-headless', 'shop'), /`db-0\.db-headless\.shop\.svc\.cluster\.local`/, /`db-0/);
  });

  it('well-known keys are known', () => {
    mentions(keyFacts('app.kubernetes.io/name'), /이름/, /name/);
    mentions(keyFacts('topology.kubernetes.io/zone'), /영역/, /zone/);
    assert.equal(keyFacts('pod-security.kubernetes.io/enforce').length, 1);
    mentions(keyFacts('pod-security.kubernetes.io/enforce', 'restricted'), /`restricted` — /, /`restricted` — /);
    mentions(keyFacts('pod-security.kubernetes.io/warn-version'), /버전/, /version/);
    for (const key of ['app', 'constructor', 'pod-security.kubernetes.io/toString']) says(keyFacts(key));
  });

  it('words of fields are explained', () => {
    mentions(meaningFacts('PersistentVolumeClaimSpec#accessModes', 'ReadWriteOnce'), /`RWO`/, /`RWO`/);
    mentions(meaningFacts('HostPathVolumeSource#type', ''), /`""` —/, /`""` —/);
    says(meaningFacts('PodSpec#restartPolicy', 'toString'));
    says(meaningFacts('Nope#field', 'x'));
  });

  it('explain only fields and values that the schema has', () => {
    const kinds = schema.kindsOf().flatMap(({ type }) => schema.type(type) ?? []);
    const types = new Map<string, (typeof kinds)[number][]>();
    const seen = new Set<string>();
    const visit = (type: (typeof kinds)[number]): void => {
      if (seen.has(type.id)) return;
      seen.add(type.id);
      types.set(type.name, [...(types.get(type.name) ?? []), type]);
      for (const field of schema.fieldsOf(type)) {
        const inner = schema.typeOf(field);
        if (inner) visit(inner);
      }
    };
    kinds.forEach(visit);
    for (const [place, values] of Object.entries({ ...podMeanings, ...resourceMeanings })) {
      const [type = '', field = ''] = place.split('#');
      const fields = (types.get(type) ?? []).flatMap((candidate) => schema.field(candidate, field) ?? []);
      assert.ok(fields.length > 0, place);
      const allowed = fields.flatMap((each) => {
        const inner = schema.valueOf(each);
        return inner.kind === 'object' ? [] : (inner.enum ?? []);
      });
      if (allowed.length > 0 && !place.includes('Operator') && type !== 'LabelSelectorRequirement')
        for (const value of Object.keys(values)) assert.ok(allowed.includes(value), `${place}: ${value}`);
    }
  });

  it('ports are known by number, by name, and by who has them', () => {
    mentions(portFacts('5432'), /PostgreSQL/, /usually PostgreSQL/);
    says(portFacts('12345'));
    const declared = [
      { owner: 'Deployment/web', name: 'http', port: '8080' },
      { owner: 'Deployment/web', name: 'metrics', port: '9090' },
    ];
    says(targetFacts('http', declared), ['`http` = `Deployment/web`의 포트 `8080`', '`http` = port `8080` of `Deployment/web`']);
    says(targetFacts('9090', declared), ['`Deployment/web`의 포트 `9090`', 'Port `9090` of `Deployment/web`']);
    mentions(targetFacts('https', declared), /있는 이름: `http`, `metrics`/, /There is `http`, `metrics`/);
    says(targetFacts('1', declared));
    says(targetFacts('http', []));
    mentions(nodePortFacts('30080'), /모든 노드/, /every node/);
    mentions(nodePortFacts('80'), /30000–32767/, /30000–32767/);
  });

  it('selectors say what they select', () => {
    const candidates = [{ name: 'Deployment/web', labels: new Map([['app', 'web']]) }];
    const test = (value: string): { isEmpty: boolean; matches(labels: ReadonlyMap<string, string>): boolean } => ({
      isEmpty: false,
      matches: (labels) => labels.get('app') === value,
    });
    says(selectorFacts(test('web'), candidates), ['지금 고르는 것: `Deployment/web`', 'Selects now: `Deployment/web`']);
    mentions(selectorFacts(test('api'), candidates), /맞는 것이 없습니다/, /not the one candidate/);
    says(selectorFacts(test('api'), []));
    mentions(selectorFacts({ isEmpty: true, matches: () => true }, candidates), /모두 고릅니다/, /everything/);
    mentions(selectorFacts({ isEmpty: true, matches: () => true }, candidates, 'nothing'), /아무 Pod도/, /no Pods/);
  });

  it('rules of RBAC are explained', () => {
    const kinds = schema.kindsOf();
    mentions(verbFacts('*'), /모든 동작/, /Everything/);
    says(verbFacts('toString'));
    mentions(apiGroupFacts('', kinds), /코어 그룹/, /core group/);
    mentions(apiGroupFacts('v1', kinds), /버전을 적지 않습니다/, /no version/);
    mentions(apiGroupFacts('apps', kinds), /`Deployment`/, /`Deployment`/);
    says(resourceFacts('pods', [''], kinds), ['`pods` — `Pod`', '`pods` — `Pod`']);
    mentions(resourceFacts('pods/exec', [''], kinds), /명령을 실행/, /Commands inside/);
    mentions(resourceFacts('deployments', [''], kinds), /필요한 것: `apps`/, /needs `apps`/);
    mentions(resourceFacts('Deployment', ['apps'], kinds), /`deployments`/, /`deployments`/);
    says(resourceFacts('widgets', ['example.com'], kinds));
  });

  it('a target in per cent is worked out', () => {
    mentions(utilizationFacts('70', 'cpu', [{ container: 'app', request: '200m' }]), /`140m`/, /`140m` a Pod/);
    mentions(utilizationFacts('50', 'memory', [{ container: 'app', request: '1Gi' }]), /`512Mi`/, /`512Mi`/);
    mentions(utilizationFacts('70', 'cpu', [{ container: 'app', request: undefined }]), /계산할 수 없습니다/, /cannot be worked out/);
    assert.equal(utilizationFacts('70', 'cpu', undefined).length, 1);
    says(utilizationFacts('x', 'cpu', undefined));
  });
});
