import { commands } from 'vscode';

/** Opens the first steps: the walkthrough in package.json. */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', 'mulgil.mulgil#mulgil.firstSteps');
}
