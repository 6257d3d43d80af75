"""Folders and files that dateline writes: whole or not at all, and nothing of the user's is touched.

A folder holds one run and a manifest that lists its files. New files are written beside the old ones, in a hidden
folder, and put in their place once all of them are there; a run that is stopped on the way (kill -9, full disk, no
power) leaves the old files whole, and one that is stopped while files are put in place is finished by whoever comes
next, as with a database's write-ahead log.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from typing import IO

MANIFEST = "dateline-manifest.json"
_STAGE = ".dateline-unfinished"  # within the folder, so that putting a file in place is one rename
_LOCK = "lock"


class OutputError(ValueError):
    """A place can't be written to, or what lies there is not what was written; says why and what to do."""


def check_output(folder: str | Path, kind: str, sources: Iterable[object] = ()) -> None:
    """Refuse a folder that must not or can't be written to, before any work is done.

    Parameters
    ----------
    folder : path
        Good is a folder that is not there yet, is empty, or was written by dateline with the same kind of files.
    kind : str
        What is to be written, such as "tables" or "charts".
    sources : iterable
        What is read; a folder or file among it that lies in `folder` is refused.

    Raises
    ------
    OutputError
        With the reason and what to do instead.

    Examples
    --------
    >>> check_output("data", "tables")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    dateline.outputs.OutputError: data/ holds files that dateline did not write (...). Choose a folder that is new \
or empty, such as data/tables.
    """
    folder = Path(folder)
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise OutputError(f"{there} is a file and no folder. Choose a folder that is new or empty.")
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(f"{there.absolute()} can't be written to. Choose a folder of your own.")
    for source in sources:
        if isinstance(source, str | Path) and _lies_in(source, folder):
            raise OutputError(f"{folder}/ is read from, so nothing is written to it. Choose another folder.")
    if not folder.exists():
        return
    finish(folder)
    if not is_output(folder):
        others = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        if others:
            some = ", ".join(others[:3]) + ", ..." * (len(others) > 3)
            raise OutputError(
                f"{folder}/ holds files that dateline did not write ({some}). "
                f"Choose a folder that is new or empty, such as {folder / kind}."
            )
    elif (other := read_manifest(folder)["kind"]) != kind:
        raise OutputError(
            f"{folder}/ holds {other}. Give {kind} a folder of their own, such as {folder / kind}."
        )


