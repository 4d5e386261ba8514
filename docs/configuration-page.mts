import { configurationSchema } from './configuration-schema.mts';

/** A setting as package.json declares it, and the texts that it names. */
interface Setting {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default: unknown;
  readonly markdownDescription?: string;
  readonly description?: string;
}

interface Key {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Key>>;
}

/** docs/configuration.md: every setting of the editor and every key of `.mulgil.yaml`, from where they are declared. */
export function configurationPage(settings: Readonly<Record<string, Setting>>, texts: Readonly<Record<string, string>>): string {
  const said = (text: string | undefined): string => cell((text ?? '').replace(/^%(.*)%$/, (_, key: string) => texts[key] ?? key));
  const values = (setting: Setting): string =>
    setting.enum
      ? setting.enum.map((value, at) => [`\`${value}\``, said(setting.enumDescriptions?.[at])].filter(Boolean).join(' ')).join('<br>')
      : (setting.type ?? '');
  const rows = Object.entries(settings).map(
    ([name, setting]) =>
      `| \`${name}\` | ${said(setting.markdownDescription ?? setting.description)} | ${values(setting)} | \`${JSON.stringify(setting.default)}\` |`,
  );
  const { properties = {} } = configurationSchema() as Key;
  const keys = Object.entries(properties).flatMap(([name, key]) => keyRows(name, key));
  return `# Configuration

This page is generated from package.json and from the schema of \`.mulgil.yaml\`.

Without any configuration Mulgil runs the rules of the preset \`recommended\`, in the language of the editor. What differs is said in \`.mulgil.yaml\`, which holds for every editor and the command line, or in the settings of VS Code. Where both speak, the file wins.

## .mulgil.yaml

It lies at the root of the workspace; the command line reads that of the folder in which it runs, or another file with \`--config\`. In VS Code it completes and is checked where an extension for YAML is installed.

\`\`\`yaml
language: en
preset: recommended
rules:
  dockerfile/use-healthcheck: warning
  dockerfile/pin-package-versions: off
  kubernetes/use-several-replicas: [warning, { minimum: 3 }]
ignore:
  - vendor/**
kubernetes:
  version: '1.33'
\`\`\`

| Key | Meaning | Values |
|--|--|--|
${keys.join('\n')}

Each rule’s page lists its options: [all rules](rules/README.md). What cannot be understood is told once and left out; the rest counts.

One finding is silenced where it stands, with a reason: \`# mulgil ignore=<rule-id> <reason>\` on the line above it. Mulgil also honours the comments of hadolint (\`# hadolint ignore=DL3008\`) and of BuildKit (\`# check=skip=…\`), the annotations of kube-linter and kube-score, and reads \`.hadolint.yaml\` (\`ignored\`, \`override\`, \`trustedRegistries\`, \`label-schema\`, \`strict-labels\`). \`mulgil lint --silenced\` lists what is silenced.

## Settings of VS Code

| Setting | Meaning | Values | Default |
|--|--|--|--|
${rows.join('\n')}

Other editors may send the same names as the section \`mulgil\` of \`workspace/configuration\`; see [other editors](editors.md).
`;
}

function keyRows(name: string, key: Key): readonly string[] {
  const inner = name === 'rules' ? [] : Object.entries(key.properties ?? {}).flatMap(([below, one]) => keyRows(`${name}.${below}`, one));
  if (inner.length > 0) return inner;
  const [english = ''] = (key.description ?? '').split(' / ');
  return [`| \`${name}\` | ${cell(english)} | ${key.enum?.map((value) => `\`${value}\``).join(', ') ?? key.type ?? ''} |`];
}

function cell(text: string): string {
  // VS Code makes links of settings between number signs.
  return text
    .replaceAll(/`#([\w.]+)#`/g, '`$1`')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');
}
