/**
 * Base images with supported versions, the usual choice first. As of November 2026.
 * Source: the images' pages on Docker Hub and the projects' release schedules.
 */
export const supportedTags: Readonly<Record<string, readonly string[]>> = {
  node: ['24-slim', '24-alpine', '24', '26-slim', '26-alpine', '26', '22-slim', '22-alpine', '22'],
  python: ['3.14-slim', '3.14-alpine', '3.14', '3.15-slim', '3.15-alpine', '3.15', '3.13-slim', '3.13', '3.12-slim'],
  'eclipse-temurin': ['25-jre', '25-jdk', '25-jre-alpine', '21-jre', '21-jdk', '21-jre-alpine', '17-jre', '17-jdk'],
  golang: ['1.27', '1.27-alpine', '1.26', '1.26-alpine'],
  rust: ['1-slim', '1', '1-alpine'],
  ruby: ['3.4-slim', '3.4', '3.4-alpine'],
  php: ['8.5-fpm', '8.5-apache', '8.5-cli', '8.5-fpm-alpine', '8.4-fpm', '8.4-apache'],
  maven: ['3-eclipse-temurin-25', '3-eclipse-temurin-21'],
  gradle: ['9-jdk25', '9-jdk21', '8-jdk21'],
  debian: ['13-slim', '13', '12-slim'],
  ubuntu: ['26.04', '24.04', '22.04'],
  alpine: ['3.24', '3.23'],
  nginx: ['1.30', '1.30-alpine', 'stable-alpine'],
  'nginxinc/nginx-unprivileged': ['stable', 'stable-alpine'],
  httpd: ['2.4', '2.4-alpine'],
  postgres: ['18', '18-alpine', '17', '17-alpine', '16'],
  mysql: ['8.4', '9.7'],
  mariadb: ['12.3', '11.8', '11.4', '10.11'],
  redis: ['8', '8-alpine'],
  busybox: ['1.37'],
  'gcr.io/distroless/static-debian13': ['nonroot'],
  'gcr.io/distroless/base-debian13': ['nonroot'],
  'gcr.io/distroless/cc-debian13': ['nonroot'],
  'gcr.io/distroless/java21-debian13': ['nonroot'],
  'gcr.io/distroless/nodejs24-debian13': ['nonroot'],
  'gcr.io/distroless/python3-debian13': ['nonroot'],
  'mcr.microsoft.com/dotnet/sdk': ['10.0'],
  'mcr.microsoft.com/dotnet/aspnet': ['10.0', '10.0-alpine'],
};

/**
 * The tag that pins what `latest` means of an image: its newest usual version, with nothing else changed. `undefined` for images that
 * are not in the table, or whose plain version is not.
 */
export function tagForLatest(repository: string): string | undefined {
  const tags = Object.hasOwn(supportedTags, repository) ? supportedTags[repository] : undefined;
  const [version = ''] = tags?.[0]?.split('-') ?? [];
  return tags?.includes(version) ? version : undefined;
}
