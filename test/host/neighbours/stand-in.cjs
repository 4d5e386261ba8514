/**
 * What the extensions beside which Mulgil runs do, as far as both could say the same: they complete a language, explain a word on hover
 * and warn of a line. `standIn` in the manifest of each says in which language and with what.
 *
 * @typedef {object} StandIn
 * @property {string} language
 * @property {string[]} completes
 * @property {string} hover
 * @property {{pattern: string, source: string, code?: string | number, message: string}[]} warns
 */
'use strict';
const vscode = require('vscode');

/** @param {{name: string, standIn: StandIn}} manifest */
module.exports = ({ name, standIn: { language, completes, hover, warns } }) => ({
  /** @param {import('vscode').ExtensionContext} context */
  activate: ({ subscriptions }) => {
    const collection = vscode.languages.createDiagnosticCollection(name);
    const check = (/** @type {import('vscode').TextDocument} */ document) => {
      if (document.languageId !== language) return;
      const found = warns.flatMap(({ pattern, source, code, message }) => {
        const line = document
          .getText()
          .split('\n')
          .findIndex((text) => text.includes(pattern));
        if (line < 0) return [];
        const diagnostic = new vscode.Diagnostic(document.lineAt(line).range, message, vscode.DiagnosticSeverity.Warning);
        diagnostic.source = source;
        diagnostic.code = code;
        return [diagnostic];
      });
      collection.set(document.uri, found);
    };
    subscriptions.push(
      collection,
      vscode.languages.registerCompletionItemProvider(language, {
        provideCompletionItems: () => completes.map((label) => new vscode.CompletionItem(label)),
      }),
      vscode.languages.registerHoverProvider(language, { provideHover: () => new vscode.Hover(hover) }),
      vscode.workspace.onDidOpenTextDocument(check),
      vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    );
    vscode.workspace.textDocuments.forEach(check);
  },
});
