/** A Pod as `kubectl describe pod` tells of it. */
export interface DescribedPod {
  readonly name: string;
  readonly namespace: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly containers: readonly DescribedContainer[];
  /** Conditions that are False, by their types. */
  readonly unmet: readonly string[];
  readonly events: readonly DescribedEvent[];
}

/** A container of it. */
export interface DescribedContainer {
  readonly name: string;
  readonly isInit: boolean;
  readonly image: string;
  readonly now: ContainerState;
  readonly last: ContainerState | undefined;
  readonly isReady: boolean;
  readonly restarts: number;
}

/** `Running`, `Waiting` or `Terminated`, and why. */
export interface ContainerState {
  readonly state: string;
  readonly reason: string;
  readonly exitCode: number | undefined;
  readonly message: string;
}

/** What happened. */
export interface DescribedEvent {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
}

/** A line `Key:   value` of a description; sections are lines that others stand below, farther in. */
interface Entry {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
}

/** Whether a description of a Pod begins at a line. */
export function isDescription(lines: readonly string[], at: number): boolean {
  if (!/^Name: +\S/.test(lines[at] ?? '')) return false;
  // Other kinds have names too; a Pod has containers and a status.
  for (let line = at + 1; line < Math.min(lines.length, at + 400); line++) {
    if (/^Name: /.test(lines[line] ?? '')) return false;
    if (/^(?:Init )?Containers:/.test(lines[line] ?? '')) return true;
  }
  return false;
}

/** Reads a description that begins at a line; answers it and how many lines it takes. */
export function describedPod(lines: readonly string[], at: number): { readonly pod: DescribedPod; readonly length: number } {
  let end = at + 1;
  while (
    end < lines.length &&
    !/^Name: +\S/.test(lines[end] ?? '') &&
    !/^(?:NAME(?:SPACE)?|CONTAINER ID|LAST SEEN) /.test(lines[end] ?? '')
  )
    end++;
  const own = lines.slice(at, end);
  const entries = own.map(entryOf);
  const top = (key: string): string => entries.find((entry) => entry?.indent === 0 && entry.key === key)?.value ?? '';
  return {
    pod: {
      name: top('Name'),
      namespace: top('Namespace'),
      status: top('Status'),
      reason: top('Reason'),
      message: top('Message'),
      containers: [...containersOf(entries, 'Init Containers'), ...containersOf(entries, 'Containers')],
      unmet: section(own, 'Conditions').flatMap((line) => /^ +(\S+) +False$/.exec(line)?.[1] ?? []),
      events: section(own, 'Events').flatMap(eventOf),
    },
    length: end - at,
  };
}

function entryOf(line: string): Entry | undefined {
  const match = /^( *)([A-Za-z0-9][\w ./-]{0,80}):(.*)$/.exec(line);
  return match ? { indent: match[1]?.length ?? 0, key: match[2] ?? '', value: match[3]?.replace(/^ +/, '') ?? '' } : undefined;
}

/** The lines below a heading at the margin. */
function section(lines: readonly string[], heading: string): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith(`${heading}:`));
  if (start < 0) return [];
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
}

function containersOf(entries: readonly (Entry | undefined)[], heading: string): readonly DescribedContainer[] {
  const start = entries.findIndex((entry) => entry?.indent === 0 && entry.key === heading);
  if (start < 0) return [];
  const groups: { readonly name: string; readonly entries: Entry[] }[] = [];
  for (const entry of entries.slice(start + 1)) {
    if (!entry) continue;
    if (entry.indent === 0) break;
    if (entry.indent === 2 && entry.value === '') groups.push({ name: entry.key, entries: [] });
    else groups.at(-1)?.entries.push(entry);
  }
  return groups.map(({ name, entries: own }) => {
    const value = (key: string): string => own.find((entry) => entry.indent === 4 && entry.key === key)?.value ?? '';
    const last = stateOf(own, 'Last State');
    return {
      name,
      isInit: heading !== 'Containers',
      image: value('Image'),
      now: stateOf(own, 'State') ?? { state: '', reason: '', exitCode: undefined, message: '' },
      last: last && last.state !== '' ? last : undefined,
      isReady: value('Ready') === 'True',
      restarts: Number(/^\d+/.exec(value('Restart Count'))?.[0] ?? 0),
    };
  });
}

function stateOf(entries: readonly Entry[], key: string): ContainerState | undefined {
  const start = entries.findIndex((entry) => entry.indent === 4 && entry.key === key);
  if (start < 0) return undefined;
  const below: Entry[] = [];
  for (const entry of entries.slice(start + 1)) {
    if (entry.indent <= 4) break;
    below.push(entry);
  }
  const value = (name: string): string => below.find((entry) => entry.key === name)?.value ?? '';
  const code = /^\d{1,3}$/.exec(value('Exit Code'))?.[0];
  return {
    state: entries[start]?.value ?? '',
    reason: value('Reason'),
    exitCode: code === undefined ? undefined : Number(code),
    message: value('Message'),
  };
}

/** `  Warning  BackOff  3s (x4 over 40s)  kubelet  Back-off restarting failed container`; other lines are headings. */
function eventOf(line: string): readonly DescribedEvent[] {
  const cells = line.trim().split(/ {2,}/);
  const [type = '', reason = '', , , ...message] = cells;
  return type === 'Normal' || type === 'Warning' ? [{ type, reason, message: message.join(' ') }] : [];
}
