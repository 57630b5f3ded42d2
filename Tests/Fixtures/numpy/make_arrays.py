"""Writes the small files beside it, as numpy, zipfile and gzip write them: python make_arrays.py

numpy 2.4.6, Python 3.11. The bytes do not depend on the day.
"""

import gzip
import io
import os
import zipfile

import numpy as np

here = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(here, name)


def number_arrays():
    """Every numeric type in both byte orders: 0 to 5 in two rows and, as plain types can, 100 negated."""
    arrays = {}
    for code in ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"]:
        for order in "<>":
            values = np.array([[0, 1, 2], [3, 4, 5]], dtype=order + code)
            name = code + ("_little" if order == "<" else "_big")
            arrays[name] = values
            arrays[name + "_fortran"] = np.asfortranarray(values)
            if code[0] != "u":
                arrays[name + "_negative"] = -values[1]
    arrays["b1"] = np.array([[False, True, False], [True, True, False]])
    return arrays


texts = ["", "cat", "é", "日本", "🦊 x"]


def text_arrays():
    return {
        "unicode_little": np.array(texts, dtype="<U5"),
        "unicode_big": np.array(texts, dtype=">U5"),
        "bytes": np.array([text.encode() for text in texts], dtype="S9"),
    }


np.savez(path("numbers.npz"), **number_arrays())
np.savez_compressed(path("texts.npz"), **text_arrays())
np.save(path("objects.npy"), np.array(["cat", "dog"], dtype=object), allow_pickle=True)
np.save(path("structured.npy"), np.array([(1, 2.5)], dtype=[("a", "i4"), ("b", "f8")]))
np.save(path("complex.npy"), np.array([1j]))
np.save(path("dates.npy"), np.array(["2024-05-01"], dtype="M8[D]"))
np.save(path("floats.npy"), np.array([0.1, 1e-05, 1e16, 2.0, np.nan, -np.inf, 5e-324]))
np.save(path("halves.npy"), np.array([0.1, 6e-08, 65504, -0.0, np.inf, np.nan, 6.104e-05], dtype="f2"))
with open(path("version-2.npy"), "wb") as file:
    np.lib.format.write_array(file, np.arange(4.0), version=(2, 0))
with open(path("version-3.npy"), "wb") as file:
    np.lib.format.write_array(file, np.arange(4.0), version=(3, 0))


def zip_of_large_files(name):
    """A zip file that has the records of large files, though it is small."""
    limits = zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT
    zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT = 1, 0
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as archive:
        for key, values in [("y_true", [1, 0, 1]), ("y_pred", [1, 0, 0])]:
            buffer = io.BytesIO()
            np.save(buffer, np.array(values))
            info = zipfile.ZipInfo(key + ".npy", (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, buffer.getvalue())
        archive.comment = b"a comment behind the list"
    zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT = limits


zip_of_large_files("large-records.npz")

rows = "y_true,y_pred\n" + "".join(f"{i % 3},{i % 2}\n" for i in range(2000))
half = len(rows) // 2
with open(path("rows.csv"), "w", newline="") as file:
    file.write(rows)
with open(path("rows.csv.gz"), "wb") as file:
    file.write(gzip.compress(rows.encode(), mtime=0))
with open(path("two-members.csv.gz"), "wb") as file:
    file.write(gzip.compress(rows[:half].encode(), mtime=0))
    file.write(gzip.compress(rows[half:].encode(), mtime=0))
