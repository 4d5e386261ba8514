import { Uri, env } from 'vscode';

/** Opens an official page in the browser; any address that is not `https` is left alone. */
export async function openPage(address: unknown): Promise<void> {
  if (typeof address !== 'string') return;
  const uri = Uri.parse(address);
  if (uri.scheme === 'https') await env.openExternal(uri);
}
