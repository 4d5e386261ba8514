import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';

/** How much of a file of settings is looked at. */
const limit = 200_000;

/** A line that sets a password in a file of settings: `spring.datasource.password=1234`, `"adminPassword": "1234"`. */
const passwordLine =
  /^[ \t]{0,40}["']?([\w.-]{0,80}(?:password|passwd|secret[_.-]?access[_.-]?key|api[_.-]?key))["']?[ \t]{0,10}[:=][ \t]{0,10}["']?([^\s"'`#;,{}[\]]{3,200})/gim;

/** The name under which a file of settings holds a password as plain text. */
export function passwordIn(file: string): string | undefined {
  for (const [, name = '', value = ''] of file.slice(0, limit).matchAll(passwordLine)) {
    if (soundsSecret(name) && !isHarmlessValue(value) && !isPlaceholder(value) && !value.includes('%')) return name;
  }
  return undefined;
}

/** Whether a value is put in by something else: `$(OTHER)` of Kubernetes, `${OTHER}` of a script that fills manifests in. */
export function isPlaceholder(value: string): boolean {
  return /\$\(\w|\$\{\w|^\$\w+$|^<[^>]*>$/.test(value);
}
