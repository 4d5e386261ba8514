import assert from 'node:assert/strict';
import { parseBytes } from '../../../server/compose/values/bytes.ts';
import { parseDuration } from '../../../server/compose/values/duration.ts';
import { readEnvFile, valuesIn } from '../../../server/compose/values/env-file.ts';
import { parseExtraHost } from '../../../server/compose/values/host.ts';
import { hasVariables, parseInterpolation, substitute, variablesIn } from '../../../server/compose/values/interpolation.ts';
import { isCidr, isIp } from '../../../server/compose/values/ip.ts';
import { parseBoolean, parseInteger, parseNumber } from '../../../server/compose/values/numbers.ts';
import { parsePort } from '../../../server/compose/values/port.ts';
import { parseRestart } from '../../../server/compose/values/restart.ts';
import { parseVolume } from '../../../server/compose/values/volume.ts';

describe('values of Compose files', () => {
  it('reads durations', () => {
    assert.equal(parseDuration('1m30s'), 90_000);
    assert.equal(parseDuration('1.5s'), 1500);
    assert.equal(parseDuration('.5s'), 500);
    assert.equal(parseDuration('1h5m30s20ms'), 3_930_020);
    for (const text of ['10', 'abc', '', '1y', '5S', '1h 5m']) assert.equal(parseDuration(text), undefined, text);
  });

  it('reads sizes', () => {
    assert.equal(parseBytes('512m'), 512 * 1024 ** 2);
    assert.equal(parseBytes('1.5GiB'), 1.5 * 1024 ** 3);
    assert.equal(parseBytes('2b'), 2);
    assert.equal(parseBytes('-1'), -1);
    for (const text of ['abc', '', '1ib', '1,5g', 'k', '512MiBs']) assert.equal(parseBytes(text), undefined, text);
  });

  it('reads numbers and truth values', () => {
    assert.equal(parseInteger('010'), 10);
    assert.equal(parseInteger('0x10'), undefined);
    assert.equal(parseNumber('1e2'), 100);
    assert.equal(parseNumber('1_000'), 1000);
    assert.equal(parseBoolean('Yes'), true);
    assert.equal(parseBoolean('off'), false);
    assert.equal(parseBoolean('1'), undefined);
  });

  it('takes ports apart', () => {
    const port = parsePort('127.0.0.1:8080-8081:80-81/udp');
    assert.ok('container' in port);
    assert.deepEqual(
      [port.hostIp, port.host, port.container, port.protocol],
      ['127.0.0.1', { start: 8080, end: 8081 }, { start: 80, end: 81 }, 'udp'],
    );
    assert.deepEqual(
      [port.hostIpSpan, port.hostSpan, port.containerSpan],
      [
        { start: 0, end: 9 },
        { start: 10, end: 19 },
        { start: 20, end: 25 },
      ],
    );
    const six = parsePort('[::1]:6001:6001');
    assert.equal('container' in six && six.hostIp, '::1');
    const random = parsePort('127.0.0.1::5000');
    assert.equal('container' in random && random.host, undefined);
    const problems = {
      '80:': 'container',
      ':x:80': 'host',
      'localhost:80:80': 'ip',
      '80/http': 'protocol',
      '80-90:80-81': 'ranges',
      '70000': 'container',
    };
    for (const [text, problem] of Object.entries(problems)) assert.equal((parsePort(text) as { problem?: string }).problem, problem, text);
  });

  it('takes volumes apart', () => {
    const volume = parseVolume('data:/var/lib:ro,z');
    assert.ok('target' in volume);
    assert.deepEqual(
      [volume.type, volume.source, volume.target, volume.options, volume.readOnly],
      ['volume', 'data', '/var/lib', ['ro', 'z'], true],
    );
    const types = {
      './a:/b': 'bind',
      '~/a:/b': 'bind',
      'C:\\a:D:\\b': 'bind',
      '/b': 'volume',
      '${A}:/b': 'bind',
      '\\\\.\\pipe\\x:\\\\.\\pipe\\y': 'npipe',
    };
    for (const [text, type] of Object.entries(types)) assert.equal((parseVolume(text) as { type?: string }).type, type, text);
    const variables = parseVolume('/tmp:/tmp/${TIME:-12:30:45}/path:ro');
    assert.equal('target' in variables && variables.target, '/tmp/${TIME:-12:30:45}/path');
    const problems = { '': 'empty', '/foo::rw': 'empty-part', 'data:/b:ro:z': 'too-many' };
    for (const [text, problem] of Object.entries(problems))
      assert.equal((parseVolume(text) as { problem?: string }).problem, problem, text);
  });

  it('takes variables apart', () => {
    assert.deepEqual(
      variablesIn('a$A ${B:-x${C}} $$D ${E:?no $F}').map(({ name, span }) => [name, span.start]),
      [
        ['A', 1],
        ['B', 4],
        ['C', 10],
        ['E', 20],
      ],
    );
    assert.equal(hasVariables('$$A $1 $(b)'), false);
    const errors = {
      '${': 'unclosed',
      '${A:-${B}': 'unclosed',
      '${}': 'name',
      '${1}': 'name',
      '${A/b}': 'operator',
      '${A:=b}': 'operator',
    };
    for (const [text, kind] of Object.entries(errors)) assert.equal(parseInterpolation(text).error?.kind, kind, text);
    for (const text of ['$', '$1', '5$', '$(date)', '$$', '${A:-{}}', '${A-${B:-c}}'])
      assert.equal(parseInterpolation(text).error, undefined, text);
  });

  it('fills variables in', () => {
    const values = new Map([
      ['A', 'a'],
      ['EMPTY', ''],
    ]);
    const fill = (text: string) => substitute(text, (name) => values.get(name));
    assert.equal(fill('${A} $$A ${NO:-x$A} ${EMPTY:-y} [${EMPTY-z}] ${A:+set}').text, 'a $A xa y [] set');
    assert.deepEqual(fill('$NO ${EMPTY:?fill it}'), { text: ' ', unset: ['NO'], missing: [{ name: 'EMPTY', message: 'fill it' }] });
  });

  it('reads files of variables', () => {
    const text = '# note\nA=1\nexport B="x\\ny ${A}" # end\r\nC=\'$A\'\nD: plain # note\nE=\nF=a#b\nbroken\n';
    assert.deepEqual(
      [...valuesIn(text)],
      [
        ['A', '1'],
        ['B', 'x\ny 1'],
        ['C', '$A'],
        ['D', 'plain'],
        ['E', ''],
        ['F', 'a#b'],
      ],
    );
    const [first] = readEnvFile(text);
    assert.equal(first && text.slice(first.span.start, first.valueSpan.end), 'A=1');
  });

  it('knows addresses, hosts and restart policies', () => {
    for (const text of ['1.2.3.4', '::1', '2001:db8::1', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8']) assert.ok(isIp(text), text);
    for (const text of ['1.2.3', '256.1.1.1', '01.2.3.4', ':::', '1:2', 'abc', '1:2:3:4:5:6:7:8:9', '1::2::3'])
      assert.ok(!isIp(text), text);
    assert.ok(isCidr('172.28.0.0/16') && isCidr('fd00::/8') && !isCidr('172.28.0.0/33') && !isCidr('172.28.0.0'));
    assert.deepEqual(parseExtraHost('a=[::1]'), { host: 'a', address: '::1' });
    assert.equal(parseExtraHost('a'), undefined);
    assert.deepEqual(parseRestart('on-failure:3'), { policy: 'on-failure', maximum: 3 });
    assert.equal(parseRestart('sometimes'), undefined);
  });

  it('takes hostile texts in time that grows with them', () => {
    for (const piece of ['${', '${A:-', '$', ':', '${A}', '}', 'A="', "A='\n", '1.', '[', '1-']) {
      const text = piece.repeat(20_000);
      const start = performance.now();
      parseInterpolation(text);
      variablesIn(text);
      substitute(text, () => undefined);
      parsePort(text);
      parseVolume(text);
      readEnvFile(text);
      parseDuration(text);
      parseBytes(text);
      parseNumber(text);
      assert.ok(performance.now() - start < 1500, piece);
    }
  });
});
