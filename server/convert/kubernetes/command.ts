import { soundsSecret } from '../../secret-names.ts';
import type { Plain } from '../plain.ts';
import { partsOf, type Part } from '../read/interpolate.ts';
import { commandWords } from '../run/to-run.ts';
import { pair, words, type Pair } from '../write/yaml.ts';
import { remark, tell, type ServiceContext } from './context.ts';
import { say } from './texts.ts';

/** `entrypoint` is `command`, and `command` is `args`. @param raw the service as the file writes it, its variables not filled in */
export function commandPairs(
  context: ServiceContext,
  raw: Readonly<Record<string, Plain>>,
  secretNames: ReadonlySet<string>,
): readonly (Pair | undefined)[] {
  const convert = (key: string): readonly string[] | undefined =>
    commandWords(raw[key])?.map((word) => inCommand(context, word, key, secretNames));
  const entrypoint = convert('entrypoint');
  const command = convert('command');
  if (entrypoint?.length === 0) remark(context, 'lost', 'entrypoint', say.emptyEntrypoint);
  return [
    pair('command', entrypoint && words(entrypoint), tell(context, say.entrypoint)),
    pair('args', command && words(command), tell(context, say.command)),
  ];
}

/** A word of a command: secrets are taken from the environment by `$(NAME)`, which Kubernetes fills in. */
function inCommand(context: ServiceContext, word: string, key: string, secretNames: ReadonlySet<string>): string {
  const { project, secrets } = context;
  const text = (parts: readonly Part[]): string =>
    parts
      .map((part) => {
        if (typeof part === 'string') return maskIn(part);
        const value = project.variable(part.variable);
        if (soundsSecret(part.variable) || (value !== undefined && secrets.mask(value).names.length > 0)) {
          const name = secretNames.has(part.variable) ? part.variable : undefined;
          remark(context, name === undefined ? 'decide' : 'changed', key, name === undefined ? say.secretInCommand : say.secretFromEnv, {
            name: part.variable,
          });
          return name === undefined ? 'replace-me' : `$(${name})`;
        }
        if (value !== undefined && value !== '') return escapeReferences(value);
        if (part.operator.endsWith('-')) return text(part.operand);
        if (part.operator.endsWith('+')) return '';
        remark(context, 'decide', key, say.variable, { variable: part.variable });
        return 'replace-me';
      })
      .join('');
  const maskIn = (plain: string): string => {
    const { text: masked, names } = secrets.mask(plain);
    const [name] = names;
    if (name === undefined) return escapeReferences(plain);
    const known = secretNames.has(name);
    remark(context, known ? 'changed' : 'decide', key, known ? say.secretFromEnv : say.secretInCommand, { name });
    return known ? escapeReferences(masked).replaceAll('replace-me', `$(${name})`) : escapeReferences(masked);
  };
  return text(partsOf(word));
}

/** Kubernetes fills `$(NAME)` in and reads `$$` as one dollar sign; a shell's own `$(…)` and `$$` are kept from it by doubling the sign. */
export function escapeReferences(text: string): string {
  return text.replace(/\$(?=[$(])/g, '$$$$');
}
