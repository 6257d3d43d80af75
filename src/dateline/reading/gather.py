"""A source taken apart into drafts, one after the other, and what was left out named."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeGuard

import pandas as pd

from dateline.outputs import is_output, outside_outputs
from dateline.problems import FAILED, NOTED, Problem, UnreadableError, missing_path, missing_pattern
from dateline.progress import with_bar
from dateline.reading.beside import is_metadata
from dateline.reading.clean import clean
from dateline.reading.drafts import LONGEST_TEXT, Draft, from_record, too_long
from dateline.reading.files import KNOWN, from_file, left_out
from dateline.reading.spreadsheets import from_frame

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"(?:file|ftp|ftps|sftp|s3|gs|data):\S+", re.IGNORECASE)
_SENTENCE = re.compile(r"""[\w"'“‘«(\[*¿¡](?=\S*\s)[^\n]*[.?!…]["'”’»)\]*]{0,3}""")  # of two words or more
_ROOTED = re.compile(r"[/~\\]|\.{1,2}[/\\]|[A-Za-z]:[/\\]")  # how a path begins that says where it starts
FEW = 20  # files are read in no time
_TOLD_SINGLY = 20  # files of an ending that are named one by one; of more, the number
_SILENT = ("readme.md", "readme.txt", "license", "license.txt")


class Wishes(NamedTuple):
    """How to read: what the user says beside the source."""

    columns: tuple[tuple[str, str], ...] = ()
    follow: bool = False
    private: bool = False
    progress: bool | None = False  # show a bar; None: where somebody watches


_NO_WISHES = Wishes()


def drafts_of(source: object, wishes: Wishes = _NO_WISHES) -> Iterator[Draft | Problem]:
    """Take a source apart into drafts and problems, in its own order; nothing is lost in silence.

    Examples
    --------
    >>> [draft.text for draft in drafts_of([{"text": "Rain."}, "Snow fell in Molde on Monday."])]
    ['Rain.', 'Snow fell in Molde on Monday.']
    """
    found = taken_apart(source, wishes)
    if wishes.follow:
        found = with_bar(followed(found, wishes), None, "page", wishes.progress)
    yield from found


def taken_apart(source: object, wishes: Wishes) -> Iterator[Draft | Problem]:
    """Take a source apart as `drafts_of` does; nothing is followed yet."""
    try:
        if isinstance(source, pd.DataFrame):
            yield from from_frame(source, "the frame", 0, wishes.columns, follow=wishes.follow)
        elif isinstance(source, Mapping):
            yield from_record(source, "", None, wishes.columns, follow=wishes.follow)
        elif is_place(source):
            files = list(files_of(source))
            for one in with_bar(files, len(files), "file", wishes.progress, few=FEW):
                yield from _read(one, wishes)
        elif isinstance(source, str):
            yield from _from_words(source, wishes)
        elif is_list(source):
            for one in source:
                yield from taken_apart(one, wishes)
        else:
            raise UnreadableError(
                f"can't read a {type(source).__name__}", "Pass a path, text, records or a frame."
            )
    except UnreadableError as error:
        yield refused(source, error)


def _read(file: Path | Problem, wishes: Wishes) -> Iterator[Draft | Problem]:
    if isinstance(file, Problem):
        yield file
    else:
        yield from from_file(file, wishes.columns, follow=wishes.follow)


def _from_words(source: str, wishes: Wishes) -> Iterator[Draft | Problem]:
    """Read an address or pasted text."""
    if _ADDRESS.fullmatch(source.strip()):
        from dateline.reading.web import from_address

        yield from from_address(source.strip(), follow=wishes.follow, private=wishes.private)
    elif _OTHER_ADDRESS.fullmatch(source.strip()):
        raise UnreadableError(
            "is an address that is not read", "Pass http:// or https://, or the path of a file."
        )
    else:
        yield from _pasted(source)


def is_place(source: object) -> TypeGuard[str | Path]:
    """Say whether a source is a file, a folder or a pattern, rather than an address or a text."""
    if isinstance(source, Path):
        return True
    if not isinstance(source, str):
        return False
    words = source.strip()
    return not (_ADDRESS.fullmatch(words) or _OTHER_ADDRESS.fullmatch(words) or is_text(source))


def is_list(source: object) -> TypeGuard[Iterable]:
    """Say whether a source is several."""
    return hasattr(source, "__iter__") and not isinstance(source, str | bytes | bytearray)


def refused(source: object, error: UnreadableError) -> Problem:
    """Name a source of which nothing could be read."""
    where = "the frame" if isinstance(source, pd.DataFrame) else _shown(source)
    return Problem(FAILED, error.reason, error.advice, where)


def is_text(source: str) -> bool:
    """Tell pasted text from a path: it has lines, many words or the look of a sentence, and no such file is there.

    Examples
    --------
    >>> is_text("The ministers met in Oslo."), is_text("news/*.txt"), is_text("Who won? Nobody did, said Ann *Lie*.")
    (True, False, True)
    >>> is_text("Who won?"), is_text("news/who?"), is_text("./the news of last week")
    (True, False, False)
    """
    line = source.strip()
    if "\n" in line or "\0" in source or len(source) > 1000:
        return True
    wordy = len(line.split()) >= 5 or _SENTENCE.fullmatch(line)
    if not wordy or line.lower().endswith(KNOWN) or _ROOTED.match(line):
        return False
    try:
        path = Path(source).expanduser()
        inside = len(path.parts) > 1 and Path(path.parts[0]).is_dir()
        return not (inside or path.exists() or next(glob.iglob(source), None))
    except (OSError, ValueError, RuntimeError, re.error):  # too long for a name, or no pattern
        return True


def _pasted(source: str) -> Iterator[Draft | Problem]:
    text = clean(source)
    if not text:
        raise UnreadableError("holds no text", "Paste an article.")
    yield too_long(len(text), "") if len(text) > LONGEST_TEXT else Draft(name="", text=text)


def _shown(source: object) -> str:
    """Name a source in a message, without a password and no longer than a line."""
    if not isinstance(source, str | Path):
        return ""
    words = str(source)
    if _ADDRESS.fullmatch(words.strip()):
        from dateline.reading.web import without_password

        words = without_password(words.strip())
    return words if len(words) <= 300 else words[:300] + "..."


def followed(found: Iterator[Draft | Problem], wishes: Wishes) -> Iterator[Draft | Problem]:
    """Read the page at the address of each teaser and each row that has an address alone."""
    from dateline.reading.web import story_of

    for one in found:
        if isinstance(one, Draft) and one.follow and _ADDRESS.fullmatch(one.url):
            yield from story_of(one, private=wishes.private)
        else:
            yield one


def files_of(source: str | Path) -> Iterator[Path | Problem]:
    """List the files of a place by name, and what is left out.

    Raises
    ------
    UnreadableError
        There is nothing, or nothing that can be read.
    """
    if not str(source).strip():
        raise UnreadableError("an empty source", "Pass a path, an address or the text of an article.")
    try:
        path = Path(source).expanduser()
        is_folder, is_file = path.is_dir(), path.is_file()
    except (OSError, ValueError, RuntimeError) as error:
        raise UnreadableError(f"is no path ({str(error)[:80]})", 'Pass a text as {"text": "..."}.') from None
    if is_folder:
        yield from _in_folder(path)
        return
    if is_file:
        files = [path]
    elif glob.has_magic(str(path)):
        files = sorted(file for file in map(Path, glob.glob(str(path), recursive=True)) if file.is_file())
        files = [file for file in files if len(files) == 1 or not is_metadata(file)]
        files = files if len(files) == 1 else [file for file in files if not is_output(file.parent)]
        if not files:
            raise UnreadableError(*missing_pattern(path))
    else:
        raise UnreadableError(*missing_path(path))
    yield from files


def _in_folder(folder: Path) -> Iterator[Path | Problem]:
    """List the files of a folder by name, those of its folders too; each that is left out is named."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() or file.is_symlink())
    files = [file for file in files if not _hidden(file, folder)]
    outside = outside_outputs(files, folder)
    if not outside and is_output(folder):
        advice = "Name the folder of your articles, or one file of it, such as articles.csv."
        raise UnreadableError("was written by dateline itself", advice)
    files = outside
    parts = {file for file in files if _part_of_page(file, folder)}
    wanted = [file for file in files if file not in parts and left_out(file.name, "") is None]
    wanted = [file for file in wanted if file.name.lower() not in _SILENT and not is_metadata(file)]
    left = [problem for file in files if (problem := left_out(file.name, ""))]
    if not wanted and not any(problem.kind == FAILED for problem in left):
        endings = ", ".join(KNOWN)
        raise UnreadableError("is a folder without articles", f"Known endings are {endings}.")
    yield from wanted
    yield from _named_left_out([file for file in files if file not in parts])
    for pages in sorted({_part_of_page(file, folder) for file in parts}):
        reason = "was left out: it holds the pictures and scripts of a saved page"
        yield Problem(NOTED, reason, "Nothing to do.", pages)


def _named_left_out(files: list[Path]) -> Iterator[Problem]:
    """Name each file that was left out; where an ending is very common, the first and their number."""
    by_ending: dict[str, list[Problem]] = {}
    for file in files:
        if file.name.lower() not in _SILENT and (left := left_out(file.name, str(file))):
            by_ending.setdefault(file.suffix.lower(), []).append(left)
    for ending, problems in by_ending.items():
        shown = problems if len(problems) <= _TOLD_SINGLY or problems[0].kind == FAILED else problems[:1]
        yield from shown
        if len(shown) < len(problems):
            reason = f"{len(problems) - 1} more files with the ending {ending or '(none)'} were left out"
            yield Problem(NOTED, reason, "Nothing to do if they are no articles.", str(files[0].parent))


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in file.relative_to(folder).parts) or (
        file.name.startswith("~") or file.name in ("Thumbs.db", "desktop.ini")
    )


def _part_of_page(file: Path, folder: Path) -> str:
    """Name the folder "page_files" of a page saved by a browser in which a file lies, "" for none."""
    for parent in file.parents:
        if parent == folder:
            return ""
        base = re.sub(r"(?:_files|\.files|-Dateien|_fichiers|_archivos)$", "", parent.name)
        if base != parent.name and any(
            (parent.parent / f"{base}{end}").exists() for end in (".html", ".htm")
        ):
            return str(parent)
    return ""
