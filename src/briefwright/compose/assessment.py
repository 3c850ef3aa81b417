"""What templates ask of a brief's assessments: risks in rating order, and the cells of the matrix that rates them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefwright.brief.brief import Brief
from briefwright.brief.methodology import Methodology, RiskMatrix
from briefwright.brief.risk import Prospect
from briefwright.compose.field import Field, plain

RAMP = 5
"""The steps of the ramp in which a theme shades a matrix, the lightest first."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell of the risk matrix: its step of the ramp, and the letters of the risks that fall in it."""

    shade: int
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of the risk matrix: a degree of impact, and its cells from the least to the most likely."""

    impact: int
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class YardstickBand:
    """A band of the yardstick: its usual term, and its bounds in percent."""

    term: str
    low: float
    high: float


def letter(number: int) -> str:
    """The letter of a number counted from 1: A to Z, then AA."""
    number, last = divmod(plain(number) - 1, 26)
    return (letter(number) if number else "") + chr(ord("A") + last)


def functions(brief: Brief) -> Mapping[str, Callable[..., object]]:
    """The functions on assessments that templates may call, by their names."""
    assessment = _Assessment(brief)
    return {
        "letter": letter,
        "by_rating": assessment.by_rating,
        "unrated_letters": assessment.unrated_letters,
        "risk_matrix": assessment.matrix,
        "matrix_columns": assessment.columns,
        "yardstick": assessment.yardstick,
    }


class _Assessment:
    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._methodology = brief.methodology or Methodology()
        self._matrix = self._methodology.risk_matrix or RiskMatrix(lookup=())

    def by_rating(self, prospects: Iterable[Field]) -> list[Field]:
        """The risks with the highest rating first; those without one last, the gravest first."""
        return sorted(prospects, key=lambda field: self._rank(plain(field)), reverse=True)

    def _rank(self, prospect: Prospect) -> tuple[int, int, int]:
        rating = self._brief.rating(prospect)
        labels = self._matrix.labels
        impact = prospect.impact if isinstance(prospect.impact, int) else 0
        row = self._methodology.likelihood_row(prospect.likelihood)
        return labels.index(rating) if rating in labels else -1, impact, -1 if row is None else row

    def unrated_letters(self, ranked: Iterable[Field]) -> list[str]:
        """The letters of the risks that have no rating."""
        return [letter(n) for n, field in enumerate(ranked, 1) if self._brief.rating(plain(field)) is None]

    def matrix(self, ranked: Iterable[Field]) -> list[MatrixRow]:
        """The rows of the risk matrix, the gravest impact first; letters follow the order of the risks given."""
        risks = [(letter(n), plain(field)) for n, field in enumerate(ranked, 1)]
        return [
            MatrixRow(impact, tuple(self._cell(row, impact, risks) for row in range(self._matrix.size)))
            for impact in range(self._matrix.size, 0, -1)
        ]

    def _cell(self, row: int, impact: int, risks: list[tuple[str, Prospect]]) -> MatrixCell:
        labels, ratings = self._matrix.labels, self._matrix.ratings
        rank = labels.index(ratings[row][impact - 1]) if ratings else 0
        inside = [
            name
            for name, risk in risks
            if risk.impact == impact and self._methodology.likelihood_row(risk.likelihood) == row
        ]
        return MatrixCell(round(rank * (RAMP - 1) / (len(labels) - 1)), tuple(inside))

    def columns(self) -> list[str]:
        """The term that heads each column of the matrix: of those that fall in it, the one nearest its middle."""
        return [self._nearest(row) for row in range(self._matrix.size)]

    def _nearest(self, row: int) -> str:
        middle = (row + 0.5) * 100 / self._matrix.size
        bands = [b for b in self._methodology.yardstick_bands if self._methodology.likelihood_row(b.terms[0]) == row]
        return min(bands, key=lambda b: abs((b.low + b.high) / 2 - middle)).terms[0] if bands else ""

    def yardstick(self) -> list[YardstickBand]:
        """The bands of the declared yardstick, the least likely first."""
        return [YardstickBand(band.terms[0], band.low, band.high) for band in self._methodology.yardstick_bands]
