# SPDX-License-Identifier: Apache-2.0
"""In which time zone the tables of a scenario to be are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def zone_of(
    key: str, values: Mapping[str, Any], before: Callable[[str | None], str | None] = lambda name: None
) -> str | None:
    """The time zone in which a table under this key is, in a scenario where these values are put in one after another.

    ``before`` tells the one that it has without them under an organisation, or as it is. An organisation may have a
    zone of its own.
    """
    first, *rest = key.split(".")
    name = rest[0] if first == "organisations" and rest else None
    said = None if name is None else _said(_of_organisation(values, name))
    said = said or _said(values)
    return said[0] if said else before(name)


def _said(values: Mapping[str, Any]) -> list[Any]:
    """The zone that the last value says, which may be none; nothing where no value says anything about it."""
    for key, value in reversed([*values.items()]):
        if key == "calendar":
            return [value.get("time_zone") if isinstance(value, Mapping) else None]
        if key in ("calendar.time_zone", "*.time_zone", "calendar.*"):
            return [value]
    return []


def _of_organisation(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What these values say of it, by its own keys."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        first, *rest = str(key).split(".", 2)
        if first != "organisations" or (rest and rest[0] not in (name, "*")):
            continue
        if len(rest) == 2:
            found[rest[1]] = value
        elif isinstance(value, Mapping):
            found |= value if rest else value.get(name) or {}
    return found
