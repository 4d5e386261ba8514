import { CompletionItemKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver-types';
import { summaryOf } from '../../hover.ts';
import type { FeatureContext } from '../../language.ts';
import { factsOf } from '../facts.ts';
import { officialText } from '../hover/official.ts';
import { noteOf } from '../notes.ts';
import { descriptionOf } from '../schema/descriptions.ts';
import type { Resolution } from '../schema/schema.ts';
import type { Field, SchemaType } from '../schema/types.ts';
import { excludedBy } from './exclusive.ts';
import { escaped, itemOf, writeKey } from '../../yaml/item.ts';
import { openingOf } from './opening.ts';
import type { Spot } from './spot.ts';

/** Fields that the API server or a controller writes, not the author. */
const notWritten: ReadonlySet<string> = new Set([
  'status',
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** Fields that people write most, whatever holds them. */
const common: ReadonlySet<string> = new Set(
  (
    'accessModes annotations args automountServiceAccountToken command configMap configMapKeyRef configMapRef containerPort containers data emptyDir env ' +
    'envFrom exec failureThreshold host hosts http httpGet image imagePullPolicy imagePullSecrets ingress ingressClassName initContainers ' +
    'initialDelaySeconds key labels limits livenessProbe matchLabels metadata metrics minReplicas mountPath name namespace path paths periodSeconds ' +
    'persistentVolumeClaim podSelector policyTypes ports readinessProbe replicas requests resources restartPolicy rules schedule secret secretKeyRef ' +
    'secretRef securityContext selector serviceAccountName spec storageClassName strategy stringData subjects targetPort tcpSocket template ' +
    'timeoutSeconds tls type value valueFrom volumeMounts volumes'
  ).split(' '),
);

/** Offers the fields of an object that are missing and go with what is there: those that are required first, then those that people meet. */
export function completeFields(spot: Spot, type: SchemaType): readonly CompletionItem[] {
  const { siblings } = spot.place;
  const excluded = excludedBy(type, siblings);
  return spot.schema
    .fieldsOf(type)
    .filter(({ name }) => !siblings.has(name) && !excluded.has(name))
    .map((field) => fieldItem(spot, type, field));
}

function fieldItem(spot: Spot, type: SchemaType, field: Field): CompletionItem {
  const { place, context } = spot;
  const resolution: Resolution = { owner: type, field: field.name, fieldInfo: field, value: field.value };
  const noteId = noteOf(context.library, resolution);
  const rank = notWritten.has(field.name)
    ? 5
    : field.required || field.name === 'metadata'
      ? 0
      : common.has(field.name)
        ? 1
        : noteId?.includes('#') === true
          ? 2
          : 3;
  const key = writeKey(spot, field.name);
  return itemOf(spot, {
    label: field.name,
    kind: CompletionItemKind.Field,
    text: place.hasColon ? key : escaped(key) + openingOf(field, type, spot),
    snippet: !place.hasColon,
    sort: `${rank}${field.name}`,
    filter: place.quote === '' ? undefined : key,
    detail: factsOf(resolution, context.locale).join(' · ').replaceAll('`', ''),
    documentation: aboutField(resolution, context),
  });
}

/** The note of a field in short, or where there is none its official text. */
export function aboutField(resolution: Resolution, context: FeatureContext): MarkupContent | undefined {
  const noteId = noteOf(context.library, resolution);
  if (noteId !== undefined) return summaryOf(noteId, context).documentation;
  const official = officialText(descriptionOf(resolution));
  return official === undefined ? undefined : { kind: 'markdown', value: official };
}
