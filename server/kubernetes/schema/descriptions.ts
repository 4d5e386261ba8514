/** The official texts of fields, from the Kubernetes API reference. */
import { readData } from '../../data.ts';
import type { Resolution } from './schema.ts';
import type { DescriptionsData } from './types.ts';

/** The text of the field that a path leads to, or of the resource for the empty path; Markdown, in English. */
export type DescriptionOf = (resolution: Pick<Resolution, 'owner' | 'fieldInfo'>) => string | undefined;

/** Looks texts up in the contents of `descriptions.json`, which are asked for and parsed when the first is needed. */
export function createDescriptions(json: () => string): DescriptionOf {
  let parsed: DescriptionsData | undefined;
  return ({ owner, fieldInfo }) => {
    const { text, description } = fieldInfo ?? owner;
    if (text !== undefined || description === undefined) return text;
    parsed ??= JSON.parse(json()) as DescriptionsData;
    return parsed[description] || undefined;
  };
}

/**
 * The official text, if it ships: the build drops those of types and fields that a note explains (see shipped.ts). A text that ends with
 * `…` was shortened.
 */
export const descriptionOf: DescriptionOf = createDescriptions(() => readData('descriptions'));
