import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { UsageError } from './io.ts';

/** `mulgil lsp`: the language server, for any editor that speaks LSP. */
export const lsp: Command = {
  help: {
    en: `Usage: mulgil lsp --stdio

Starts the language server on standard input and output.
`,
    ko: `사용법: mulgil lsp --stdio

표준 입출력으로 언어 서버를 시작합니다.
`,
  },
  run: async (args) => {
    // Editors tell the server their process, so that it ends when they do.
    const { values, positionals } = readArguments(args, { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } });
    if (!values.stdio || positionals.length > 0)
      throw new UsageError('the language server speaks over standard input and output: `mulgil lsp --stdio`');
    await import('../main.node.ts'); // reads the same arguments from the process
    return 0;
  },
};
