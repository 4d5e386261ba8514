FROM node:24-alpine AS assets
WORKDIR /app
COPY package.json package-lock.json vite.config.js ./
RUN npm ci
COPY resources ./resources
RUN npm run build

FROM dunglas/frankenphp:1.9-php8.4
ARG USER=laravel

RUN install-php-extensions \
    pcntl \
    pdo_mysql \
    intl \
    zip \
    opcache

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
ENV SERVER_NAME=:8080
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader --prefer-dist
COPY . .
COPY --from=assets /app/public/build ./public/build
RUN composer dump-autoload --optimize \
    && useradd ${USER} \
    && chown -R ${USER}:${USER} /config/caddy /data/caddy storage bootstrap/cache
USER ${USER}
EXPOSE 8080
ENTRYPOINT ["php", "artisan", "octane:frankenphp", "--port=8080"]
