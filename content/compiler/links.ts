import type { NoteData } from '../../server/notes.ts';

/** Sites whose pages count as official. */
const officialSites: ReadonlySet<string> = new Set([
  'docs.docker.com',
  'www.docker.com',
  'kubernetes.io',
  'gateway-api.sigs.k8s.io',
  'kubectl.docs.kubernetes.io',
  'k3d.io',
  'github.com',
  'opencontainers.org',
  'specs.opencontainers.org',
  'yaml.org',
  'man7.org',
  // Registries, and what scans images.
  'distribution.github.io',
  'docs.aws.amazon.com',
  'cloud.google.com',
  'trivy.dev',
  // What one learns after Kubernetes itself.
  'helm.sh',
  'argo-cd.readthedocs.io',
  'prometheus.io',
  'grafana.com',
  'istio.io',
  // The commands inside RUN.
  'wiki.alpinelinux.org',
  'manpages.debian.org',
  'docs.npmjs.com',
  'pip.pypa.io',
  'docs.gradle.org',
  'maven.apache.org',
  'go.dev',
  'pnpm.io',
  'yarnpkg.com',
  'classic.yarnpkg.com',
  'curl.se',
  'www.gnu.org',
]);

/** Tells links that lead nowhere: related ids and `note:` links without a note, and addresses outside the official sites. */
export function checkLinks(notes: Readonly<Record<string, NoteData>>, say: (problem: string) => void): void {
  for (const [id, { related, body, docs, diagram }] of Object.entries(notes)) {
    if (diagram !== undefined && !Object.hasOwn(notes, `diagrams/${diagram}`)) say(`${id}: there is no picture ${diagram}`);
    for (const other of related) if (!Object.hasOwn(notes, other)) say(`${id}: related ${other} does not exist`);
    if (related.includes(id)) say(`${id}: related names the note itself`);
    for (const locale of ['ko', 'en'] as const) {
      checkAddress(`${id} (${locale})`, docs[locale], say);
      for (const [, target = ''] of withoutCode(body[locale]).matchAll(/\]\(([^)\s]*)[^)]*\)/g)) {
        if (!target.startsWith('note:')) checkAddress(`${id} (${locale})`, target, say);
        else if (!Object.hasOwn(notes, target.slice(5))) say(`${id} (${locale}): the link ${target} leads nowhere`);
      }
    }
  }
}

/** Tells of an address that is no official page. */
export function checkAddress(where: string, address: string, say: (problem: string) => void): void {
  const site = /^https:\/\/([^/]+)/.exec(address)?.[1];
  if (site === undefined || !officialSites.has(site)) say(`${where}: ${address || 'an empty link'} is no official page`);
}

function withoutCode(body: string): string {
  return body.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}
