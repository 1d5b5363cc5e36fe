"""How a command says no: one line on standard error, exit code 2, no traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


class Refusal(click.ClickException):
    exit_code = 2


@contextmanager
def plainly() -> Iterator[None]:
    """Turns what the scorer, the corpus and the readers of public corpora refuse into a plain message."""
    from pydantic import ValidationError

    from corpora.reading import CorpusError
    from models.errors import InvalidReply, ModelUnavailable
    from models.mirrors.measures import MirrorError
    from service.settings import explain

    try:
        yield
    except InvalidReply as error:
        raise Refusal(f"{error.field} {error}") from error
    except (ModelUnavailable, CorpusError, MirrorError) as error:
        raise Refusal(str(error)) from error
    except ValidationError as error:
        raise Refusal(explain(error)) from error
