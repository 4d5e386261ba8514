import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { dist, temporaryFolder } from '../cli/support.ts';

/** A configuration as docs/editors.md gives it: the code block of a language that comes first after some words. */
export function documented(words: string, language: string): string {
  const page = readFileSync('docs/editors.md', 'utf8');
  const from = page.indexOf(words);
  const start = page.indexOf('```' + language + '\n', from);
  if (from < 0 || start < 0) throw new Error(`docs/editors.md has no ${language} after “${words}”`);
  return page.slice(start + language.length + 4, page.indexOf('\n```', start));
}

/** Whether a program is there. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/** A folder with a project in it, and the environment in which `mulgil` is the built command line. */
export function workplace(): {
  readonly folder: ReturnType<typeof temporaryFolder>;
  environment(): NodeJS.ProcessEnv;
} {
  const folder = temporaryFolder();
  return {
    folder,
    environment: () => {
      folder.write({
        'bin/mulgil': `#!/bin/sh\nexec "${process.execPath}" "${resolve(join(dist, 'cli.js'))}" "$@"\n`,
        'project/Dockerfile': 'FROM node:latest\nSTOPSIGNAL SIGKILL\nUSER node\n',
        'project/.git/HEAD': '',
        '.emacs.d/none': '', // where Emacs keeps its list of projects
      });
      chmodSync(join(folder.path, 'bin/mulgil'), 0o755);
      return { ...process.env, PATH: `${join(folder.path, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: folder.path, LANG: 'C.UTF-8' };
    },
  };
}
