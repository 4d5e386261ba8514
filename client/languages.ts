/** The files that Mulgil looks at, wherever they lie. Which YAML is Kubernetes or Compose the server tells by the content. */
export const documentSelector = [{ language: 'dockerfile' }, { language: 'dockercompose' }, { language: 'yaml' }];
