/** The files that Mulgil looks at, wherever they lie. Which YAML is Kubernetes or Compose the server tells by the content. */
export const documentSelector = [{ language: 'dockerfile' }, { language: 'dockercompose' }, { language: 'yaml' }];

/** The files that the server is told of: JSON too, because manifests may be written in it. No JSON file wakes the extension up. */
export const servedSelector = [...documentSelector, { language: 'json' }];
