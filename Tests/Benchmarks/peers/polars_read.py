"""polars reads a CSV file: python3 polars_read.py FILE; prints the seconds of reading alone and the number of rows."""

import json
import sys
import time

import polars as pl

start = time.perf_counter()
table = pl.read_csv(sys.argv[1])
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "rows": table.height}))
