# The service: Python, the locked packages and the code. No Java, no tools, no development personas, not root.
FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY requirements/build.txt requirements/serve.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/build.txt \
    && uv venv /opt/goldenthread \
    && uv pip sync --no-cache --python /opt/goldenthread/bin/python --require-hashes requirements/serve.txt
COPY . .
RUN hatchling build --target wheel --directory /wheel \
    && uv pip install --no-cache --python /opt/goldenthread/bin/python --no-deps /wheel/*.whl \
    && rm -r /opt/goldenthread/lib/python3.11/site-packages/api/personas

FROM python:3.11-slim-bookworm
COPY --from=build /opt/goldenthread /opt/goldenthread
ENV PATH=/opt/goldenthread/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    GOLDENTHREAD_HOST=0.0.0.0
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/livez', timeout=2)"]
CMD ["goldenthread", "serve"]
