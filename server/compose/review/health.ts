import { isScalar, isSeq } from 'yaml';
import { storeOf, type Store } from '../../facts/stores.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import { has, pulledImage, valueAt, type Reviewed } from './service.ts';

/** Whether the service has a health check of its own in the file. */
export function hasHealthCheck(service: Reviewed): boolean {
  const test = nodeAt(service.document.source.ast, service.node, ['healthcheck', 'test']);
  const first = isSeq(test) ? test.items[0] : test;
  const isNone = isScalar(first) && first.value === 'NONE';
  return !isEmpty(test) && !isNone && valueAt(service, ['healthcheck', 'disable']) !== 'true';
}

/** The database, queue or cache that the service runs straight from its official image; these images have no health check of their own. */
export function storeIn(service: Reviewed): Store | undefined {
  return has(service, ['extends']) ? undefined : storeOf(pulledImage(service) ?? '');
}
