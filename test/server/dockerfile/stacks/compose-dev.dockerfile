FROM python:3.13-slim AS base
ENV PYTHONUNBUFFERED=1
WORKDIR /app
RUN useradd --create-home app

FROM base AS dev
COPY requirements.txt requirements-dev.txt ./
RUN pip install --no-cache-dir -r requirements-dev.txt
USER app
CMD ["flask", "--app", "shop", "run", "--debug", "--host", "0.0.0.0"]

FROM base AS prod
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY --chown=app shop ./shop
USER app
HEALTHCHECK CMD python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"
CMD gunicorn --bind 0.0.0.0:${PORT:-8000} shop:app
