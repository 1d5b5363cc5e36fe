"""The tables."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class ModelRelease(Base):
    """A trained model that has served here. Scores of two models are not to be compared without saying so."""

    __tablename__ = "model_release"

    version: Mapped[str] = mapped_column(String(64), primary_key=True)
    corpus: Mapped[str] = mapped_column(String(64))
    first_served_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
