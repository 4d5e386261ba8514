/**
 * The parts of `vscode-languageclient` that the extension has no use for, by the names of their modules, with what a server says when
 * it wants them.
 */
export const leftOut = {
  callHierarchy: ['callHierarchyProvider'],
  colorProvider: ['colorProvider'],
  declaration: ['declarationProvider'],
  fileOperations: ['workspace.fileOperations'],
  formatting: ['documentFormattingProvider', 'documentRangeFormattingProvider', 'documentOnTypeFormattingProvider'],
  implementation: ['implementationProvider'],
  inlayHint: ['inlayHintProvider'],
  inlineCompletion: ['inlineCompletionProvider'],
  inlineValue: ['inlineValueProvider'],
  linkedEditingRange: ['linkedEditingRangeProvider'],
  notebook: ['notebookDocumentSync'],
  selectionRange: ['selectionRangeProvider'],
  semanticTokens: ['semanticTokensProvider'],
  textDocumentContent: ['workspace.textDocumentContent'],
  typeDefinition: ['typeDefinitionProvider'],
  typeHierarchy: ['typeHierarchyProvider'],
};

/** A feature that never does anything, under whatever name it is asked for. */
const nothing = `
  class Nothing {
    fillClientCapabilities() {}
    initialize() {}
    getState() { return { kind: 'static' }; }
    clear() {}
  }
  module.exports = new Proxy({}, { get: () => Nothing });`;

/** Others ask the feature of notebooks for its news, of which there are none. */
const noNotebooks = `
  const never = () => ({ dispose() {} });
  exports.NotebookDocumentSyncFeature = class {
    static CellScheme = 'vscode-notebook-cell';
    registrationType = { method: 'notebookDocument/sync' };
    onOpenNotificationSent = never;
    onChangeNotificationSent = never;
    onSaveNotificationSent = never;
    onCloseNotificationSent = never;
    handles() { return false; }
    register() {}
    unregister() {}
    fillClientCapabilities() {}
    initialize() {}
    getState() { return { kind: 'static' }; }
    clear() {}
  };`;

/** A matcher of globs stays out with it: our selectors of documents are languages only. */
const noPatterns = `exports.matchGlobPattern = () => { throw new Error('a selector of documents has a pattern'); };`;

/**
 * Leaves parts of the protocol's library out of the client: features that the server has none of, and the check of VS Code's version,
 * which `engines` in package.json makes already.
 * @type {import('esbuild').Plugin}
 */
export const leanClient = {
  name: 'lean-client',
  setup: ({ onLoad }) => {
    const features = new RegExp(`[/\\\\]vscode-languageclient[/\\\\]lib[/\\\\]common[/\\\\](?:${Object.keys(leftOut).join('|')})\\.js$`);
    onLoad({ filter: features }, ({ path }) => ({ contents: /notebook\.js$/.test(path) ? noNotebooks : nothing }));
    onLoad({ filter: /[/\\]vscode-languageclient[/\\]lib[/\\]common[/\\]utils[/\\]globPattern\.js$/ }, () => ({ contents: noPatterns }));
    onLoad({ filter: /[/\\]semver[/\\]functions[/\\]parse\.js$/ }, () => ({
      contents: 'module.exports = (version) => ({ version, prerelease: [] });',
    }));
    onLoad({ filter: /[/\\]semver[/\\]functions[/\\]satisfies\.js$/ }, () => ({ contents: 'module.exports = () => true;' }));
  },
};
