"""Folders and files that dateline writes: whole or not at all, and nothing of the user's is touched.

A folder holds one run and a manifest that lists its files. New files are written beside the old ones, in a hidden
folder, and put in their place once all of them are there; a run that is stopped on the way (kill -9, full disk, no
power) leaves the old files whole, and one that is stopped while files are put in place is finished by whoever comes
next, as with a database's write-ahead log.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from dateline.outputs.disk import flush_names, locked, made, set_aside, whole_file
from dateline.outputs.manifest import (
    MANIFEST,
    STAGE,
    OutputError,
    is_as,
    is_output,
    is_unfinished,
    own_version,
    read_manifest,
    state_of,
    written,
)

_LOCK = "lock"


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
    dateline.outputs.manifest.OutputError: data/ holds files that dateline did not write (...). Choose a folder that \
is new or empty, such as data/tables.
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
    new = made(folder)
    stage = folder / STAGE
    lock = _locked(folder)
    try:
        for left in stage.iterdir():  # of a run that was stopped before all was written
            if left.name != _LOCK:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
        content = stage / "files"
        content.mkdir()
        yield content
        files = {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*"))}
        listed = {name: state_of(path, to_disk=True) for name, path in files.items() if path.is_file()}
        manifest = {"dateline": own_version(), "kind": kind} | (about or {}) | {"files": listed}
        with whole_file(stage / MANIFEST) as path:  # from here on the new files count
            path.write_bytes(written(manifest))
        _put_in_place(folder)
    finally:
        _unlock(lock, stage)
        for place in reversed(new):
            with suppress(OSError):  # goes only if nothing was written
                place.rmdir()


def finish(folder: str | Path) -> None:
    """Put in place what a stopped run had written whole; nothing to do in all other cases.

    Raises
    ------
    OutputError
        Another process is at it, or the folder can't be written to.
    """
    folder = Path(folder)
    stage = folder / STAGE
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
    stage = folder / STAGE
    new = json.loads((stage / MANIFEST).read_bytes())["files"]
    old = read_manifest(folder)["files"] if is_output(folder) else {}
    for name, state in new.items():
        path, waiting = folder / name, stage / "files" / name
        if not waiting.is_file():
            continue  # is there already
        if path.exists() and not is_as(path, old.get(name)) and not is_as(path, state):
            set_aside(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(waiting, path)
    for name in old:
        if name not in new and is_as(folder / name, old[name]):
            (folder / name).unlink()
    os.replace(stage / MANIFEST, folder / MANIFEST)
    flush_names(folder)


def _lies_in(source: str | Path, folder: Path) -> bool:
    try:
        place = Path(source).resolve()
        return place.exists() and (place == folder.resolve() or folder.resolve() in place.parents)
    except (OSError, ValueError):  # a pasted text or an address is no path
        return False


def _locked(folder: Path) -> IO[bytes]:
    """Take the folder's lock."""
    stage = folder / STAGE
    stage.mkdir(exist_ok=True)
    try:
        return locked(stage / _LOCK)
    except BlockingIOError:
        raise OutputError(
            f"{folder}/ is being written by another process. Wait, or choose another folder."
        ) from None


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
