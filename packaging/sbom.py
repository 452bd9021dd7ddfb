"""The bill of materials of the app (CycloneDX 1.6): what ships, in which version, with which hash.

`python packaging/sbom.py FILE [FROZEN_FOLDER]`: the packages come from cyclonedx-bom, which reads
what is installed; the libraries inside them, what only a frozen app carries, and the speech model
of the pack are added. The same input gives the same bytes: no serial number, and a time only from
SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from naklank import __version__
from naklank.assembly.licences import collect_licences, parts_inside, read_parts, required
from naklank.speech.models import BASE, read_models
from notices import ROOT, frozen_parts, requirements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.metadata import Distribution

    from naklank.assembly.licences import Part

Row = dict[str, Any]

_SCHEMA: Final = "1.6"
_ROOT_REFERENCE: Final = "root-component"
"""As cyclonedx-bom calls the app."""


def bill_of_materials(frozen: Path | None = None) -> str:
    """The bill as JSON, valid by its schema; of a frozen folder with the files that lie there.

    Raises ValueError when it breaks the schema.
    """
    bill = _installed()
    brought = required(requirements())
    packages = [row for row in bill["components"] if _normal(row["name"]) in brought]
    terms = {_normal(one.name): one.licence for one in collect_licences(requirements())}
    for row in packages:
        row["licenses"] = [_licence(terms[_normal(row["name"])])]
    parts = [
        _part(part, files, base, [f"{one.name}=={one.version}" for one in carriers])
        for part, carriers, files, base in _parts(frozen)
    ]
    model = _model()
    bill["components"] = sorted([*packages, *parts, model], key=lambda row: str(row["bom-ref"]))
    bill["metadata"]["component"]["version"] = __version__
    bill["dependencies"] = _dependencies(bill, packages, [*parts, model])
    text = json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    _check(text)
    return text


def _installed() -> Row:
    """All that is installed here, as cyclonedx-bom describes it."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
    command += ["--no-validate"]  # what is made of it is
    command += ["--pyproject", str(ROOT / "pyproject.toml"), "--sv", _SCHEMA, sys.executable]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    found: Row = json.loads(done.stdout)
    return found


def _parts(
    frozen: Path | None,
) -> Iterator[tuple[Part, Sequence[Distribution], Sequence[Path], Path]]:
    """Each part with the packages that carry it, its files, and the folder they lie in."""
    distributions = required(requirements())
    parts = read_parts()
    inside = list(parts_inside(parts, distributions))
    yield from ((part, (), (), ROOT) for part in parts if part.resource)
    if frozen is not None:
        known = {part.name: carriers for part, carriers, _ in inside}
        for part, there in frozen_parts(frozen):
            yield part, known.get(part.name, ()), there, frozen
    else:
        for part, carriers, files in inside:
            yield part, carriers, files, Path(str(carriers[0].locate_file("")))


def _part(part: Part, files: Sequence[Path], base: Path, carriers: Sequence[str]) -> Row:
    row: Row = {
        "type": "machine-learning-model" if "weights" in part.name else "library",
        "bom-ref": f"part:{part.name}",
        "name": part.name,
        "copyright": part.copyright,
        "licenses": [_licence(part.licence)],
        "externalReferences": [{"type": "vcs", "url": part.home}],
        "components": [_file(file.relative_to(base).as_posix(), _sha256(file)) for file in files],
    }
    if carriers:
        row["properties"] = [{"name": "naklank:inside", "value": one} for one in carriers]
    return row


def _model() -> Row:
    """The speech model of the pack, by the hashes that the app checks."""
    model = next(one for one in read_models(ROOT / "resources" / "models") if one.name == BASE)
    return {
        "type": "machine-learning-model",
        "bom-ref": f"model:{model.name}",
        "name": model.repository,
        "version": model.revision,
        "purl": f"pkg:huggingface/{model.repository}@{model.revision}",
        "licenses": [_licence("MIT")],
        "components": [_file(one.name, one.sha256) for one in model.files],
    }


def _file(name: str, sha256: str) -> Row:
    return {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": sha256}]}


def _licence(expression: str) -> Row:
    """An expression of SPDX's, or the name of one that it does not know."""
    if expression.startswith("LicenseRef-"):
        return {"license": {"name": expression.removeprefix("LicenseRef-")}}
    return {"expression": expression}


def _dependencies(bill: Row, packages: Sequence[Row], added: Sequence[Row]) -> list[Row]:
    """Of what is listed alone; who carries a part depends on it, the app on the rest."""
    listed = {row["bom-ref"] for row in packages} | {_ROOT_REFERENCE}
    graph = {
        row["ref"]: set(row.get("dependsOn", ())) & listed
        for row in bill["dependencies"]
        if row["ref"] in listed
    }
    for row in added:
        graph[row["bom-ref"]] = set()
        carriers = {one["value"] for one in row.get("properties", ())}
        owners = {one for one in listed if _normal(one) in set(map(_normal, carriers))}
        for owner in owners or {_ROOT_REFERENCE}:
            graph[owner].add(row["bom-ref"])
    return [{"ref": ref, "dependsOn": sorted(graph[ref])} for ref in sorted(graph)]


def _check(text: str) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    error = JsonStrictValidator(SchemaVersion.from_version(_SCHEMA)).validate_str(text)
    if error is not None:
        raise ValueError(str(error.data.message)[-500:])


def _normal(name: str) -> str:
    from packaging.utils import canonicalize_name

    return canonicalize_name(name)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main(file: Path, frozen: Path | None = None) -> int:
    file.write_text(bill_of_materials(frozen), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
