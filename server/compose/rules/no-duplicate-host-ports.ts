import { isScalar } from 'yaml';
import { defineRule, type Violation } from '../../rule.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { nodeAt, textsAt } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { placeOf, portsOf, variable, type Port } from '../review/ports.ts';
import { resourceOf, servicesOf } from '../services.ts';
import { has, valueAt, type Reviewed } from '../review/service.ts';

/** A port of the host that a service takes. */
interface Claim {
  readonly service: Reviewed;
  readonly port: Port;
  readonly profiles: readonly string[];
  /** Any free port of the range is taken, so two such ranges may still get along. */
  readonly isChoice: boolean;
}

/** How many ports of a document, and claims to one port, are looked at. */
const limits = { ports: 300_000, claims: 20 };

export const noDuplicateHostPorts = defineRule<ComposeModel, { readonly ranges: boolean }>({
  id: 'compose/no-duplicate-host-ports',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['dclint:no-duplicate-exported-ports'],
  message: {
    ko: '호스트의 {port}번 포트는 `{other}` 서비스가 이미 씁니다. 다른 번호로 바꾸세요.',
    en: 'The service `{other}` has port {port} of the host already. Choose another one.',
  },
  variants: {
    range: {
      ko: '{port}번 포트가 `{other}` 서비스의 포트 범위와 겹칩니다. 겹치지 않는 번호로 바꾸세요.',
      en: 'Port {port} lies in a range of the service `{other}` too. Choose ports that do not overlap.',
    },
    scale: {
      ko: '컨테이너 {count}개가 호스트의 {port}번 포트 하나를 쓸 수는 없습니다. 호스트 포트를 빼거나 범위로 적으세요.',
      en: '{count} containers cannot share port {port} of the host. Leave the port of the host out, or write a range.',
    },
  },
  why: {
    ko: '한 포트는 한 컨테이너만 가질 수 있습니다. 나중에 뜨는 컨테이너는 `port is already allocated` 오류로 시작하지 못합니다.',
    en: 'One port goes to one container. The one that comes later fails with `port is already allocated`.',
  },
  note: 'compose/service#ports',
  options: { ranges: false },
  optionsInAll: { ranges: true },
  check: perDocument((document, report, { ranges }) => {
    const claims = new Map<string, Claim[]>();
    let left = limits.ports;
    for (const found of servicesOf(document)) {
      const service: Reviewed = { ...found, document };
      if (valueAt(service, ['network_mode']) === 'host') continue;
      const profiles = textsAt(document.source.ast, service.node, ['profiles']);
      for (const port of portsOf(service)) {
        const at = placeOf(service, port);
        const { published, target } = port;
        if (!at || !published) continue;
        const size = published.end - published.start;
        left -= size + 1;
        if (left < 0) return;
        const isChoice = size > 0 && target?.start === target?.end;
        if (isChoice && !ranges) continue;
        const claim: Claim = { service, port, profiles, isChoice };
        const violation = sharing(claim, claims) ?? scaled(claim);
        if (violation) report({ at, resource: resourceOf(service), ...violation });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "8080:80"\n  api:\n    build: .\n    ports:\n      - «"127.0.0.1:8080:3000"»\n',
      },
      {
        text: 'services:\r\n  a:\r\n    image: a:1\r\n    ports: ["9000-9010:9000-9010"]\r\n  b:\r\n    image: b:1\r\n    ports:\r\n      - «target»: 80\r\n        published: "9005"\r\n',
      },
      {
        text: 'services:\n  a:\n    image: a:1\n    ports: ["8093-9000:80"]\n  b:\n    image: b:1\n    ports: [«8094:5432»]\n',
        options: { ranges: true },
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    scale: 3\n    ports:\n      - «"8080:80"»\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    ports: ["8080:80", "8080:80/udp", "8080"]\n  api:\n    build: .\n    ports: ["8081:80", "8081:80", "8080", "$PORT:80", "$PORT:81"]\n',
      // other addresses, other profiles
      'services:\n  a:\n    image: a:1\n    ports: ["127.0.0.1:80:80"]\n  b:\n    image: b:1\n    ports: ["127.0.0.2:80:80"]\n  c:\n    image: c:1\n    profiles: [debug]\n    ports: ["80:80"]\n',
      'services:\n  a:\n    image: a:1\n    scale: 2\n    ports: ["8080-8090:80"]\n  b:\n    image: b:1\n    ports: ["8085:80"]\n',
    ],
  },
});

/** What to say where an earlier claim stands against this one; the claim is noted for later ones. */
function sharing(claim: Claim, claims: Map<string, Claim[]>): Omit<Violation, 'at'> | undefined {
  const { published, protocol } = claim.port;
  if (!published) return undefined;
  let found: Omit<Violation, 'at'> | undefined;
  for (let port = published.start; port <= published.end; port++) {
    const key = `${port}/${protocol}`;
    const earlier = claims.get(key) ?? [];
    const other = found ? undefined : earlier.find((one) => collide(one, claim));
    if (earlier.length === 0) claims.set(key, [claim]);
    else if (earlier.length < limits.claims) earlier.push(claim);
    if (!other) continue;
    const place = placeOf(other.service, other.port);
    found = {
      ...(claim.isChoice || other.isChoice ? { variant: 'range' } : {}),
      data: { port: String(port), other: other.service.name },
      ...(place ? { related: [{ message: { ko: '먼저 쓰는 곳', en: 'Taken here' }, at: place }] } : {}),
    };
  }
  return found;
}

function collide(a: Claim, b: Claim): boolean {
  // The same text twice in one list is an error of its own.
  if (a.service === b.service && isScalar(a.port.node) && isScalar(b.port.node) && a.port.node.source === b.port.node.source) return false;
  // Services of different profiles are not meant to run together.
  const isApart = a.profiles.length + b.profiles.length > 0 && !a.profiles.some((profile) => b.profiles.includes(profile));
  const isOneAddress = a.port.ip === b.port.ip || isAny(a.port.ip) || isAny(b.port.ip);
  return !isApart && isOneAddress && a.port.ip !== variable && b.port.ip !== variable;
}

function isAny(ip: string | undefined): boolean {
  return ip === undefined || ip === '' || ip === '0.0.0.0' || ip === '::';
}

function scaled({ service, port }: Claim): Omit<Violation, 'at'> | undefined {
  const count = Number(valueAt(service, ['scale']) ?? 1);
  const { published } = port;
  if (!published || !(count > 1) || published.end > published.start || has(service, ['deploy', 'mode'])) return undefined;
  if (!nodeAt(service.document.source.ast, service.node, ['scale'])) return undefined;
  return { variant: 'scale', data: { count: String(count), port: String(published.start) } };
}
