"""Keep named arrays, and lists of names, as the bytes of a small file: weights."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray


def pack(**arrays: NDArray[Any]) -> bytes:
    """Return arrays by their names as the bytes of a file; same arrays, same bytes.

    Examples
    --------
    >>> found = unpack(pack(names=pack_names(["a", "b"])))
    >>> unpack_names(found["names"])
    ['a', 'b']
    """
    import numpy as np

    stream = io.BytesIO()
    named: dict[str, Any] = dict(arrays)
    np.savez_compressed(stream, **named)
    return stream.getvalue()


def unpack(data: bytes) -> dict[str, NDArray[Any]]:
    """Return the arrays that `pack` made the bytes of.

    Raises
    ------
    ValueError
        If the bytes are something else.
    """
    import numpy as np

    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return dict(arrays)


def pack_names(names: Iterable[str]) -> NDArray[np.uint8]:
    """Return names, none of which has a line break, as an array of bytes."""
    import numpy as np

    return np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)


def unpack_names(array: NDArray[np.uint8]) -> list[str]:
    """Return the names that `pack_names` made an array of."""
    text = array.tobytes().decode("utf-8")
    return text.split("\n") if text else []
