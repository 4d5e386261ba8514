FROM debian:13-slim

# grab gosu for easy step-down from root
RUN set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends gosu tini; \
	rm -rf /var/lib/apt/lists/*; \
# verify that the binary works
	gosu nobody true

RUN groupadd --gid 999 --system app && useradd --uid 999 --system --gid app --home-dir /data app
RUN mkdir /data && chown app:app /data
VOLUME /data
WORKDIR /data

COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/
ENTRYPOINT ["tini", "--", "docker-entrypoint.sh"]
EXPOSE 6379
CMD ["app-server", "--protected-mode", "no"]
