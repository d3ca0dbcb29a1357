# SPDX-License-Identifier: Apache-2.0
"""What the calculators may be asked by name, for type checkers only: the same names for numbers and for arrays."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from typing_extensions import TypedDict

Given = TypeVar("Given")
Counting = Literal["offered", "answered", "offered_without_early", "early_counts", "virtual"]


class PromisesB(TypedDict, Generic[Given], total=False):
    blocked: Given | None
    max_occupancy: Given | None


class _Calls(TypedDict, Generic[Given]):
    aht_s: Given


class CallsC(_Calls[Given], Generic[Given], total=False):
    within_s: Given
    counting: Counting


class CallsA(CallsC[Given], Generic[Given], total=False):
    patience_s: Given | None
    lines: Given | None


class PromisesC(CallsC[Given], Generic[Given], total=False):
    answered: Given | None
    average_wait_s: Given | None
    wait_probability: Given | None
    max_occupancy: Given | None


class PromisesA(PromisesC[Given], Generic[Given], total=False):
    patience_s: Given | None
    lines: Given | None
    abandoned: Given | None
    blocked: Given | None
