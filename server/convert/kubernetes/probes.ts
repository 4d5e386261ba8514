import { asMap, asText, isList, isTrue, textsOf, type PlainMap } from '../plain.ts';
import { secondsOf } from '../read/units.ts';
import { placeholder } from '../read/interpolate.ts';
import { quoteWord } from '../shell/quote.ts';
import { splitWords } from '../shell/split.ts';
import { map, pair, words, type Pair, type YamlMap } from '../write/yaml.ts';
import { escapeReferences } from './command.ts';
import { remark, tell, type ServiceContext } from './context.ts';
import type { ContainerPort } from './ports.ts';
import { say } from './texts.ts';

/** What Compose takes when a healthcheck does not say: seconds and times. */
const defaults = { interval: 30, timeout: 30, retries: 3, startInterval: 5 };

/** The probes of a container. Without a healthcheck its first TCP port is asked whether it is open. */
export function probePairs(
  context: ServiceContext,
  ports: readonly ContainerPort[],
  secretNames: ReadonlySet<string>,
): readonly (Pair | undefined)[] {
  const check = asMap(context.node['healthcheck']);
  const test = check?.['test'];
  const isOff = isTrue(check?.['disable']) || textsOf(test)[0] === 'NONE';
  const tcp = ports.find(({ protocol }) => protocol === 'tcp');
  if (isOff || !check || test === undefined || test === null) {
    if (isOff && tcp) remark(context, 'decide', 'healthcheck', say.offHealthcheck);
    if (isOff || !tcp) return [];
    remark(context, 'decide', 'healthcheck', say.noHealthcheck);
    const probe = map(pair('tcpSocket', map(pair('port', tcp.name))), pair('periodSeconds', 10));
    return [pair('readinessProbe', probe, tell(context, say.noHealthcheckComment))];
  }
  const question = questionOf(context, test, ports, secretNames);
  if (!question) return [];
  const period = whole(check, 'interval', defaults.interval);
  const timeout = whole(check, 'timeout', defaults.timeout);
  const retries = Math.max(1, Math.min(1000, Number(asText(check['retries']) ?? defaults.retries) || defaults.retries));
  const start = secondsOf(asText(check['start_period']) ?? '') ?? 0;
  const step = whole(check, 'start_interval', defaults.startInterval);
  remark(context, 'changed', 'healthcheck', say.healthcheck);
  const startup = map(
    ...question.pairs,
    pair('periodSeconds', step),
    pair('timeoutSeconds', timeout > 1 ? timeout : undefined),
    pair('failureThreshold', Math.ceil(start / step) + retries),
  );
  const readiness = map(
    ...question.pairs,
    pair('periodSeconds', period),
    pair('timeoutSeconds', timeout > 1 ? timeout : undefined),
    pair('failureThreshold', retries === 3 ? undefined : retries),
  );
  const seconds = String(step * (Math.ceil(start / step) + retries));
  return [
    start > 0 ? pair('startupProbe', startup, tell(context, say.startup, { seconds })) : undefined,
    pair('readinessProbe', readiness, [tell(context, say.readiness), ...question.comments]),
  ];
}

function whole(check: PlainMap, key: string, otherwise: number): number {
  const value = secondsOf(asText(check[key]) ?? '');
  return value === undefined || value <= 0 ? otherwise : Math.max(1, Math.min(86_400, Math.round(value)));
}

interface Question {
  readonly pairs: readonly (Pair | undefined)[];
  readonly comments: readonly string[];
}

function questionOf(
  context: ServiceContext,
  test: PlainMap[string],
  ports: readonly ContainerPort[],
  secretNames: ReadonlySet<string>,
): Question | undefined {
  const [kind = '', ...rest] = isList(test) ? textsOf(test) : ['CMD-SHELL', asText(test) ?? ''];
  const script = kind === 'CMD-SHELL' ? rest.join(' ') : undefined;
  const command = script === undefined ? rest : splitWords(script.trimEnd().replace(/(?<!\s)\s*\|\|\s*exit\s+1\s*;?$/, ''));
  if (kind !== 'CMD' && kind !== 'CMD-SHELL') return undefined;
  const http = httpOf(command, ports);
  if (http) return { pairs: [pair('httpGet', http)], comments: [tell(context, say.httpGet)] };
  const asked = script === undefined ? rest : ['sh', '-c', script];
  const hidden = asked.flatMap((word) => context.secrets.mask(word).names);
  if (hidden.length === 0) return exec(asked, []);
  // A shell inside the container can take the secret from the environment, unless quotes keep it from it.
  const [name = ''] = hidden;
  if (new Set(hidden).size === 1 && secretNames.has(name) && !script?.includes("'")) {
    remark(context, 'changed', 'healthcheck', say.shellProbe);
    const inShell = (word: string): string => context.secrets.mask(word).text.replaceAll(placeholder, `$${name}`);
    const line = script === undefined ? rest.map((word) => inWord(inShell(word), `$${name}`)).join(' ') : inShell(script);
    return exec(['sh', '-c', line], [tell(context, say.shellProbe)]);
  }
  remark(context, 'decide', 'healthcheck', say.secretInProbe);
  return exec(
    asked.map((word) => context.secrets.mask(word).text),
    [],
  );
}

function exec(command: readonly string[], comments: readonly string[]): Question {
  return { pairs: [pair('exec', map(pair('command', words(command.map(escapeReferences)))))], comments };
}

/** A word for the shell with a variable inside. */
function inWord(word: string, variable: string): string {
  return word.includes(variable)
    ? word
        .split(variable)
        .map((text) => (text === '' ? '' : quoteWord(text)))
        .join(`"${variable}"`)
    : quoteWord(word);
}

/** Flags of curl and wget that change nothing that a probe asks. */
const quietFlags =
  /^(?:-[fsSkqLI]+|--fail|--silent|--show-error|--insecure|--quiet|--spider|--no-verbose|-nv|-O-|-qO-|--location|--head|--tries=\d+|--no-check-certificate)$/;
const flagsWithValue = /^(?:-o|-O|-m|--max-time|--connect-timeout|-T|--timeout|-t|--tries|--output|--retry)$/;

/** A call of curl or wget to the container itself as a request of the kubelet; `undefined` for anything that asks for more. */
function httpOf(command: readonly string[], ports: readonly ContainerPort[]): YamlMap | undefined {
  const [program = '', ...args] = command;
  if (!/^(?:\/usr\/bin\/|\/bin\/)?(?:curl|wget)$/.test(program)) return undefined;
  const urls: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (flagsWithValue.test(arg)) at++;
    else if (arg === '>' || arg === '>/dev/null' || arg === '/dev/null' || arg === '2>&1') continue;
    else if (arg.startsWith('-')) {
      if (!quietFlags.test(arg)) return undefined;
    } else urls.push(arg);
  }
  const [url = ''] = urls;
  const match = /^(?:(https?):\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d{1,5}))?(\/[\w./~%?=&-]*)?$/.exec(url);
  if (!match || urls.length !== 1) return undefined;
  const [, scheme = 'http', written, path = '/'] = match;
  const number = Number(written ?? (scheme === 'https' ? 443 : 80));
  const port = ports.find((each) => each.number === number && each.protocol === 'tcp')?.name ?? number;
  return map(pair('path', path), pair('port', port), pair('scheme', scheme === 'https' ? 'HTTPS' : undefined));
}
