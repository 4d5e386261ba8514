# syntax=docker/dockerfile:1

FROM composer:2.8 AS deps
WORKDIR /app
RUN --mount=type=bind,source=composer.json,target=composer.json \
    --mount=type=bind,source=composer.lock,target=composer.lock \
    --mount=type=cache,target=/tmp/cache \
    composer install --no-dev --no-interaction --no-scripts

FROM php:8.4-fpm-alpine
RUN apk add --no-cache icu-libs libpq \
    && apk add --no-cache --virtual .build-deps $PHPIZE_DEPS icu-dev postgresql-dev \
    && docker-php-ext-install intl opcache pdo_pgsql \
    && pecl install apcu \
    && docker-php-ext-enable apcu \
    && apk del .build-deps
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
COPY docker/php/conf.d/*.ini $PHP_INI_DIR/conf.d/
WORKDIR /var/www/html
COPY --from=deps app/vendor/ ./vendor
COPY . .
USER www-data
