"""Two documents built by hand that use every block and every inline."""

from __future__ import annotations

from briefwright.document.nodes import (
    Block,
    Box,
    Checkbox,
    Columns,
    Document,
    Furniture,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    Row,
    Table,
)
from tests.formats.docx.building import (
    Words,
    box,
    cell,
    columns,
    document,
    em,
    figure,
    foreign,
    heading,
    items,
    label,
    line,
    link,
    named,
    note,
    p,
    row,
    said,
    section,
    strong,
    styled,
    table,
    title,
    to,
)


def institute() -> Document:
    """A think tank's brief with everything that its house style knows."""
    return document(*_opening(), *_argument(), *_risks(), *_advice(), *_closing(), furniture=_institute_furniture())


def _institute_furniture() -> Furniture:
    foot = line(
        "Harbour dues after the storm", "PB 2026/04", ("Page ", PageNumber(), " of ", PageCount()), style="footer"
    )
    return Furniture(footer=(foot,), first_footer=(foot,))


def _opening() -> tuple[Block, ...]:
    return (
        line(styled("series", "Policy brief"), "", "PB 2026/04 · 21 November 2026 · Draft", style="masthead"),
        title("Harbour dues after the storm: who pays for the quay that failed"),
        p("What the loss of the north quay changes for towns, insurers and shipping lines", "subtitle"),
        p((styled("author", "Ada Lind"), ", Programme on Coasts | Information cut-off: 1 May 2026"), "byline"),
        box(
            "answer",
            p("In brief", "box-label"),
            p("Towns should pool their harbour insurance before the next winter.", "answer"),
            items(
                ("The storm broke a quay that three towns had paid for.", note(1, em("Report"), " (2026), 4.")),
                "Dues alone push ships to other ports.",
                ("Insurers are uneasy.", note(2, "See their ", link("https://example.org/letter", "letter"), ".")),
                style="key-points",
                item="key-point",
            ),
        ),
    )


def _argument() -> tuple[Block, ...]:
    harbour = ("The harbour (", foreign("항구", "ko"), "; ", foreign("порт", "ru"), ") was built by merchants in 1861.")
    return (
        section(
            "context",
            heading("Context"),
            _beside("From private to public", harbour, id="origin"),
            p(("The charter adds mutual help.", note(3, "Charter, art. 4."), " See ", to("origin", "its origin"), ".")),
            p("Estimates ran from ten to twelve million; the report read here gives the lower figure."),
            items("one mark", ("another with ", strong("weight"), " and ", em("stress")), "a third"),
            items("first count", "second count", style="numbered"),
        ),
        section(
            "motivations",
            heading("Motivations"),
            _beside("The towns", "Berths and jobs come first."),
            _beside("The lines", ("They gain calm water.", note(4, "Harbour board, minutes."))),
        ),
    )


def _beside(label: str, words: Words, id: str | None = None) -> Columns:  # noqa: A002
    return columns("beside", (heading(label, 2, "side-heading", id),), (p(words, "beside"),))


_SHADES = ((1, 2, 3, 4, 4), (1, 1, 2, 3, 4), (0, 1, 2, 2, 3), (0, 0, 1, 1, 2), (0, 0, 0, 1, 1))
_LETTERS = {(1, 1): "D", (1, 3): "B", (2, 3): "C E"}


def _matrix() -> Table:
    rows = []
    for index, shades in enumerate(_SHADES):
        cells = [cell(_LETTERS.get((index, at), ""), "matrix-cell", shade=shade) for at, shade in enumerate(shades)]
        rows.append(row(cell(str(5 - index), "matrix-axis", header=True), *cells))
    scale = ("", "very unlikely", "unlikely", "even", "likely", "very likely")
    rows.append(row(*[cell(word, "matrix-scale") for word in scale]))
    title = (styled("caption-label", label("Table", 1, "table"), ":"), " Two of six risks are grave and likely")
    return table("matrix", None, *rows, title=said(title), summary="Risks by likelihood and impact", id="matrix")


