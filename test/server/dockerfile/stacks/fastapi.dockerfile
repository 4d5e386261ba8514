FROM python:3.12-slim

WORKDIR /code

COPY ./requirements.txt /code/requirements.txt

RUN pip install --no-cache-dir --upgrade -r /code/requirements.txt

COPY ./app /code/app

RUN useradd -r -u 1001 -M fastapi
USER 1001

CMD ["fastapi", "run", "app/main.py", "--port", "8080", "--proxy-headers"]
