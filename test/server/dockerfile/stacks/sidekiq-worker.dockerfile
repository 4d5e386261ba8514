FROM ruby:3.4-alpine AS build
RUN apk add --no-cache build-base postgresql-dev tzdata yaml-dev
WORKDIR /app
COPY .ruby-version Gemfile Gemfile.lock ./
RUN bundle config set --local deployment true \
 && bundle config set --local without 'development test' \
 && bundle install --jobs 4 --retry 3 \
 && find vendor -name '*.o' -delete
COPY . .

FROM ruby:3.4-alpine
RUN apk add --no-cache libpq tzdata \
 && adduser -D -H -u 1000 app
WORKDIR /app
COPY --from=build --chown=app /app ./
COPY --from=build /usr/local/bundle/config /usr/local/bundle/config
ENV RAILS_ENV=production MALLOC_ARENA_MAX=2
USER app
STOPSIGNAL SIGTERM
CMD ["bundle", "exec", "sidekiq", "-C", "config/sidekiq.yml"]
