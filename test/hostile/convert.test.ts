import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { composeServices, toDockerRun } from '../../server/convert/doors.ts';
import { toKubernetes } from '../../server/convert/kubernetes/convert.ts';
import { createTags, toPlain } from '../../server/convert/plain.ts';
import { asOneFile } from '../../server/convert/kubernetes/present.ts';
import { fromRun, serviceAsFile } from '../../server/convert/run/from-run.ts';
import { writeYaml } from '../../server/convert/write/yaml.ts';
import { lintWorkspace } from '../../server/lint-workspace.ts';
import { parseYamlFile } from '../../server/yaml/parse.ts';

const stacks = readdirSync('test/server/convert/stacks').map((name) =>
  readFileSync(`test/server/convert/stacks/${name}/compose.yaml`, 'utf8'),
);
const odd = [
  '',
  'null',
  '[]',
  '{}',
  '"\\0"',
  '"a\\nb: c"',
  '- x',
  '${X:-${Y}}',
  '$$(x)',
  '*x',
  '&x y',
  '!reset',
  '9'.repeat(400),
  '"\\u2028"',
  '한글',
  '~',
  '-1',
  '1e9',
  ': : :',
  '"# y"',
  'a/b@c',
  '../../x',
  '"\'"',
];

let seed = 815;
const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;

/** A stack with some values replaced by odd ones, lines lost and names damaged. */
function damaged(text: string): string {
  const lines = text.split('\n').flatMap((line) => {
    const what = random(40);
    if (what === 0) return [];
    if (what === 1) return [line.replace(/:.*$/, `: ${pick(odd)}`)];
    if (what === 2) return [line.replace(/- .*$/, `- ${pick(odd)}`)];
    if (what === 3) return [line, line];
    if (what === 4) return [line.replace(/[\w-]+:/, `${JSON.stringify(pick(odd))}:`)];
    return [line];
  });
  return lines.join('\n');
}

function check(text: string): void {
  const source = {
    files: [{ path: 'compose.yaml', text }],
    read: () => pick([null, undefined, 'A=1\nPASSWORD="x', '\0', 'services: {web: {extends: {file: common.yaml}}}']),
  };
  const conversion = toKubernetes(source, 'ko');
  const log: string[] = [];
  const { files } = lintWorkspace(conversion.files, {}, (message) => void log.push(message));
  const errors = files.flatMap(({ path, findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${path} ${rule}: ${message}`),
  );
  assert.deepEqual(errors, [], text);
  assert.deepEqual(log, []);
  for (const { source: read } of parseYamlFile(asOneFile(conversion, { name: text.slice(0, 50) }, 'en')).documents)
    assert.equal(read.ast.errors.length, 0);
  for (const service of composeServices(source)) toDockerRun(source, service, 'en');
}

describe('converting hostile Compose files', () => {
  it('never throws, and gives manifests that the API server takes', function () {
    this.timeout(60_000);
    for (let round = 0; round < 150; round++) check(damaged(pick(stacks)));
  });
  it('takes time that grows with the file', () => {
    const time = (count: number): number => {
      const text = `services:\n${Array.from({ length: count }, (_, at) => `  s${at}:\n    image: x:1\n    environment: { A_PASSWORD: secret-${at}-x, B: "s${at - 1}:80" }\n    volumes: ["v:/x"]\n`).join('')}`;
      const start = performance.now();
      toKubernetes({ files: [{ path: 'compose.yaml', text }], read: () => null }, 'en');
      return performance.now() - start;
    };
    time(50);
    const small = Math.max(20, time(100));
    assert.ok(time(1000) < small * 60);
  });
  it('writes no key that YAML does not take', () => {
    for (const name of ['a'.repeat(2000), '\uD800'.repeat(180)]) {
      const read = fromRun(`docker run -e ${name}=b -v ${name}:/x -l ${name}=c alpine`, 'en');
      assert.ok('service' in read);
      assert.deepEqual(parseYamlFile(writeYaml(serviceAsFile(read))).documents[0]!.source.ast.errors, []);
    }
  });
  it('reads what holds itself once', () => {
    const tags = createTags();
    const { ast } = parseYamlFile('&me\n  again: *me\n  list: &them [*them, *me]\n').documents[0]!.source;
    assert.deepEqual(JSON.parse(JSON.stringify(toPlain(ast, tags))), { again: null, list: [null, null] });
  });
  it('follows no endless aliases', () => {
    const bomb = `x-a: &a [1,2]\n${Array.from(
      { length: 30 },
      (_, at) =>
        `x-${at}: &b${at} [${Array(9)
          .fill(at === 0 ? '*a' : `*b${at - 1}`)
          .join(', ')}]\n`,
    ).join('')}services: { web: { image: x, command: *b29 } }\n`;
    const start = performance.now();
    check(bomb);
    assert.ok(performance.now() - start < 5000);
  });
});
