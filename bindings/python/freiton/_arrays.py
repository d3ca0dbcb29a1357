# SPDX-License-Identifier: Apache-2.0
"""Broadcasting: parameters of any shapes into columns for the engine, and its answers back into one shape.

What the answers are follows from what came in: a Series of pandas where one did, a masked array where one did.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from freiton._arguments import wrong_type

Doubles = NDArray[np.float64]
_NUMBERS = "a number or an array of numbers"


class NotNumbersError(TypeError, ValueError):
    """An array of something else. Python's float() and NumPy call it the one for some values, the other for others."""


class Cases:
    """Parameters that were broadcast against each other; None means not given."""

    def __init__(self, needed: tuple[str, ...] = (), **given: Any) -> None:
        for name, value in given.items():
            if value is None and name in needed:
                raise wrong_type(name, _NUMBERS, value)
        given = {name: value for name, value in given.items() if value is not None}
        arrays = {name: doubles(name, value) for name, value in given.items()}
        self.shape = _common_shape(arrays)
        self._index = common_index(given)
        masks = [np.ma.getmaskarray(value) for value in given.values() if isinstance(value, np.ma.MaskedArray)]
        self._mask = np.logical_or.reduce([np.broadcast_to(mask, self.shape) for mask in masks]) if masks else None
        self.size = math.prod(self.shape)
        self.columns = {name: self._column(array) for name, array in arrays.items()}

    def _column(self, array: Doubles) -> Doubles:
        if array.size == 1:
            return array.reshape(1)
        return np.ascontiguousarray(np.broadcast_to(array, self.shape)).reshape(-1)

    def shaped(self, flat: NDArray[Any]) -> Any:
        """A plain number if every parameter was one, else an array of the common shape, masked where one of them was;
        a Series with the index of those that were given, if they have that shape.
        """
        if self.shape == ():
            return np.ma.masked if self._mask is not None and self._mask else flat.item()
        array = flat.reshape(self.shape)
        if self._mask is not None:
            return np.ma.array(array, mask=self._mask)
        return like(self._index, array)

    def given(self, name: str) -> Any:
        """The parameter in the common shape."""
        column = self.columns[name]
        return self.shaped(np.full(self.size, column[0]) if column.size == 1 else column.copy())


def doubles(name: str, value: Any) -> Doubles:
    """Numbers of any kind; NaN where they are masked or not known."""
    if isinstance(value, np.ma.MaskedArray):
        value = np.where(np.ma.getmaskarray(value), np.nan, value.data) if value.dtype.kind in "iufb" else value.data
    if isinstance(value, pd.Series) and isinstance(value.dtype, pd.api.extensions.ExtensionDtype):
        value = value.astype(object).where(value.notna(), np.nan)
    array = np.asarray(value)
    if array.dtype.kind == "O":
        try:
            if any(isinstance(cell, (str, bytes)) for cell in array.flat):  # which float() would read
                raise TypeError
            array = array.astype(np.float64)
        except (TypeError, ValueError):
            if array.shape == ():
                raise wrong_type(name, _NUMBERS, value) from None
            raise NotNumbersError(f"{name}: must be {_NUMBERS}, and holds other things") from None
    if array.dtype.kind not in "iufb":
        raise NotNumbersError(f"{name}: must be {_NUMBERS}, got {array.dtype}")
    return np.ascontiguousarray(array, dtype=np.float64).reshape(array.shape)


def common_index(given: dict[str, Any]) -> pd.Index[Any] | None:
    """The index of the Series among the parameters; None if there are none."""
    series = {name: value.index for name, value in given.items() if isinstance(value, pd.Series)}
    index = next(iter(series.values()), None)
    if not all(other.equals(index) for other in series.values()):
        raise ValueError(f"{', '.join(series)}: these Series have different indexes; align them first")
    return index


def like(index: pd.Index[Any] | None, array: NDArray[Any]) -> Any:
    """A Series with that index, where there is one and it fits."""
    return array if index is None or array.shape != index.shape else pd.Series(array, index=index)


def _common_shape(arrays: dict[str, Doubles]) -> tuple[int, ...]:
    try:
        return np.broadcast_shapes(*(array.shape for array in arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items() if array.shape)
        raise ValueError(f"shapes do not fit together: {shapes}") from None
