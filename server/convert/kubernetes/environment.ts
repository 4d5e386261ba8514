import { asList, asMap, asText, isTrue } from '../plain.ts';
import { joinPath } from '../../text/path.ts';
import { fillIn, placeholder } from '../read/interpolate.ts';
import { valuesIn } from '../../compose/values/env-file.ts';
import { list, map, pair, type Commented, type Pair, type Yaml, type YamlMap } from '../write/yaml.ts';
import { labelsOf, manifest, remark, tell, type ServiceContext } from './context.ts';
import { dnsLabel, isDataKey } from './names.ts';
import { say } from './texts.ts';

/** The variables of a container: what it takes them from, and the manifests that hold them. */
export interface Environment {
  readonly pairs: readonly (Pair | undefined)[];
  readonly manifests: readonly YamlMap[];
  /** The secret variables that the container has. */
  readonly secretNames: ReadonlySet<string>;
}

/** Divides the variables of a service: settings into a ConfigMap, secrets into a Secret with placeholders. */
export function environmentOf(context: ServiceContext): Environment {
  const { name, secrets, kept, project } = context;
  const settings = new Map<string, string>();
  const hidden = new Map<string, string>();
  const references = new Map<string, { readonly secret: string; readonly key: string }>();
  const missingFiles: string[] = [];
  const secretNames = new Set<string>();

  const put = (key: string, raw: string, source: string): void => {
    if (!isDataKey(key) || key === '') return remark(context, 'lost', `environment.${key}`, say.envName);
    settings.delete(key);
    hidden.delete(key);
    references.delete(key);
    if (secrets.isSecret(key, raw)) {
      secretNames.add(key);
      const known = kept.get(raw);
      if (known && raw !== '') references.set(key, known);
      else hidden.set(key, secrets.harmless(key, raw));
    } else {
      const { text, missing } = fillIn(raw, project.variable);
      for (const variable of missing) remark(context, 'decide', `${source}.${key}`, say.variable, { variable });
      settings.set(key, text);
    }
  };
  for (const { path, isRequired } of envFilesOf(context)) {
    const at = joinPath(project.folder, path);
    const text = at === undefined ? undefined : project.read(at);
    if (typeof text === 'string') {
      // The file's own quotes and variables are resolved already, so nothing in its values is Compose's any more.
      for (const [key, value] of valuesIn(text)) put(key, value.replaceAll('$', '$$$$'), path);
    } else if (isRequired || text === undefined) missingFiles.push(path);
  }
  for (const [key, value] of Object.entries(asMap(context.node['environment']) ?? {})) {
    const text = asText(value);
    if (text === undefined && value !== null) continue;
    put(key, text ?? `\${${key}}`, 'environment');
  }

  const configName = `${name}-config`;
  const secretName = `${name}-secret`;
  const raws = Object.entries(asMap(context.node['environment']) ?? {});
  for (const [key, value] of raws) if (hidden.has(key)) kept.set(asText(value) ?? `\${${key}}`, { secret: secretName, key });
  const sources: (Yaml | Commented)[] = [];
  if (settings.size > 0) sources.push(map(pair('configMapRef', map(pair('name', configName)))));
  if (hidden.size > 0) sources.push(map(pair('secretRef', map(pair('name', secretName)))));
  for (const file of missingFiles) {
    const made = dnsLabel(`${name}-${file}`);
    remark(context, 'decide', 'env_file', say.envFile, { file, name: made });
    sources.push({
      item: map(pair('secretRef', map(pair('name', made), pair('optional', true)))),
      comment: tell(context, say.envFileComment, { file, name: made }),
    });
  }
  const env = [...references].map(([key, { secret, key: from }]) =>
    map(pair('name', key), pair('valueFrom', map(pair('secretKeyRef', map(pair('name', secret), pair('key', from)))))),
  );
  return {
    pairs: [pair('envFrom', list(sources), tell(context, say.environment)), pair('env', list(env), tell(context, say.sharedSecret))],
    manifests: [
      ...(settings.size > 0 ? [configMap(context, configName, settings)] : []),
      ...(hidden.size > 0 ? [secret(context, secretName, hidden, raws)] : []),
    ],
    secretNames,
  };
}

function configMap(context: ServiceContext, name: string, data: ReadonlyMap<string, string>): YamlMap {
  const entries = [...data].map(([key, value]): Pair => ({ key, value: value.includes('\n') ? { block: value } : value }));
  const metadata = map(pair('name', name), pair('labels', labelsOf(context)));
  return manifest(
    'v1',
    'ConfigMap',
    metadata,
    tell(context, say.configMap, { service: context.service }),
    pair('data', { pairs: entries }),
  );
}

function secret(
  context: ServiceContext,
  name: string,
  data: ReadonlyMap<string, string>,
  raws: readonly (readonly [string, unknown])[],
): YamlMap {
  const sources = new Map(raws);
  const entries = [...data].map(([key, value]): Pair => {
    const raw = sources.get(key);
    const variable =
      typeof raw === 'string' && !value.includes(placeholder)
        ? undefined
        : typeof raw === 'string'
          ? /^\$\{?(\w+)/.exec(raw)?.[1]
          : undefined;
    return { key, value, ...(variable === undefined ? {} : { comment: `\${${variable}}` }) };
  });
  remark(context, 'decide', 'environment', say.secretRemark, { name, keys: [...data.keys()].map((key) => `\`${key}\``).join(', ') });
  const metadata = map(pair('name', name), pair('labels', labelsOf(context)));
  return manifest(
    'v1',
    'Secret',
    metadata,
    [tell(context, say.secret, { service: context.service }), tell(context, say.secretDecide)],
    pair('type', 'Opaque'),
    pair('stringData', { pairs: entries }),
  );
}

/** The files of `env_file`, short and long form. */
export function envFilesOf({ node }: Pick<ServiceContext, 'node'>): readonly { readonly path: string; readonly isRequired: boolean }[] {
  return asList(node['env_file']).flatMap((item) => {
    const long = asMap(item);
    const path = asText(long?.['path'] ?? item);
    return path === undefined ? [] : [{ path, isRequired: long?.['required'] === undefined || isTrue(long['required']) }];
  });
}
