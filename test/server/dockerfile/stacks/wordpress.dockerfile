FROM wordpress:6.8-php8.3-apache

RUN pecl install redis-6.2.0 \
    && docker-php-ext-enable redis

COPY --chown=www-data:www-data plugins/ /usr/src/wordpress/wp-content/plugins/
COPY --chown=www-data:www-data themes/ /usr/src/wordpress/wp-content/themes/
COPY uploads.ini "$PHP_INI_DIR/conf.d/"
RUN a2enmod headers expires