@contextmanager
def whole_folder(folder: str | Path, kind: str, about: dict | None = None) -> Iterator[Path]:
    """Give a folder to write into; what is in it at the end takes the place of what `folder` held before.

    Parameters
    ----------
    folder : path
        Checked by `check_output`, made if it is not there.
    kind : str
        What is written; a folder holds one kind.
    about : dict, optional
        Further entries of the manifest, such as options; no times of day, as the same run makes the same bytes.

    Yields
    ------
    Path
        A hidden folder on the same disk. If the block raises, it goes and `folder` stays as it was. Files that the
        manifest does not list are never touched; a listed file that was changed by hand since is kept beside the new
        one as "NAME.changed".

    Raises
    ------
    OutputError
        The folder is refused, or another process is writing to it.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     with whole_folder(f"{place}/out", "notes") as stage:
    ...         _ = (stage / "note.txt").write_text("rain")
    ...     sorted(path.name for path in Path(place, "out").iterdir())
    ['dateline-manifest.json', 'note.txt']
    """
    folder = Path(folder)
    check_output(folder, kind)
    made = _make(folder)
    stage = folder / _STAGE
    lock = _locked(folder)
    try:
        for left in stage.iterdir():  # of a run that was stopped before all was written
            if left.name != _LOCK:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
        content = stage / "files"
        content.mkdir()
        yield content
        files = {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*"))}
        listed = {name: _state(path, flush=True) for name, path in files.items() if path.is_file()}
        manifest = {"dateline": own_version(), "kind": kind} | (about or {}) | {"files": listed}
        with whole_file(stage / MANIFEST) as path:  # from here on the new files count
            path.write_bytes(_written(manifest))
        _put_in_place(folder)
    finally:
        _unlock(lock, stage)
        for place in reversed(made):
            with suppress(OSError):  # goes only if nothing was written
                place.rmdir()


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Give a path to write to; the file takes the place of `path` at the end, or goes if the block raises.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole_file(Path(folder, "note.txt")) as path:
    ...         _ = path.write_text("rain")
    ...     [path.name for path in Path(folder).iterdir()]
    ['note.txt']
    """
    path = Path(path)
    beside = path.with_name(f".{path.name[:100]}.unfinished-{os.getpid()}")
    try:
        yield beside
        _flush(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def is_output(folder: Path) -> bool:
    """Say whether dateline wrote the folder."""
    return (folder / MANIFEST).is_file()


def is_unfinished(folder: Path) -> bool:
    """Say whether a run was stopped, or is just now busy, putting its files in place."""
    return (folder / _STAGE / MANIFEST).is_file()


def outside_outputs(files: Iterable[Path], root: Path) -> list[Path]:
    """Leave out the files that dateline itself wrote into a folder below `root`, or into `root`."""
    ours: dict[Path, bool] = {}

    def is_ours(folder: Path) -> bool:
        if folder not in ours:
            above = folder != root and root in folder.parents and is_ours(folder.parent)
            ours[folder] = above or is_output(folder) or folder.name == _STAGE
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
    return [name for name, state in files.items() if not _is(folder / name, state)]


def finish(folder: str | Path) -> None:
    """Put in place what a stopped run had written whole; nothing to do in all other cases.

    Raises
    ------
    OutputError
        Another process is at it, or the folder can't be written to.
    """
    folder = Path(folder)
    stage = folder / _STAGE
    if not is_unfinished(folder):
        return
    try:
        lock = _locked(folder)
    except OSError as error:
        raise OutputError(
            f"{folder}: a run was stopped while its files were put in place, and they can't be now ({error.strerror})."
        ) from None
    try:
        if is_unfinished(folder):
            _put_in_place(folder)
    finally:
        _unlock(lock, stage)


def _put_in_place(folder: Path) -> None:
    """Move the listed files of the hidden folder to their names; can be stopped and begun again anywhere."""
    stage = folder / _STAGE
    new = json.loads((stage / MANIFEST).read_bytes())["files"]
    old = read_manifest(folder)["files"] if is_output(folder) else {}
    for name, state in new.items():
        path, waiting = folder / name, stage / "files" / name
        if not waiting.is_file():
            continue  # is there already
        if path.exists() and not _is(path, old.get(name)) and not _is(path, state):
            _set_aside(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(waiting, path)
    for name in old:
        if name not in new and _is(folder / name, old[name]):
            (folder / name).unlink()
    os.replace(stage / MANIFEST, folder / MANIFEST)
    _flush_names(folder)


def _set_aside(path: Path) -> None:
    """Keep a file that a user changed (or put there) under another name."""
    names = (path.with_name(f"{path.name}.changed{number or ''}") for number in count())
    path.rename(next(name for name in names if not name.exists()))


def _is(path: Path, state: dict | None) -> bool:
    return (
        state is not None
        and path.is_file()
        and path.stat().st_size == state["bytes"]
        and _state(path) == state
    )


def _state(path: Path, flush: bool = False) -> dict:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if flush:
        _flush(path)
    return {"bytes": path.stat().st_size, "sha256": digest}


def _written(manifest: dict) -> bytes:
    """Write a file a line, so that versions of a manifest can be compared and merged by line."""
    head = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in manifest.items() if key != "files"]
    files = [f"  {json.dumps(name)}: {json.dumps(state)}" for name, state in manifest["files"].items()]
    body = ",\n".join([*head, ' "files": {\n' + ",\n".join(files) + "\n }"])
    return ("{\n" + body + "\n}\n").encode()


def _make(folder: Path) -> list[Path]:
    """Make a folder and those above it; give back which were made, from above."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _lies_in(source: str | Path, folder: Path) -> bool:
    try:
        place = Path(source).resolve()
        return place.exists() and (place == folder.resolve() or folder.resolve() in place.parents)
    except (OSError, ValueError):  # a pasted text or an address is no path
        return False


def _flush(path: Path) -> None:
    """Bring a file from memory to the disk; a full disk shows here at the latest."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_names(folder: Path) -> None:
    with suppress(OSError):  # not every system knows such a thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _locked(folder: Path) -> IO[bytes]:
    """Take the folder's lock, which the system gives back when the process ends in whatever way."""
    stage = folder / _STAGE
    stage.mkdir(exist_ok=True)
    file = (stage / _LOCK).open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise OutputError(
            f"{folder}/ is being written by another process. Wait, or choose another folder."
        ) from None
    return file


def _unlock(lock: IO[bytes], stage: Path) -> None:
    """Remove the hidden folder and give the lock back."""
    if not (stage / MANIFEST).is_file():  # else it waits to be finished
        shutil.rmtree(stage / "files", ignore_errors=True)
        if os.name == "nt":
            lock.close()
        with suppress(OSError):
            (stage / _LOCK).unlink()
            stage.rmdir()
    lock.close()


def own_version() -> str:
    """Give the version of dateline that runs, "" where it is not installed."""
    try:
        return version("dateline")
    except PackageNotFoundError:
        return ""
