# SPDX-License-Identifier: Apache-2.0
"""Broadcasting: parameters of any shapes into columns for the engine, and its answers back into one shape."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


class Cases:
    """Parameters that were broadcast against each other; None means not given."""

    def __init__(self, **given: Any) -> None:
        arrays = {name: _doubles(name, value) for name, value in given.items() if value is not None}
        self.shape = _common_shape(arrays)
        self.size = math.prod(self.shape)
        self.columns = {name: self._column(array) for name, array in arrays.items()}

    def _column(self, array: Doubles) -> Doubles:
        if array.size == 1:
            return array.reshape(1)
        return np.ascontiguousarray(np.broadcast_to(array, self.shape)).reshape(-1)

    def shaped(self, flat: NDArray[Any]) -> Any:
        """A plain number if every parameter was one, else an array of the common shape."""
        return flat.item() if self.shape == () else flat.reshape(self.shape)

    def given(self, name: str) -> Any:
        """The parameter in the common shape."""
        column = self.columns[name]
        return self.shaped(np.full(self.size, column[0]) if column.size == 1 else column.copy())


def _doubles(name: str, value: Any) -> Doubles:
    if np.ma.is_masked(value):
        raise ValueError(f"{name}: masked values are not understood; fill them first, or leave them out")
    array = np.asarray(value)
    if array.dtype.kind == "O":
        try:
            array = array.astype(np.float64)
        except (TypeError, ValueError):
            raise ValueError(f"{name}: must be a number or an array of numbers") from None
    if array.dtype.kind not in "iufb":
        raise ValueError(f"{name}: must be a number or an array of numbers, got {array.dtype}")
    return np.ascontiguousarray(array, dtype=np.float64).reshape(array.shape)


def _common_shape(arrays: dict[str, Doubles]) -> tuple[int, ...]:
    try:
        return np.broadcast_shapes(*(array.shape for array in arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items() if array.shape)
        raise ValueError(f"shapes do not fit together: {shapes}") from None
