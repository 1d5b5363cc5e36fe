"""How gunicorn serves Heard; read from the folder it is started in."""

from service.settings import load

_settings = load()
bind = _settings.bind
workers = _settings.workers
# The model is loaded once and shared by the workers that are forked from it.
preload_app = True
# A kill -TERM lets replies in work finish.
graceful_timeout = 30
timeout = 60
# The control socket would be shared by every service of this user.
control_socket_disable = True
# A worker that has served this many requests makes room for a fresh one: no leak lives long.
max_requests = 20_000
max_requests_jitter = 2_000


def when_ready(server):  # type: ignore[no-untyped-def]
    print(f"Heard is at http://{bind}", flush=True)
