"""Write debian-packages.tsv: names, sections and short descriptions of packages, from this machine's apt lists.

    apt-cache dumpavail | python extract_debian_packages.py > debian-packages.tsv

The committed file was made once, on Debian 12 (bookworm, main, amd64). Running this elsewhere gives other packages.
One package is kept of each source package: `0ad` and `0ad-data` have nearly the same words, and one in the training
part would give the other away in the test part.
"""

import random
import sys

SECTIONS = ["games", "graphics", "mail", "math", "net", "science", "sound", "video"]
LARGEST_SECTION = 320


def packages(lines):
    """Yield the fields of each package as a dict; continuation lines are skipped."""
    fields = {}
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if fields:
                yield fields
            fields = {}
        elif not line[0].isspace() and ": " in line:
            key, value = line.split(": ", 1)
            fields[key] = value
    if fields:
        yield fields


def main():
    by_section = {section: [] for section in SECTIONS}
    sources, descriptions = set(), set()
    for fields in packages(sys.stdin):
        name, section = fields["Package"], fields.get("Section", "")
        source = fields.get("Source", name).split(" ")[0]
        description = " ".join(fields.get("Description", "").split())
        if section not in by_section or not description or source in sources or description in descriptions:
            continue
        sources.add(source)
        descriptions.add(description)
        by_section[section].append((name, section, description))
    rows = []
    for section in SECTIONS:
        found = sorted(by_section[section])
        rows += random.Random(section).sample(found, min(LARGEST_SECTION, len(found)))
    print("name\tsection\tdescription")
    for row in sorted(rows):
        print("\t".join(row))


if __name__ == "__main__":
    main()
