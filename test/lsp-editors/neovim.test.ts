import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documented, isInstalled, workplace } from './documented.ts';

interface Answers {
  readonly version: string;
  readonly codes: readonly string[];
  readonly hover: string;
}

// What comes before the documented configuration: Neovim 0.7, which Debian 12 has, lacks the function that came with 0.8.
const before = `
vim.cmd('filetype on')
if not vim.lsp.start then
  vim.lsp.start = function(config)
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end
end
`;

// What comes after it: a person who opens a file, waits for what is underlined, and asks about a word.
const after = `
vim.cmd('edit ' .. vim.env.MULGIL_FILE)
vim.wait(20000, function() return #vim.diagnostic.get(0) >= 2 end, 50)
local codes = {}
for _, each in ipairs(vim.diagnostic.get(0)) do
  local lsp = each.user_data and each.user_data.lsp or {}
  table.insert(codes, each.code or lsp.code or '')
end
local place = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 1, character = 3 } }
local text = ''
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/hover', place, 20000) or {}) do
  text = answer.result and answer.result.contents.value or text
end
local version = vim.version()
vim.fn.writefile({ vim.fn.json_encode({ version = version.major .. '.' .. version.minor, codes = codes, hover = text }) }, vim.env.MULGIL_ANSWERS)
vim.cmd('qall!')
`;

describe('Neovim', () => {
  const { folder, environment } = workplace();

  it('works with the documented configuration', function () {
    if (!isInstalled('nvim')) {
      console.log('      nvim is not installed: skipped');
      this.skip();
    }
    const env = environment();
    const isNew =
      spawnSync('nvim', ['--headless', '--clean', '-c', 'lua if vim.lsp.enable then vim.cmd("cquit 7") end', '-c', 'qall']).status === 7;
    const configuration = documented(isNew ? 'Neovim 0.11 and later' : 'Neovim 0.8 to 0.10', 'lua');
    folder.write({ 'init.lua': `${before}${configuration}\n`, 'drive.lua': after });
    const answers = join(folder.path, 'answers.json');
    const { stderr } = spawnSync(
      'nvim',
      ['--headless', '--clean', '-u', join(folder.path, 'init.lua'), '-c', `luafile ${join(folder.path, 'drive.lua')}`],
      {
        cwd: join(folder.path, 'project'),
        env: { ...env, MULGIL_FILE: join(folder.path, 'project/Dockerfile'), MULGIL_ANSWERS: answers },
        timeout: 50_000,
        encoding: 'utf8',
      },
    );
    const { codes, hover } = JSON.parse(readFileSync(answers, 'utf8')) as Answers;
    assert.deepEqual(codes.toSorted(), ['dockerfile/no-kill-stopsignal', 'dockerfile/no-latest-tag'], stderr);
    assert.match(hover, /\*\*STOPSIGNAL\*\* — .*SIGTERM/s);
    assert.doesNotMatch(hover, /command:/, 'no links that this editor cannot follow');
  });
});
