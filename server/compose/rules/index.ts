// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { bindToLocalhost } from './bind-to-localhost.ts';
import { containerNameFormat } from './container-name-format.ts';
import { dependenciesOrder } from './dependencies-order.ts';
import { ignoreReason } from './ignore-reason.ts';
import { keepDatabaseData } from './keep-database-data.ts';
import { networkDriver } from './network-driver.ts';
import { noBuildAndImage } from './no-build-and-image.ts';
import { noDuplicateHostPorts } from './no-duplicate-host-ports.ts';
import { noDuplicateKeys } from './no-duplicate-keys.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noLinks } from './no-links.ts';
import { noSecretValue } from './no-secret-value.ts';
import { noVersionField } from './no-version-field.ts';
import { noVolumeQuotes } from './no-volume-quotes.ts';
import { portsOrder } from './ports-order.ts';
import { projectName } from './project-name.ts';
import { quotePorts } from './quote-ports.ts';
import { resourceLimits } from './resource-limits.ts';
import { restartPolicy } from './restart-policy.ts';
import { rotateLogs } from './rotate-logs.ts';
import { serviceKeysOrder } from './service-keys-order.ts';
import { servicesOrder } from './services-order.ts';
import { topLevelOrder } from './top-level-order.ts';
import { uniqueContainerNames } from './unique-container-names.ts';
import { waitUntilHealthy } from './wait-until-healthy.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule for compose files, by id. */
export const rules: readonly Rule<ComposeModel>[] = [
  bindToLocalhost,
  containerNameFormat,
  dependenciesOrder,
  ignoreReason,
  keepDatabaseData,
  networkDriver,
  noBuildAndImage,
  noDuplicateHostPorts,
  noDuplicateKeys,
  noLatestTag,
  noLinks,
  noSecretValue,
  noVersionField,
  noVolumeQuotes,
  portsOrder,
  projectName,
  quotePorts,
  resourceLimits,
  restartPolicy,
  rotateLogs,
  serviceKeysOrder,
  servicesOrder,
  topLevelOrder,
  uniqueContainerNames,
  waitUntilHealthy,
  yamlSyntax,
];
