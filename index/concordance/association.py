"""How strongly two things go together: the measures that the tables of the concordance show.

They are told of a table of two rows and two columns: how often both were observed together, how
often each at all, and out of how many. Names follow Evert (2008), "Corpora and collocations", in
Lüdeling and Kytö (eds.), Corpus Linguistics, ch. 58: `together` is O11, `first` R1, `second` C1,
`total` N.
"""

from __future__ import annotations

from math import log, log2


def expected(first: int, second: int, total: int) -> float:
    """Return how often two things were together if neither minded the other: R1 * C1 / N."""
    return first * second / total


def log_likelihood(together: int, first: int, second: int, total: int) -> float:
    """Return the log-likelihood ratio G² of a table, which is never negative.

    2 * sum of O * ln(O / E) over the four cells. Dunning (1993), "Accurate methods for the
    statistics of surprise and coincidence", Computational Linguistics 19(1), 61-74. With one degree
    of freedom, 3.84 is significant at 0.05, 6.63 at 0.01, 10.83 at 0.001, 15.13 at 0.0001.
    """
    rows, columns = (first, total - first), (second, total - second)
    observed = (
        (together, first - together),
        (second - together, total - first - second + together),
    )
    found = sum(
        cell * log(cell * total / (row * column))
        for row, cells in zip(rows, observed, strict=True)
        for column, cell in zip(columns, cells, strict=True)
        if cell > 0
    )
    return max(0.0, 2 * found)


def mutual_information(together: int, first: int, second: int, total: int) -> float:
    """Return the pointwise mutual information in bits: log2(O11 / E11).

    Church and Hanks (1990), "Word association norms, mutual information, and lexicography",
    Computational Linguistics 16(1), 22-29. `together` is above zero.
    """
    return log2(together / expected(first, second, total))


def log_ratio(here: int, size_here: int, there: int, size_there: int) -> float:
    """Return how many times more frequent something is here than there, as a logarithm to base 2.

    1 is twice as frequent, 2 four times, -1 half as frequent. What does not occur counts as half an
    occurrence. Hardie (2014), "Log Ratio: an informal introduction", CASS, Lancaster.
    """
    return log2(((here or 0.5) / size_here) / ((there or 0.5) / size_there))
