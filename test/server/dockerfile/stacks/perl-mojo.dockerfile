FROM perl:5.42-slim
RUN apt-get update -y && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY cpanfile cpanfile.snapshot ./
RUN cpm install -g --show-build-log-on-failure && rm -rf ~/.perl-cpm
COPY . .
USER www-data
EXPOSE 3000
CMD ["hypnotoad", "-f", "script/shop"]