def _risks() -> tuple[Block, ...]:
    key = (
        p((styled("label", "Not assessed:"), " A, F (the source gives no likelihood)"), "key"),
        p("Letters carry the rating; shade repeats it.", "key"),
    )
    head = row("", "Risk", "What would happen", "Likelihood", "Impact", "Confidence", style="table-head")
    return (
        section(
            "risks",
            heading("Risks"),
            columns("matrix", (_matrix(),), key),
            table(
                "risks",
                head,
                _risk("A", "Second failure of the quay", "A storm meets a half-mended wall.", note(5, "As above.")),
                _risk("B", "Race of dues along the coast", "Two ports lower their dues; a third answers."),
                summary="Risks",
            ),
        ),
    )


def _risk(letter: str, name: str, what: str, *more: Inline) -> Row:
    return row(
        cell(styled("letter", letter)),
        cell(name, "table-label", header=True),
        cell((what, *more)),
        cell("likely"),
        cell("4"),
        cell("moderate"),
        id=f"risk-{letter.lower()}",
    )


def _advice() -> tuple[Block, ...]:
    return (
        section(
            "recommendations",
            heading("Recommendations"),
            _card(1, "Towns of the north coast", "List the same walls and quays as in need of repair."),
            _card(2, "Ministry of ports", "Offer one reversible fund after ninety days without a claim."),
        ),
    )


def _card(number: int, actor: str, action: str) -> Box:
    facts = (styled("label", "Addresses"), " ", to("risk-a", "A"), ", ", to("risk-b", "B"))
    return box(
        "card",
        columns("card", (p(str(number), "numeral"),), (p(actor, "actor"), p(action, "action"), p(facts, "facts"))),
        id=f"recommendation-{number}",
    )


def _closing() -> tuple[Block, ...]:
    return (
        heading("A picture, and what else there is", 1),
        p(("Dues have not kept up (", named("dues", "Figure\u00a01"), "; ", named("matrix", "Table\u00a01"), ").")),
        figure(
            "A grey oblong",
            p((styled("caption-label", label("Figure", 1), ":"), " Dues by port, 2020 to 2025"), "caption"),
            p("Source: harbour office.", "table-note"),
            id="dues",
        ),
        figure(None, width=0.1),
        box("aside", p("An aside", "box-heading"), items("short", style="compact", item="compact-item")),
        table("facts", None, row(cell("To", "table-label", header=True), "the minister")),
        items((p("Harbour office. Report on the north quay. 2026.", "source"),), style="sources"),
        p(("About", LineBreak(), "this brief"), "small"),
    )


def ministry() -> Document:
    """A ministerial submission: every paragraph numbered, a table of responses to tick, a handling mark."""
    mark = line(right=styled("tlp-green", "TLP:GREEN"), style="header")
    foot = line(("SUB 2026/118 | Page ", PageNumber(), " of ", PageCount()), style="footer")
    facts = (("To", "Minister of Ports"), ("From", "Ada Lind, Coasts Unit"), ("Date", "21 November 2026"))
    return document(
        line("Directorate for Coasts", "", styled("kind", "Submission for decision"), style="masthead"),
        title("Responding to the loss of the north quay"),
        table(
            "head",
            None,
            *[row(cell(name, "facts-label", header=True), cell(said, "facts-cell")) for name, said in facts],
        ),
        heading("Issue"),
        p("Whether to pair the next dues with a conditional offer of a fund.", "numbered", number=1),
        heading("Recommendation"),
        table("responses", None, _response("1  ", "to list the same quays."), _response("2  ", "to offer a fund.")),
        heading("Background"),
        p(("Each side helps if a quay fails.", note(1, em("Report"), "."), " Repairs followed."), "numbered", number=2),
        p(("A race of dues is ", strong("likely"), " within two years.", note(2, "Letter.")), "numbered", number=3),
        furniture=Furniture(first_header=(mark,), header=(mark,), first_footer=(foot,), footer=(foot,)),
    )


def _response(number: str, action: str) -> Row:
    boxes = (Checkbox(), " Agreed ", Checkbox(), " Not agreed")
    return row(cell((number, strong("Agree"), f" {action}"), "response", header=True), cell(boxes, "response-box"))
