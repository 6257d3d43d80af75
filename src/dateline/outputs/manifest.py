"""What a folder of dateline's says that it holds: version, kind, files with their bytes and SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dateline.outputs.disk import flush

MANIFEST = "dateline-manifest.json"
STAGE = ".dateline-unfinished"  # within the folder, so that putting a file in place is one rename


class OutputError(ValueError):
    """A place can't be written to, or what lies there is not what was written; says why and what to do."""


def is_output(folder: Path) -> bool:
    """Say whether dateline wrote the folder."""
    return (folder / MANIFEST).is_file()


def is_unfinished(folder: Path) -> bool:
    """Say whether a run was stopped, or is just now busy, putting its files in place."""
    return (folder / STAGE / MANIFEST).is_file()


def outside_outputs(files: Iterable[Path], root: Path) -> list[Path]:
    """Leave out the files that dateline itself wrote into a folder below `root`, or into `root`."""
    ours: dict[Path, bool] = {}

    def is_ours(folder: Path) -> bool:
        if folder not in ours:
            above = folder != root and root in folder.parents and is_ours(folder.parent)
            ours[folder] = above or is_output(folder) or folder.name == STAGE
        return ours[folder]

    return [file for file in files if not is_ours(file.parent)]


def read_manifest(folder: str | Path) -> dict:
    """Read what a folder's manifest says: version, kind, files with their bytes and SHA-256.

    Raises
    ------
    OutputError
        There is none, or it is broken.
    """
    path = Path(folder) / MANIFEST
    try:
        manifest = json.loads(path.read_bytes())
        return manifest | {"kind": str(manifest["kind"]), "files": dict(manifest["files"])}
    except FileNotFoundError:
        raise OutputError(f"{folder} has no {MANIFEST}; dateline did not write it.") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise OutputError(
            f"{path} is broken, so nobody can tell what belongs to the last run. Empty the folder, or choose another."
        ) from None


def changed_files(folder: str | Path) -> list[str]:
    """Name the listed files that are missing or are not as they were written, in order."""
    folder = Path(folder)
    files = read_manifest(folder)["files"]
    return [name for name, state in files.items() if not is_as(folder / name, state)]


def is_as(path: Path, state: dict | None) -> bool:
    """Say whether a file is as a manifest has it."""
    return (
        state is not None
        and path.is_file()
        and path.stat().st_size == state["bytes"]
        and state_of(path) == state
    )


def state_of(path: Path, *, to_disk: bool = False) -> dict:
    """Give the bytes and the SHA-256 of a file, as a manifest has them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if to_disk:
        flush(path)
    return {"bytes": path.stat().st_size, "sha256": digest}


def written(manifest: dict) -> bytes:
    """Write a file a line, so that versions of a manifest can be compared and merged by line."""
    head = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in manifest.items() if key != "files"]
    files = [f"  {json.dumps(name)}: {json.dumps(state)}" for name, state in manifest["files"].items()]
    body = ",\n".join([*head, ' "files": {\n' + ",\n".join(files) + "\n }"])
    return ("{\n" + body + "\n}\n").encode()


def own_version() -> str:
    """Give the version of dateline that runs, "" where it is not installed."""
    try:
        return version("dateline")
    except PackageNotFoundError:
        return ""
