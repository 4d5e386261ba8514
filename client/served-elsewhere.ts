/** What is known of the other extensions that are installed. */
export interface Neighbourhood {
  /** Whether an extension is installed, enabled here, and has code of its own. */
  runs(id: string): boolean;
  /** The value of a setting by its full name. */
  setting(name: string): unknown;
}

/** One extension and the languages of Mulgil that it completes under its present settings. */
interface Neighbour {
  readonly id: string;
  readonly completes: (neighbourhood: Neighbourhood) => readonly ServedLanguage[];
}

type ServedLanguage = 'dockerfile' | 'compose' | 'kubernetes';

const isOn = ({ setting }: Neighbourhood, name: string): boolean => setting(name) !== false;

const yaml = 'redhat.vscode-yaml';

const neighbours: readonly Neighbour[] = [
  {
    id: 'ms-azuretools.vscode-containers',
    completes: (around) => (isOn(around, 'containers.enableComposeLanguageService') ? ['dockerfile', 'compose'] : ['dockerfile']),
  },
  // Since its second version a pack without code, which names Container Tools.
  {
    id: 'ms-azuretools.vscode-docker',
    completes: (around) => (isOn(around, 'docker.enableDockerComposeLanguageService') ? ['dockerfile', 'compose'] : ['dockerfile']),
  },
  // Docker DX checks Dockerfiles, but completes only Compose and Bake.
  { id: 'docker.docker', completes: (around) => (isOn(around, 'docker.extension.enableComposeLanguageServer') ? ['compose'] : []) },
  {
    id: yaml,
    completes: (around) => {
      if (!isOn(around, 'yaml.completion')) return [];
      const compose: readonly ServedLanguage[] = isOn(around, 'yaml.schemaStore.enable') ? ['compose'] : [];
      return hasKubernetesSchema(around.setting('yaml.schemas')) ? [...compose, 'kubernetes'] : compose;
    },
  },
  // The Kubernetes extension hands its schemas to the one for YAML, which completes with them.
  {
    id: 'ms-kubernetes-tools.vscode-kubernetes-tools',
    completes: (around) => (around.runs(yaml) && isOn(around, 'yaml.completion') ? ['kubernetes'] : []),
  },
];

/** The languages that other extensions complete here already, in a fixed order. */
export function servedElsewhere(neighbourhood: Neighbourhood): readonly ServedLanguage[] {
  const present = neighbours.filter(({ id }) => neighbourhood.runs(id));
  return [...new Set(present.flatMap(({ completes }) => completes(neighbourhood)))].sort();
}

/** The YAML extension knows Kubernetes files only by what the user maps to the word `kubernetes` or to a schema's address. */
function hasKubernetesSchema(schemas: unknown): boolean {
  return typeof schemas === 'object' && schemas !== null && Object.keys(schemas).some((key) => /kubernetes/i.test(key));
}
