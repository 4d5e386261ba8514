FROM postgres:17-alpine

LABEL org.opencontainers.image.source="https://github.com/example/shop" \
      org.opencontainers.image.description="Shop database with its schema and seed data"

ENV POSTGRES_DB=shop \
    POSTGRES_USER=shop \
    LANG=en_US.utf8

# Scripts run in the order of their names, and only when the data directory is empty.
COPY --chmod=644 schema/*.sql /docker-entrypoint-initdb.d/
COPY --chmod=755 init/99-grants.sh /docker-entrypoint-initdb.d/

HEALTHCHECK --interval=10s --timeout=5s --retries=5 \
    CMD pg_isready -U "$POSTGRES_USER" -d "$POSTGRES_DB" || exit 1

CMD ["postgres", "-c", "shared_preload_libraries=pg_stat_statements"]
