FROM python:3.13-alpine AS docs
WORKDIR /docs
RUN pip install --no-cache-dir mkdocs-material==9.6.23
COPY mkdocs.yml ./
COPY docs ./docs
RUN mkdocs build --strict

FROM caddy:2.10-alpine
COPY --from=docs /docs/site /usr/share/caddy
