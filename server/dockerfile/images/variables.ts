import { imageName, type ImageReference } from '../../image.ts';

/** Beginnings of names that Docker's official images set by ENV. Source: the images' Dockerfiles on Docker Hub, November 2026. */
const beginnings =
  /^(?:LANG|LC_|NODE_|YARN_|PYTHON_|GPG_|GO(?:PATH|LANG|TOOLCHAIN|ROOT)|JAVA_|JDK_|JRE_|MAVEN_|GRADLE_|PHP|RUBY|GEM_|BUNDLE_|RUST|CARGO_|NGINX_|NJS_|PKG_|DYNPKG_|ACME_|PG|POSTGRES|MYSQL_|MARIADB_|GOSU_|REDIS_|VALKEY_|HTTPD_|APACHE_|CATALINA_|TOMCAT_|LD_LIBRARY_PATH|DOTNET_|ASPNET|APP_UID|NUGET_|OTP_|REBAR|ELIXIR_|SWIFT_|JULIA_|R_|PERL_|CADDY_|XDG_|MONGO|RABBITMQ_|ELASTIC|ES_|WORDPRESS_|COMPOSER_|DENO_|BUN_|JENKINS_|SONAR|FLINK_|SPARK_|ZOO|SOLR_|CASSANDRA_|NEO4J_|GHOST_|DOCKER_|DIND_|HAPROXY_|MEMCACHED_|TELEGRAF_|INFLUX|KIBANA_|LOGSTASH_|DRUPAL_|NEXTCLOUD_|VARNISH|TERM$|HOSTNAME$|container$)/;

/**
 * Whether an image may set this variable. Images outside of Docker's official ones may set anything.
 * @param image `undefined` when the base is not known
 */
export function mayBeSetBy(image: ImageReference | undefined, name: string): boolean {
  if (!image) return true;
  const base = imageName(image);
  if (base === 'scratch') return false;
  if (base.includes('/') || base.includes('.')) return true;
  const prefix = base.replaceAll('-', '_').toUpperCase();
  return isUsual(name) || name.startsWith(prefix);
}

/** Whether images often set a variable of this name. */
export function isUsual(name: string): boolean {
  return beginnings.test(name);
}
