"""Time evaluation beside other tools, on the same files in the same run: python3 evaluation.py PATH-OF-ASSAY FOLDER

FOLDER keeps the files, which are made when missing. Every program runs as a whole process and in turn with its peer;
printed are medians of wall time, the largest memory (mapped files included), the ratio, and whether the numbers agree.
"""

import json
import math
import os
import re
import sys
from pathlib import Path

from make_predictions import LABELS, Files
from process import Failure, in_turn, measure, median

PEERS = Path(__file__).resolve().parent / "peers"
REPEATS = 3
TOLERANCE = 1e-9
REPORT = ["accuracy"] + [
    f"{name}_{average}" for name in ("precision", "recall", "f1") for average in ("macro", "weighted")
]
MULTICLASS = REPORT + ["roc_auc_ovr_macro", "average_precision_macro", "log_loss"]
BINARY = REPORT + ["roc_auc", "average_precision", "log_loss"]


class Bench:
    """One run of the benchmark."""

    def __init__(self, assay, folder):
        self.assay = assay
        self.files = Files(folder)
        self.folder = Path(folder)
        self.missed = []

    def peer(self, name, *arguments):
        return [sys.executable, str(PEERS / name), *map(str, arguments)]

    def line(self, work, assay, peer, target, met):
        """One line of the table."""
        mark = "" if met else "  <- missed"
        if not met:
            self.missed.append(work)
        print(f"{work:<52}{peer:>22}{assay:>26}   {target}{mark}", flush=True)

    def asked(self, names, *files):
        """The command that asks Assay for the numbers of a peer, each with its interval, and the confusion matrix."""
        return [self.assay, "evaluate", *files, "--format", "json", "--metrics", ",".join(names), "--errors", "0"]

    def against(self, work, files, peer, wanted, memory=None, names=()):
        """A program against a peer: how many times as fast, and whether the numbers agree.

        First the numbers of the peer, which is what the ratio is wanted for; then everything that Assay computes when
        nothing else is said, some fifty metrics with curves, calibration and likely label errors.
        """
        command = self.asked(names, *files)
        whole = [self.assay, "evaluate", *files, "--format", "json"]
        ours, all_of_it, theirs = in_turn([command, whole, peer], REPEATS)
        numbers = json.loads(theirs[0].output)
        for found in (ours, all_of_it):
            compare(json.loads(found[0].output), numbers, names)
        ratio = median(theirs) / median(ours)
        largest = max(one.memory for one in ours)
        self.line(
            work,
            f"{median(ours):.3f} s {largest:5.0f} MiB {ratio:5.1f}x",
            f"{median(theirs):.2f} s {max(one.memory for one in theirs):5.0f} MiB",
            f">= {wanted}x" + (f", <= {memory} MB" if memory else ""),
            ratio >= wanted and (memory is None or largest * 1.048576 <= memory),
        )
        memory = max(one.memory for one in all_of_it)
        ratio = median(theirs) / median(all_of_it)
        print(f"{'  and everything else':<74}{median(all_of_it):.3f} s {memory:5.0f} MiB {ratio:5.1f}x", flush=True)

    def evaluation(self):
        for work, file, wanted, memory in (
            ("1,000,000 x 10, numbers as labels", self.files.numbers(), 20, 250),
            ("1,000,000 x 10, words as labels", self.files.words(), 60, None),
        ):
            self.against(work, [str(file)], self.peer("sklearn_report.py", file), wanted, memory, MULTICLASS)

    def reading(self):
        for work, file in (
            ("reading it, six decimals", self.files.numbers()),
            ("reading it, all digits", self.files.digits()),
        ):
            command = [self.assay, "evaluate", str(file), "--timings", "--errors", "0"]
            ours, theirs = in_turn([command, self.peer("polars_read.py", file)], REPEATS + 2)
            seconds = median(ours, lambda one: float(re.search(r"read +([0-9.]+) s", one.errors)[1]))
            peer = median(theirs, lambda one: json.loads(one.output)["seconds"])
            size = file.stat().st_size / 1e6
            self.line(
                f"{work} ({size:.0f} MB)", f"{seconds:.3f} s {peer / seconds:5.2f}x", f"{peer:.3f} s",
                "no slower", seconds <= peer,
            )

    def binary(self):
        truth, score = self.files.binary()
        files = ["--y-true", str(truth), "--y-score", str(score)]
        self.against(
            "5,000,000 binary from NPY", files, self.peer("sklearn_binary.py", truth, score), 12, names=BINARY
        )

    def many_labels(self):
        file = self.files.many_labels()
        out, peer_out = self.folder / "report.html", self.folder / "pycm.html"
        commands = [
            [self.assay, "report", str(file), "--out", str(out)],
            self.peer("pycm_report.py", file, peer_out),
        ]
        ours, theirs = in_turn(commands, REPEATS)
        size, peer_size = out.stat().st_size, peer_out.stat().st_size
        numbers = json.loads(theirs[0].output)
        evaluated = measure([self.assay, "evaluate", str(file), "--format", "json", "--errors", "0"])
        compare(json.loads(evaluated.output), numbers, ["accuracy", "f1_macro"])
        self.line(
            "200,000 x 1,000 labels -> HTML",
            f"{median(ours):.3f} s {size / 1000:5.0f} KB",
            f"{median(theirs):.2f} s {peer_size / 1000:.0f} KB",
            "<= 0.5 s, <= 500 KB",
            median(ours) <= 0.5 and size <= 500_000,
        )

    def bootstrap(self):
        baseline, candidate = self.files.pair()
        command = [self.assay, "evaluate", str(candidate), "--against", str(baseline), "--format", "json"]
        ours = [measure(command) for _ in range(REPEATS)]
        theirs = measure(self.peer("sklearn_bootstrap.py", baseline, candidate))
        differences = json.loads(ours[0].output)["comparison"]["differences"]
        for name, ends in json.loads(theirs.output).items():
            width = ends[1] - ends[0]
            for ours_end, end in zip((differences[name]["low"], differences[name]["high"]), ends):
                if abs(ours_end - end) > 0.1 * width:
                    sys.exit(f"the interval of {name} ends at {ours_end}, by the peer at {end}")
        self.line(
            "paired bootstrap, 100,000 pairs, 2,000 resamples",
            f"{median(ours):.3f} s {theirs.wall / median(ours):5.0f}x",
            f"{theirs.wall:.2f} s",
            "<= 0.5 s",
            median(ours) <= 0.5,
        )

    def scaling(self):
        """What a row costs, beyond what the program takes for a file of a hundred rows."""
        sizes = [100_000, 1_000_000, 10_000_000]
        commands = [self.asked(MULTICLASS, str(self.files.numbers(rows))) for rows in [100, *sizes]]
        start, *runs = in_turn(commands, REPEATS + 2)
        print(f"\ncost of a row, from reading to JSON, less the {median(start):.3f} s that 100 rows take")
        costs = []
        for rows, run in zip(sizes, runs):
            seconds = median(run)
            costs.append((seconds - median(start)) / rows)
            print(
                f"  {rows:>10,} rows {seconds:8.3f} s {costs[-1] * 1e9:7.0f} ns a row"
                f" ({seconds / rows * 1e9:.0f} with the start)"
            )
        factor = max(costs) / min(costs)
        print(f"  largest to smallest: {factor:.2f} (wanted: <= 1.5)")
        if factor > 1.5:
            self.missed.append("cost of a row")
        memory, wanted = max(one.memory for one in run), 8 * LABELS + 24
        size = memory * 2**20 / rows
        print(f"  memory of the last: {memory:.0f} MiB, {size:.1f} bytes a row of {LABELS} labels (wanted: <= {wanted})")
        if size > wanted:
            self.missed.append("memory of a row")


def compare(ours, theirs, names):
    """End with a message if a number of the peer's is not ours to 1e-9."""
    for name in names:
        if not math.isclose(ours["metrics"][name], theirs[name], rel_tol=TOLERANCE):
            sys.exit(f"{name} is {ours['metrics'][name]!r}, by the peer {theirs[name]!r}")
    if "confusion" in theirs and ours["confusion"]["counts"] != theirs["confusion"]:
        sys.exit("the confusion matrices differ")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    bench = Bench(str(Path(sys.argv[1]).resolve()), sys.argv[2])
    print(f"evaluation on {os.cpu_count()} cores; whole processes, medians of {REPEATS} turns")
    print("(what ends within a second is run three times in each)")
    print(f"{'work':<52}{'peer':>22}{'assay':>26}   wanted")
    for part in (bench.evaluation, bench.reading, bench.binary, bench.many_labels, bench.bootstrap, bench.scaling):
        try:
            part()
        except Failure as failure:
            print(f"{part.__name__}: failed: {failure}")
            bench.missed.append(part.__name__)
    print(f"\nall numbers that were compared agree; {'missed: ' + ', '.join(bench.missed) if bench.missed else 'every target is met'}")


if __name__ == "__main__":
    main()
