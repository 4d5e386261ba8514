/** An entry of `extra_hosts`: `name=address`, or `name:address`. https://docs.docker.com/reference/compose-file/services/#extra_hosts */
export interface ExtraHost {
  readonly host: string;
  readonly address: string;
}

/** Takes an item of `extra_hosts` apart; `undefined` when it has no name, or nothing after it. */
export function parseExtraHost(text: string): ExtraHost | undefined {
  const equals = text.indexOf('=');
  const at = equals >= 0 ? equals : text.indexOf(':');
  if (at <= 0) return undefined;
  return { host: text.slice(0, at), address: text.slice(at + 1).replace(/^\[(.*)\]$/, '$1') };
}
