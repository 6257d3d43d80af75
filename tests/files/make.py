"""Write the small files of this folder: one of each shape that people bring, with a text of our own.

Run `python tests/files/make.py` after a change; the outcome is committed and the same on every machine.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pandas as pd

HERE = Path(__file__).resolve().parent
TITLE = "Torvik shuts its bridge"
LINES = (
    "The council of Torvik shut the old bridge on Monday after engineers found cracks in two of its pillars.",
    "“Nobody was hurt, and nobody will be,” said Ruth Adams, the mayor, who walked across it with the engineers.",
    "The council will meet on Friday to decide whether the bridge can be mended or has to be built anew.",
    "About 4,000 people cross the river there every day, most of them on their way to work in Holm.",
)
OTHER_TITLE = "Holm plans a ferry"
OTHER = (
    "The town of Holm wants a ferry across the river until the bridge in Torvik is open again.",
    "Two boats could sail from June, said Tom Baker, who leads the harbour, if the county pays for them.",
)
TEXT, OTHER_TEXT = "\n\n".join(LINES), "\n\n".join(OTHER)
P, OTHER_P = ("".join(f"<p>{line}</p>\n" for line in lines) for lines in (LINES, OTHER))
MENU = '<ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/rain">Rain</a></li></ul>'


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html>\n<html lang="en"><head><title>{TITLE} | The Torvik Post</title>{head}</head>\n<body>{body}</body></html>\n'


def write(name: str, data: str | bytes, encoding: str = "utf-8") -> None:
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.encode(encoding))


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def texts() -> None:
    write("plain.txt", f"{TITLE}\n\n{TEXT}\n")
    write("date-line.txt", f"{TITLE}\n\nPublished: 7 May 2024\n\n{TEXT}\n")
    write(
        "front-matter.md", f"---\ntitle: {TITLE}\ndate: 2024-05-07\nsource: The Torvik Post\n---\n\n{TEXT}\n"
    )
    write("old-mac.txt", f"{TITLE}\r\r{TEXT}\r".replace("\n", "\r"))
    write("utf-16.txt", b"\xff\xfe" + f"{TITLE}\n\n{TEXT}\n".encode("utf-16-le"))
    write("windows.txt", f"{TITLE}\n\n{TEXT}\n", "cp1252")
    write("mojibake.txt", f"{TITLE}\n\n{TEXT}\n".encode().decode("cp1252", "replace").replace("\ufffd", ""))


def pages() -> None:
    meta = (
        '<meta property="og:site_name" content="The Torvik Post"><meta property="og:title" content="'
        + TITLE
        + '">'
        '<meta property="article:published_time" content="2024-05-07T09:30:00+02:00">'
        '<meta property="article:modified_time" content="2024-06-01T09:30:00+02:00">'
        '<link rel="canonical" href="https://post.example/2024/05/07/bridge">'
    )
    aside = (
        "<aside><h2>Most read</h2><p>Ten years of rain in one picture, and what it means for you.</p></aside>"
    )
    write(
        "page.html",
        page(
            f"<nav>{MENU}</nav><article><h1>{TITLE}</h1>{P}</article>{aside}<footer>© The Torvik Post</footer>",
            meta,
        ),
    )
    write(
        "form.html",
        page(
            f'<form id="aspnetForm" action="news.aspx"><div class="menu">{MENU}</div><h1>{TITLE}</h1>{P}<div>Imprint</div></form>'
        ),
    )
    write("open-menu.html", page(f"<nav>{MENU}<div><h1>{TITLE}</h1>{P}</div><footer>Imprint</footer>"))
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "The Torvik Post", "datePublished": "2011-01-01"},
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-05-07T09:30:00+02:00",
                "publisher": {"name": "The Torvik Post"},
                "articleBody": TEXT,
            },
        ],
    }
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    write("made-by-script.html", page(f'<div id="root">{MENU}</div>', script))
    first, second = (
        "".join(f"<p>{line}</p>" for line in LINES[:2]),
        "".join(f"<p>{line}</p>" for line in LINES[2:]),
    )
    write(
        "two-halves.html",
        page(
            f"<nav>{MENU}</nav><article><h1>{TITLE}</h1>{first}</article><div>Advertisement</div><article>{second}</article>"
        ),
    )
    empty = '<div id="root"></div><script src="app.js"></script>'
    write("nothing-but-script.html", page(empty))
    dates = (
        '<header><span class="clock">Today is <time datetime="2025-01-20">20 January 2025</time></span></header>'
        f'<article><h1>{TITLE}</h1><time class="published" datetime="2024-05-07">7 May 2024</time>'
        f'<time class="updated" datetime="2024-06-01">1 June 2024</time>{P}</article>'
        '<aside><a href="/x">Holm plans a ferry</a> <time datetime="2025-01-19">19 January 2025</time></aside>'
    )
    write("many-dates.html", page(dates))
    write(
        "latin-2.html",
        page(
            f"<article><h1>{TITLE}</h1>{P.replace('“', '').replace('”', '').replace('Ruth Adams', 'Zofia Łódzka')}</article>",
            '<meta charset="iso-8859-2">',
        ),
        "iso-8859-2",
    )


def records() -> None:
    rows = [
        {
            "id": "bridge",
            "text": TEXT,
            "title": TITLE,
            "published": "2024-05-07",
            "url": "https://post.example/1",
            "source": "The Torvik Post",
        },
        {
            "id": "ferry",
            "text": OTHER_TEXT,
            "title": OTHER_TITLE,
            "published": "2024-05-09",
            "url": "https://post.example/2",
            "source": "The Torvik Post",
        },
    ]
    write("records.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    write("records.json", dumped(rows))
    write(
        "news-please.json",
        dumped(
            {
                "authors": ["Ann Lie"],
                "date_download": "2024-06-01 10:00:00",
                "date_modify": None,
                "date_publish": "2024-05-07 09:30:00",
                "description": LINES[0],
                "filename": "x.json",
                "language": "en",
                "maintext": TEXT,
                "source_domain": "post.example",
                "text": None,
                "title": TITLE,
                "url": "https://post.example/1",
            }
        ),
    )
    write(
        "newspaper4k.json",
        dumped(
            [
                {
                    "url": "https://post.example/1",
                    "source_url": "https://post.example",
                    "title": TITLE,
                    "text": TEXT,
                    "publish_date": "2024-05-07T09:30:00",
                    "authors": ["Ann Lie"],
                    "meta_lang": "en",
                }
            ]
        ),
    )
    write(
        "newsapi.json",
        dumped(
            {
                "status": "ok",
                "totalResults": 1,
                "articles": [
                    {
                        "source": {"id": None, "name": "The Torvik Post"},
                        "author": "Ann Lie",
                        "title": TITLE,
                        "description": LINES[0],
                        "url": "https://post.example/1",
                        "publishedAt": "2024-05-07T07:30:00Z",
                        "content": LINES[0] + " " + LINES[1][:70] + "… [+312 chars]",
                    }
                ],
            }
        ),
    )
    write(
        "guardian.json",
        dumped(
            {
                "response": {
                    "status": "ok",
                    "results": [
                        {
                            "id": "world/bridge",
                            "sectionName": "World news",
                            "webPublicationDate": "2024-05-07T07:30:00Z",
                            "webTitle": TITLE,
                            "webUrl": "https://post.example/1",
                            "fields": {"headline": TITLE, "bodyText": TEXT, "publication": "The Torvik Post"},
                        }
                    ],
                }
            }
        ),
    )
    write(
        "nyt-archive.json",
        dumped(
            {
                "copyright": "none",
                "response": {
                    "docs": [
                        {
                            "_id": "nyt://1",
                            "abstract": LINES[0],
                            "headline": {"main": TITLE, "kicker": None},
                            "lead_paragraph": LINES[0] + " " + LINES[2],
                            "pub_date": "2024-05-07T07:30:00+0000",
                            "section_name": "World",
                            "snippet": LINES[0],
                            "source": "The Torvik Post",
                            "web_url": "https://post.example/1",
                        }
                    ]
                },
            }
        ),
    )
    write(
        "trafilatura.json",
        dumped(
            {
                "title": TITLE,
                "author": "Ann Lie",
                "hostname": "post.example",
                "date": "2024-05-07",
                "fingerprint": "0",
                "id": None,
                "comments": "",
                "raw_text": " ".join(LINES),
                "text": "\n".join(LINES),
                "source": "https://post.example/1",
                "source-hostname": "The Torvik Post",
                "excerpt": "",
            }
        ),
    )
    write(
        "cc-news.jsonl",
        json.dumps(
            {
                "title": TITLE,
                "text": "\n".join(LINES),
                "domain": "post.example",
                "date": "2024-05-07 09:30:00",
                "description": LINES[0],
                "url": "https://post.example/1",
                "image_url": "",
            },
            ensure_ascii=False,
        )
        + "\n",
    )
    frame = pd.DataFrame(rows)
    frame.to_parquet(HERE / "records.parquet", index=False)


def tables() -> None:
    def quoted(*cells: str, by: str = ",") -> str:
        return by.join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"

    one, two = "\n".join(LINES), "\n".join(OTHER)
    write(
        "all-the-news.csv",
        "id,title,publication,author,date,year,month,url,content\n"
        + quoted("17283", TITLE, "The Torvik Post", "Ann Lie", "2024-05-07", "2024.0", "5.0", "", one),
    )
    write("cnn-dailymail.csv", "id,article,highlights\n" + quoted("0a1b2c", one, LINES[0]))
    write(
        "semicolons.csv",
        "Titel;Headline;Date;Content\n"
        + quoted("1", TITLE, "07/05/2024", one, by=";")
        + quoted("2", OTHER_TITLE, "19/05/2024", two, by=";"),
    )
    write(
        "tabs.tsv", "id\tdate\ttext\n" + f"bridge\t1715074200\t{LINES[0]}\nferry\t1715074200000\t{OTHER[0]}\n"
    )
    write(
        "ragged.csv",
        "id,text\n"
        + f'bridge,"{LINES[0]}"\nbroken,one,two,three\nferry,"{OTHER[0]}"\nopen,"{LINES[2]}\nlast,"{LINES[3]}"\n',
    )
    write(
        "media-cloud.csv",
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        + quoted(
            "1",
            "2024-05-08",
            "en",
            "post.example",
            "post.example",
            "2024-05-07",
            TITLE,
            "https://post.example/1",
        ),
    )
    write(
        "gdelt-doc.csv",
        "URL,MobileURL,Date,Title\n" + quoted("https://post.example/1", "", "2024-05-07 09:30:00", TITLE),
    )
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Notes"
    notes.append(["what", "who"])
    sheet = book.create_sheet("Articles")
    sheet.append(["Headline", "Publication date", "Newspaper", "Body"])
    import datetime

    sheet.append([TITLE, datetime.datetime(2024, 5, 7), "The Torvik Post", TEXT])
    sheet.append([OTHER_TITLE, datetime.datetime(2024, 5, 9), "The Holm Echo", OTHER_TEXT])
    stream = io.BytesIO()
    book.save(stream)
    write("workbook.xlsx", repacked(stream.getvalue()))


def repacked(data: bytes) -> bytes:
    """Pack an Office file again without the time of day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "docProps/core.xml":
                import re

                content = re.sub(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-05-07T00:00:00Z", content)
            new.writestr(
                zipfile.ZipInfo(member.filename, (2024, 5, 7, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def word(name: str, paragraphs: list[tuple[str, str]]) -> None:
    document = docx.Document()
    for words, style in paragraphs:
        document.add_paragraph(words, style or None)
    stream = io.BytesIO()
    document.save(stream)
    write(name, repacked(stream.getvalue()))


def mails_and_feeds() -> None:
    mail = EmailMessage()
    mail["From"] = "The Torvik Post <news@post.example>"
    mail["Subject"] = TITLE
    mail["Date"] = "Tue, 07 May 2024 09:30:00 +0200"
    mail.set_content(TEXT, cte="quoted-printable")
    mail.add_alternative(page(f"<h1>{TITLE}</h1>{P}"), subtype="html", cte="base64")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")
    mail.set_boundary("outer")
    mail.get_payload()[0].set_boundary("inner")
    write("mail.eml", mail.as_bytes())
    saved = EmailMessage()
    saved["From"] = "<Saved by a browser>"
    saved["Snapshot-Content-Location"] = "https://post.example/2024/05/07/bridge"
    saved["Subject"] = TITLE
    saved.set_content(
        page(
            f"<nav>{MENU}</nav><article><h1>{TITLE}</h1>{P}</article>",
            '<meta name="date" content="2024-05-07">',
        ),
        subtype="html",
        cte="quoted-printable",
    )
    saved.make_related(boundary="related")
    write("page.mhtml", saved.as_bytes())
    items = f"<item><title>{TITLE}</title><link>https://post.example/1</link><pubDate>Tue, 07 May 2024 09:30:00 +0200</pubDate><category>News</category><description>{LINES[0]}</description><content:encoded><![CDATA[{P}]]></content:encoded></item>"
    items += f"<item><title>{OTHER_TITLE}</title><link>https://post.example/2</link><pubDate>Thu, 09 May 2024 09:30:00 +0200</pubDate><description>{OTHER[0]}</description></item>"
    write(
        "feed.rss",
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Torvik Post</title><link>https://post.example</link>{items}</channel></rss>\n',
    )
    import html

    write(
        "feed.atom",
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>The Torvik Post</title><entry><title>{TITLE}</title><link href="https://post.example/1"/><published>2024-05-07T07:30:00Z</published><updated>2024-06-01T07:30:00Z</updated><content type="html">{html.escape(P)}</content></entry></feed>\n',
    )
    write("feed-in.xml", (HERE / "feed.rss").read_bytes())
    write(
        "trafilatura.xml",
        f'<doc sitename="The Torvik Post" title="{TITLE}" author="Ann Lie" date="2024-05-07" source="https://post.example/1" hostname="post.example"><main>{P}</main><comments/></doc>\n',
    )
    write(
        "trafilatura-tei.xml",
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="main">{TITLE}</title></titleStmt><publicationStmt><publisher>The Torvik Post</publisher><date>2024-05-07</date></publicationStmt><sourceDesc><biblFull><publicationStmt><ptr type="URL" target="https://post.example/1"/></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader><text><body><div type="entry">{P}</div></body></text></TEI>\n',
    )
    write(
        "nitf.xml",
        f'<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><docdata><date.issue norm="20240507T093000"/></docdata><pubdata name="The Torvik Post" date.publication="20240507T000000"/></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head><body.content><block class="full_text">{P}</block></body.content></body></nitf>\n',
    )
    write("unknown.xml", '<?xml version="1.0"?>\n<inventory><thing name="bridge"/></inventory>\n')


def archives() -> None:
    plain = f"{TITLE}\n\n{TEXT}\n".encode()
    write("story.txt.gz", gzip.compress(plain, mtime=0))
    write("records.jsonl.gz", gzip.compress((HERE / "records.jsonl").read_bytes(), mtime=0))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as news:
        for name, data in (
            ("news/bridge.txt", plain),
            ("news/page.html", (HERE / "page.html").read_bytes().replace(b"bridge on", b"wooden bridge on")),
            ("news/photo.jpg", b"\xff\xd8\xff"),
            ("news/report.pdf", b"%PDF-1.4"),
        ):
            news.writestr(zipfile.ZipInfo(name, (2024, 5, 7, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    write("news.zip", out.getvalue())
    body = (HERE / "page.html").read_bytes()
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
        + body
    )

    def record(kind: str, url: str, content: bytes, of: str) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{len(kind) % 10}>\r\nWARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {of}\r\nContent-Length: {len(content)}\r\n\r\n"
        return gzip.compress(head.encode() + content + b"\r\n\r\n", mtime=0)

    write(
        "pages.warc.gz",
        record(
            "request",
            "https://post.example/2024/05/07/bridge",
            b"GET / HTTP/1.1\r\n\r\n",
            "application/http; msgtype=request",
        )
        + record(
            "response", "https://post.example/2024/05/07/bridge", answer, "application/http; msgtype=response"
        )
        + record(
            "response",
            "https://post.example/a.css",
            b"HTTP/1.1 200 OK\r\nContent-Type: text/css\r\nContent-Length: 4\r\n\r\np {}",
            "application/http; msgtype=response",
        ),
    )
    write("report.pdf", b"%PDF-1.4\n%%EOF\n")


def exports() -> None:
    old = []
    for number, (title, lines, paper, day, section) in enumerate(
        (
            (TITLE, LINES, "The Torvik Post", "May 7, 2024 Tuesday", "NEWS; Pg. 1"),
            (
                OTHER_TITLE,
                OTHER,
                "The Holm Echo (England)",
                "May 9, 2024 Thursday  \nFinal Edition",
                "REGION; Pg. 4",
            ),
        ),
        1,
    ):
        body = "\n\n".join(lines)
        words = len(body.split())
        old.append(
            f"\n                               {number} of 2 DOCUMENTS\n\n\n                                {paper}\n\n                             {day}\n\n{title}\n\nBYLINE: Ann Lie\n\nSECTION: {section}\n\nLENGTH: {words} words\n\n\n{body}\n\nLOAD-DATE: May 10, 2024\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n                    Copyright 2024 {paper}\n                              All Rights Reserved\n\n"
        )
    write("nexis-old.txt", "".join(old))
    uni = []
    for title, lines, paper, day, section in (
        (TITLE, LINES, "The Torvik Post", "May 7, 2024 Tuesday 10:15 AM GMT", "NEWS; Pg. 1"),
        (OTHER_TITLE, OTHER, "The Holm Echo (England)", "May 9, 2024 Thursday", "REGION; Pg. 4"),
    ):
        words = sum(len(line.split()) for line in lines)
        uni += [
            title,
            paper,
            day,
            "Copyright 2024 The Paper All Rights Reserved",
            f"Section: {section}",
            f"Length: {words} words",
            "Byline: Ann Lie",
            "Body",
            *lines,
            "Load-Date: May 10, 2024",
            "End of Document",
        ]
    front = [
        "User Name: A Reader",
        "Date and Time: Monday, 3 June 2024 10:00:00 CEST",
        "Documents (2)",
        f"1. {TITLE}",
        f"2. {OTHER_TITLE}",
    ]
    write("nexis-uni.txt", "\n\n".join(uni) + "\n")
    word(
        "nexis-uni.docx",
        [(line, "Heading 1" if line in (TITLE, OTHER_TITLE) else "") for line in [*front, *uni]],
    )
    write("nexis-uni.html", "<html><body>" + "".join(f"<p>{line}</p>\n" for line in uni) + "</body></html>\n")
    write(
        "nexis-broken.txt",
        "                               1 of 2 DOCUMENTS\n\n\n\n                               2 of 2 DOCUMENTS\n\n",
    )
    factiva = []
    for title, lines, paper, day, code in (
        (TITLE, LINES, "The Torvik Post", "7 May 2024", "TORVIK"),
        (OTHER_TITLE, OTHER, "The Holm Echo", "9 May 2024", "HOLMEC"),
    ):
        words = sum(len(line.split()) for line in lines)
        factiva.append(
            (
                [
                    "News",
                    title,
                    "By Ann Lie",
                    f"{words} words",
                    day,
                    "09:30",
                    paper,
                    code,
                    "English",
                    f"Copyright 2024 {paper}. All rights reserved.",
                ],
                lines,
                f"Document {code}0020240507ek570001x",
            )
        )
    write(
        "factiva.html",
        "<html><body>"
        + "".join(
            '<div class="article enArticle">'
            + f"<div>{head[0]}</div><div id=\"hd\"><span class='enHeadline'>{head[1]}</span></div>"
            + "".join(f"<div>{one}</div>" for one in head[2:])
            + "".join(f'<p class="articleParagraph enarticleParagraph">{line}</p>' for line in lines)
            + f"<p>{end}</p></div>\n"
            for head, lines, end in factiva
        )
        + "</body></html>\n",
    )

    def rtf(words: str) -> str:
        return "".join(character if character < "\x80" else f"\\u{ord(character)}?" for character in words)

    write(
        "factiva.rtf",
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\n"
        + "".join(f"{rtf(line)}\\par\n" for head, lines, end in factiva for line in [*head, *lines, end])
        + "}\n",
    )
    write(
        "plain.rtf",
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\n"
        + "".join(f"{rtf(line)}\\par\n" for line in [TITLE, *LINES])
        + "}\n",
    )
    rule = "_" * 60
    proquest = [rule]
    for title, lines, paper, day in (
        (TITLE, LINES, "The Torvik Post; Torvik", "May 7, 2024"),
        (OTHER_TITLE, OTHER, "The Holm Echo; Holm", "May 9, 2024"),
    ):
        proquest += [
            "",
            title,
            "",
            "Author: Lie, Ann",
            "",
            f"Publication info: {paper} ; {day}: 1.",
            "",
            "Document link: https://archive.example/1",
            "",
            "Abstract: None available.",
            "",
            "Full text: " + "\n\n".join(lines),
            "",
            "Subject: Bridges; Councils",
            "",
            f"Title: {title}",
            "",
            f"Publication title: {paper}",
            "",
            f"Publication date: {day}",
            "",
            "Section: News",
            "",
            "ProQuest document ID: 1",
            "",
            "Document URL: https://archive.example/1",
            "",
            "Copyright: Copyright 2024",
            "",
            rule,
        ]
    write("proquest.txt", "\n".join(proquest) + "\n")


if __name__ == "__main__":
    texts()
    pages()
    records()
    tables()
    mails_and_feeds()
    archives()
    exports()
    word("story.docx", [(TITLE, "Title"), *((line, "") for line in LINES)])
