FROM alpine:3.22

# Latest releases available at https://github.com/aptible/supercronic/releases
ARG SUPERCRONIC_VERSION=v0.2.39
ARG TARGETARCH
ADD --chmod=755 https://github.com/aptible/supercronic/releases/download/${SUPERCRONIC_VERSION}/supercronic-linux-${TARGETARCH} /usr/local/bin/supercronic

RUN apk add --no-cache bash curl jq postgresql17-client tzdata \
 && addgroup -g 1000 cron \
 && adduser -D -u 1000 -G cron cron

ENV TZ=Asia/Seoul
WORKDIR /jobs
COPY --chown=cron:cron crontab ./
COPY --chown=cron:cron --chmod=755 bin ./bin
USER cron
CMD ["supercronic", "-passthrough-logs", "/jobs/crontab"]
