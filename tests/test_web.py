"""Addresses: a server on loopback serves pages and feeds as they come, and the mischief that is kept out."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
import pytest

from dateline.problems import UnreadableError
from dateline.reading import read_articles, read_sources, web

FILES = Path(__file__).resolve().parent / "files"
BRIDGE, FERRY = "Torvik shuts its bridge", "Holm plans a ferry"
PAGE = (FILES / "page.html").read_bytes()


class Server(BaseHTTPRequestHandler):
    """Serves a few pages under fixed paths."""

    def do_GET(self):
        where = f"http://127.0.0.1:{self.server.server_port}"
        path = self.path.partition("?")[0]
        if path == "/feed":
            feed = (FILES / "feed.rss").read_text(encoding="utf-8").replace("https://post.example", where)
            self.answer(feed.encode(), "application/rss+xml")
        elif path == "/2":
            self.answer(PAGE.replace(BRIDGE.encode(), FERRY.encode()), "text/html; charset=utf-8")
        elif path == "/moved":
            self.moved("/news/bridge-shut.html")
        elif path == "/round":
            self.moved("/round")
        elif path == "/inside":
            self.moved("file:///etc/hostname")
        elif path == "/large":
            self.answer(b"<p>" + b"a" * 3_000, "text/html")
        elif path == "/cyrillic":
            self.answer("<p>Привет, мир</p>".encode("koi8-r"), "text/html; charset=koi8-r")
        elif path == "/picture":
            self.answer(b"\x89PNG\r\n\x1a\n", "image/png")
        elif path == "/drip":
            self.send_response(200)
            self.end_headers()
            while not self.server.stopped.wait(0.05):
                self.wfile.write(b"a")
        elif path == "/news/bridge-shut.html":
            self.answer(PAGE, "text/html; charset=utf-8")
        else:
            self.send_error(404)

    def answer(self, data, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def moved(self, where):
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def log_message(self, *said):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.stopped = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.stopped.set()
    server.shutdown()


def test_page_is_read_as_the_same_page_saved(site):
    url = f"{site}/news/bridge-shut.html"
    [row] = read_articles(url, private=True).itertuples()
    saved = read_articles(FILES / "page.html")
    assert (row.article, row.title, row.source) == ("bridge-shut", BRIDGE, "The Torvik Post")
    assert row.text == saved.text[0]
    assert row.published == saved.published[0]
    assert row.url == url


def test_redirect_is_followed(site):
    assert read_articles(f"{site}/moved", private=True).title.tolist() == [BRIDGE]


def test_feed_is_read_and_followed(site):
    alone = read_articles(f"{site}/feed", private=True)
    assert alone.title.tolist() == [BRIDGE, FERRY]
    assert len(alone.text[1]) < 200
    followed = read_articles(f"{site}/feed", private=True, follow=True)
    assert followed.title.tolist() == [BRIDGE, FERRY]
    assert len(followed.text[1]) > 400, "the page of the teaser"


LIST = (
    "id,title,publish_date,media_name,url\n1,,2024-05-08,The List,{0}/news/bridge-shut.html\n2,,,,{0}/none\n"
)


def test_list_of_addresses_says_so_and_is_followed_where_asked_for(site, tmp_path):
    (tmp_path / "media-cloud.csv").write_text(LIST.format(site))
    with pytest.raises(UnreadableError, match=r"list of addresses .* Read the pages there with follow=True"):
        read_articles(tmp_path / "media-cloud.csv")
    reading = read_sources(tmp_path / "media-cloud.csv", follow=True, private=True)
    [row] = reading.articles.itertuples()
    assert (row.title, row.source, f"{row.published:%Y-%m-%d}") == (BRIDGE, "The Torvik Post", "2024-05-08")
    [kind, reason] = reading.problems.loc[reading.problems.line == 3, ["kind", "reason"]].values[0]
    assert kind == "failed"
    told = "could not be followed: the page can't be had (the server says 404, Not Found)"
    assert reason == f"{site}/none {told}"
    from_frame = read_sources(pd.read_csv(tmp_path / "media-cloud.csv"), follow=True, private=True)
    assert from_frame.articles.text.tolist() == [row.text]


def test_charset_of_the_server_is_honoured(site):
    assert read_sources(f"{site}/cyrillic", private=True).articles.text.tolist() == ["Привет, мир"]


def test_password_is_not_kept(site):
    address = f"{site}/news/bridge-shut.html".replace("http://", "http://ann:secret@")
    reading = read_sources(address, address.replace("shut", "open"), private=True)
    assert "secret" not in reading.articles.to_csv() + reading.problems.to_csv()
    assert len(reading.articles) == 1


REFUSED = {
    "/news/bridge-shut.html": (False, r"leads into your own network \(127\.0\.0\.1 is 127\.0\.0\.1\)"),
    "/none": (True, r"the page can't be had \(the server says 404, Not Found\)"),
    "/round": (True, "it redirects more than 5 times"),
    "/inside": (True, "is an address of file: kind"),
    "/picture": (True, "is a picture"),
}


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_refused(site, path):
    private, reason = REFUSED[path]
    with pytest.raises(UnreadableError, match=reason):
        read_articles(site + path, private=private)


def test_size_is_bounded(site, monkeypatch):
    monkeypatch.setattr(web, "LARGEST", 1000)
    with pytest.raises(UnreadableError, match="more than any page of news"):
        read_articles(f"{site}/large", private=True)


def test_a_server_that_drips_is_left(site, monkeypatch):
    monkeypatch.setattr(web, "PATIENCE", 0.2)
    with pytest.raises(UnreadableError, match=r"the page can't be had \(it took too long\)"):
        read_articles(f"{site}/drip", private=True)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://example.org/a.txt", "s3://bucket/a.csv"])
def test_other_addresses_are_refused(address):
    with pytest.raises(UnreadableError, match="is an address that is not read"):
        read_articles(address)
