/** A restart policy. https://docs.docker.com/reference/compose-file/services/#restart */
export interface RestartPolicy {
  readonly policy: 'no' | 'always' | 'on-failure' | 'unless-stopped';
  /** How often at most, of `on-failure:5`. */
  readonly maximum?: number;
}

/** Reads a restart policy; `undefined` for what is none. */
export function parseRestart(text: string): RestartPolicy | undefined {
  const match = /^(?:(no|always|unless-stopped)|on-failure(?::(\d{1,9}))?)$/.exec(text);
  if (!match) return undefined;
  if (match[1] !== undefined) return { policy: match[1] as RestartPolicy['policy'] };
  return { policy: 'on-failure', ...(match[2] !== undefined && { maximum: Number(match[2]) }) };
}
