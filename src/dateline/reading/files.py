"""Which reader reads which file: by its ending, and by what stands in it where the ending says too little."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.drafts import Draft
from dateline.reading.sources import Source, source_of

Reader = Callable[[Source], Iterator[Draft | Problem]]

# ending -> module and function; a reader is a generator of drafts and problems
READERS = {
    (".txt", ".text", ".asc"): "texts.from_text",
    (".md", ".markdown"): "texts.from_markdown_file",
    (".html", ".htm", ".xhtml", ".shtml", ".aspx", ".php"): "texts.from_html_file",
    (".jsonl", ".ndjson"): "jsons.from_json_lines",
    (".json",): "jsons.from_json",
    (".csv", ".tsv", ".tab"): "csvs.from_csv",
    (".xlsx", ".xlsm"): "spreadsheets.from_xlsx",
    (".parquet",): "spreadsheets.from_parquet",
    (".docx",): "documents.from_docx",
    (".rtf",): "documents.from_rtf",
    (".eml",): "mails.from_mail",
    (".mhtml", ".mht"): "mails.from_mhtml",
    (".rss", ".atom", ".rdf"): "feeds.from_feed",
    (".xml",): "xmls.from_xml",
    (".warc",): "warcs.from_warc",
}
PACKED = (".gz", ".bz2", ".xz")
_READER_OF = {ending: reader for endings, reader in READERS.items() for ending in endings}
KNOWN = (*_READER_OF, *PACKED, ".zip")

# what may hold articles and isn't read: what it is, and what to do
REFUSED = {
    ".pdf": ("a PDF file", "Save its text as .txt first (for example with pdftotext), and look it over."),
    ".doc": ("an old Word file", "Save it as .docx."),
    ".odt": ("an OpenDocument text", "Save it as .docx."),
    ".pages": ("a Pages document", "Export it as .docx."),
    ".xls": ("an old Excel file", "Save it as .xlsx or .csv."),
    ".ods": ("an OpenDocument spreadsheet", "Save it as .xlsx or .csv."),
    ".numbers": ("a Numbers spreadsheet", "Export it as .xlsx or .csv."),
    ".msg": ("an Outlook mail", "Save it as .eml."),
    ".mbox": ("a mailbox", "Export its mails as .eml."),
    ".epub": ("an e-book", "Save its articles as .txt or .html."),
    ".webarchive": ("a Safari web archive", "Save the page as its source (.html)."),
    ".maff": ("a Mozilla archive", "Save the page as .html."),
    ".7z": ("a 7z archive", "Unpack it first."),
    ".rar": ("a RAR archive", "Unpack it first."),
    ".tar": ("a tar archive", "Unpack it first."),
    ".tgz": ("a tar archive", "Unpack it first."),
    ".rds": ("a file of R", "Write it from R as .csv or .parquet."),
    ".rdata": ("a file of R", "Write it from R as .csv or .parquet."),
    ".dta": ("a file of Stata", "Write it as .csv."),
    ".sav": ("a file of SPSS", "Write it as .csv."),
    ".feather": ("a Feather file", "Write it as .parquet."),
    ".pkl": ("a pickle", "Pickles may run code and are never read: write .parquet or .csv."),
    ".pickle": ("a pickle", "Pickles may run code and are never read: write .parquet or .csv."),
    ".db": ("a database", "Write its table of articles as .csv."),
    ".sqlite": ("a database", "Write its table of articles as .csv."),
    ".ris": ("a list of references", "Export the full texts."),
    ".bib": ("a list of references", "Export the full texts."),
    ".enw": ("a list of references", "Export the full texts."),
}


def from_file(
    path: Path, wished: tuple[tuple[str, str], ...] = (), *, follow: bool = False
) -> Iterator[Draft | Problem]:
    """Read one file of any known kind; a file that can't be read comes back as a problem."""
    try:
        source = source_of(path, wished, follow=follow)
    except OSError as error:
        yield _closed(error, str(path))
        return
    yield from from_source(source)


def from_source(source: Source) -> Iterator[Draft | Problem]:
    """Read a source of any known kind, archives too; what can't be read comes back as a problem."""
    try:
        if source.suffix == ".zip":
            yield from _from_zip(source)
        else:
            while source.suffix in PACKED:
                from dateline.reading.archives import inside_packed

                source = inside_packed(source)
            yield from _reader(source)(source)
    except UnreadableError as error:
        yield Problem(FAILED, error.reason, error.advice, source.origin)
    except OSError as error:
        yield _closed(error, source.origin)
    except Exception as error:  # whatever a damaged file makes a library stumble over, the others are read
        told = f"{type(error).__name__}: {str(error)[:100]}".rstrip(": ")
        yield Problem(FAILED, f"is damaged ({told})", "Fetch or save it again.", source.origin)


def _from_zip(source: Source) -> Iterator[Draft | Problem]:
    from dateline.reading.archives import inside_zip

    count = 0
    for inside in inside_zip(source):
        count += 1
        if isinstance(inside, Problem):
            yield inside
        elif left := left_out(inside.name, inside.origin):
            yield left
        else:
            yield from from_source(inside)
    if not count:
        raise UnreadableError("is an empty archive", "Look what should be in it.")


def left_out(name: str, origin: str) -> Problem | None:
    """Say why a file is not read; None where its ending is one that is."""
    suffix = Path(name).suffix.lower()
    if suffix in KNOWN:
        return None
    if suffix in REFUSED:
        what, advice = REFUSED[suffix]
        return Problem(FAILED, f"is {what}, and was left out", advice, origin)
    kind = f"its ending is {suffix}" if suffix else "it has no ending"
    reason = f"was left out: not a kind of file that holds articles ({kind})"
    return Problem(NOTED, reason, "Where it is one, give it the ending of its kind, such as .txt.", origin)


def _reader(source: Source) -> Reader:
    """Choose the reader: by the ending, and by the first bytes where these say otherwise."""
    suffix = source.suffix
    if suffix in REFUSED:
        what, advice = REFUSED[suffix]
        raise UnreadableError(f"is {what}", advice)
    named = _READER_OF.get(suffix, "texts.from_text")
    if named in ("texts.from_text", "xmls.from_xml", "texts.from_html_file"):
        named = _by_content(source.head(2048)) or named
    module, _, function = named.partition(".")
    return getattr(import_module(f"dateline.reading.{module}"), function)


def _by_content(head: bytes) -> str:
    """Name the reader of what calls itself text and is something else."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000].lower()
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start):
        return "texts.from_html_file"
    if start.startswith((b"<?xml", b"<rss", b"<feed")):
        return "xmls.from_xml"
    if start.startswith(b"{\\rtf"):
        return "documents.from_rtf"
    if start.startswith(b"warc/1."):
        return "warcs.from_warc"
    if start.startswith((b"from: <saved by", b"mime-version: 1.0")) and b"multipart/related" in start:
        return "mails.from_mhtml"
    return ""


def _closed(error: OSError, origin: str) -> Problem:
    if error.errno is None:  # gzip's own errors
        return Problem(FAILED, f"is damaged ({str(error)[:100]})", "Fetch or save it again.", origin)
    return Problem(FAILED, f"can't be opened ({error.strerror})", "Check that you may read it.", origin)
