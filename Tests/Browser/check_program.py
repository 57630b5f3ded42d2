"""The program takes what is hostile: it ends as its help says, and writes where it was told to."""

import hostile_registry

# `assay help`: done; --strict and a warning; nothing could be done.
DOCUMENTED = {0, 1, 2}


def the_program_ends_hostile_input_with_a_documented_code_and_writes_nothing_elsewhere(workshop, findings):
    """Every command, on every run of the hostile experiment."""
    site = workshop.hostile.folder
    registry = site.parent / "hostile" / "registry"
    out = workshop.scratch / "out"
    runs = sorted(file.parent for file in (registry / hostile_registry.EXPERIMENT).rglob("erm_metadata.json"))
    commands = [["build", registry, "--out", out / "strict", "--strict"], ["list", registry, "--format", "json"]]
    for run in runs:
        commands.append(["report", run, "--out", out / "run.html"])
        for form in ("json", "markdown"):
            commands.append(["compare", runs[0], run, "--format", form, "--out", out / f"compared.{form}"])
        commands += [["evaluate", file] for stem in ("predictions", "sets") for file in run.glob(f"artifacts/{stem}.*")]
    watched = [registry.parent, site, workshop.program.folder]
    before = contents(watched)
    out.mkdir()
    for command in findings.look_at(commands):
        result = workshop.program.run(*command)
        words = " ".join(map(str, command))
        findings.expect(result.code in DOCUMENTED, words, f"ended with {result.code}: {result.errors[-300:]}")
        findings.expect(result.code != 2 or result.errors, words, "refused without a word")
    for changed in before ^ contents(watched):
        findings.add(changed[0], "was written, changed or removed outside the output folder")


def contents(folders):
    """Path, size and time of every file below some folders."""
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files}


CHECKS = [the_program_ends_hostile_input_with_a_documented_code_and_writes_nothing_elsewhere]
