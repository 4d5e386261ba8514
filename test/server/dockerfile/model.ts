import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DockerfileModel, Instruction } from '../../../server/dockerfile/model.ts';
import { parse } from '../../../server/dockerfile/parse.ts';

/** A text as the document that an editor would open. */
export function documentOf(text: string): TextDocument {
  return TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text);
}

/** A text as a parsed Dockerfile. */
export function modelOf(text: string): DockerfileModel {
  return parse(documentOf(text));
}

/** The only instruction of a text, or the one with the given number. */
export function instructionOf(model: DockerfileModel, index = 0): Instruction {
  return model.instructions[index] ?? assert.fail(`there is no instruction ${index}`);
}
