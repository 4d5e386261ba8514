// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { allowedValues } from './allowed-values.ts';
import { bindToLocalhost } from './bind-to-localhost.ts';
import { containerNameFormat } from './container-name-format.ts';
import { definedReferences } from './defined-references.ts';
import { dependenciesOrder } from './dependencies-order.ts';
import { ignoreReason } from './ignore-reason.ts';
import { keepDatabaseData } from './keep-database-data.ts';
import { knownKeys } from './known-keys.ts';
import { networkDriver } from './network-driver.ts';
import { noBuildAndImage } from './no-build-and-image.ts';
import { noDependencyCycle } from './no-dependency-cycle.ts';
import { noDuplicateHostPorts } from './no-duplicate-host-ports.ts';
import { noDuplicateKeys } from './no-duplicate-keys.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noLinks } from './no-links.ts';
import { noQuotedValue } from './no-quoted-value.ts';
import { noSecretValue } from './no-secret-value.ts';
import { noUnusedDefinitions } from './no-unused-definitions.ts';
import { noVersionField } from './no-version-field.ts';
import { noVolumeQuotes } from './no-volume-quotes.ts';
import { portsOrder } from './ports-order.ts';
import { projectName } from './project-name.ts';
import { quotePorts } from './quote-ports.ts';
import { requiredKeys } from './required-keys.ts';
import { resourceLimits } from './resource-limits.ts';
import { restartPolicy } from './restart-policy.ts';
import { rotateLogs } from './rotate-logs.ts';
import { serviceKeysOrder } from './service-keys-order.ts';
import { servicesOrder } from './services-order.ts';
import { settingConflicts } from './setting-conflicts.ts';
import { topLevelOrder } from './top-level-order.ts';
import { uniqueContainerNames } from './unique-container-names.ts';
import { useServiceName } from './use-service-name.ts';
import { validInterpolation } from './valid-interpolation.ts';
import { valueFormats } from './value-formats.ts';
import { valueTypes } from './value-types.ts';
import { waitUntilHealthy } from './wait-until-healthy.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule for compose files, by id. */
export const rules: readonly Rule<ComposeModel>[] = [
  allowedValues,
  bindToLocalhost,
  containerNameFormat,
  definedReferences,
  dependenciesOrder,
  ignoreReason,
  keepDatabaseData,
  knownKeys,
  networkDriver,
  noBuildAndImage,
  noDependencyCycle,
  noDuplicateHostPorts,
  noDuplicateKeys,
  noLatestTag,
  noLinks,
  noQuotedValue,
  noSecretValue,
  noUnusedDefinitions,
  noVersionField,
  noVolumeQuotes,
  portsOrder,
  projectName,
  quotePorts,
  requiredKeys,
  resourceLimits,
  restartPolicy,
  rotateLogs,
  serviceKeysOrder,
  servicesOrder,
  settingConflicts,
  topLevelOrder,
  uniqueContainerNames,
  useServiceName,
  validInterpolation,
  valueFormats,
  valueTypes,
  waitUntilHealthy,
  yamlSyntax,
];
