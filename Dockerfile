# Two stages: the wheel is built in one and installed in the other; no source and no build tool in the image.
FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /opt/heard && /opt/heard/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY corpora corpora
COPY models models
COPY service service
RUN /opt/heard/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /tmp . \
    && /opt/heard/bin/pip install --no-cache-dir --no-deps /tmp/heard-*.whl

FROM python:3.12-slim
RUN useradd --system --uid 10001 heard && install -d -o heard /var/lib/heard
COPY --from=build /opt/heard /opt/heard
COPY gunicorn.conf.py /opt/heard/
USER heard
ENV HEARD_DATA_DIR=/var/lib/heard HEARD_BIND=0.0.0.0:8000 PYTHONDONTWRITEBYTECODE=1
VOLUME /var/lib/heard
WORKDIR /opt/heard
EXPOSE 8000
HEALTHCHECK --start-period=20s CMD ["/opt/heard/bin/python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/readyz')"]
CMD ["/opt/heard/bin/gunicorn", "service.app:create_app()"]
