"""Load all runs of a file store with MLflow: python3 mlflow_load.py FOLDER

Prints the seconds that importing mlflow and that `search_runs` took, and how many runs and columns it gave.
"""

import os
import sys
import time
import warnings

warnings.filterwarnings("ignore")
# Recent versions refuse the file store unless told that this is meant.
os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"


def main(folder):
    start = time.perf_counter()
    import mlflow

    imported = time.perf_counter()
    mlflow.set_tracking_uri("file://" + os.path.abspath(folder))
    runs = mlflow.search_runs(search_all_experiments=True, max_results=50_000)
    loaded = time.perf_counter()
    print(f"{imported - start:.3f} {loaded - imported:.3f} {runs.shape[0]} {runs.shape[1]}")


if __name__ == "__main__":
    main(sys.argv[1])
