"""The map and the plot of a briefing as SVG: numbers only, and words escaped, so that nothing of a report can run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import cos, hypot, radians, sqrt

from relata.briefing.outlines import Ring
from relata.briefing.parts import Bar, Spot

WIDTH, MAP_HIGH, PLOT_HIGH = 720, 400, 220
NARROWEST = 6.0
"""Degrees that a map shows at least: a town alone would be a dot on nothing."""

FINEST = 1.2
"""Steps of a border that are drawn, in units of the drawing."""

LABELLED = 25
"""Up to this many points have their number beside them."""

LABEL_HIGH = 14
"""Distance at which two numbers would lie on each other."""

LABEL_WIDE = 46
"""Room that the name of a bar needs, in units of the drawing."""


def map_svg(spots: Sequence[Spot], outlines: Sequence[Ring]) -> str:
    """A map of the incidents: circles as large as their dead are many, over country borders. Empty without points."""
    if not spots:
        return ""
    frame = _Frame(spots)
    return "".join(
        (
            f'<svg class="map" viewBox="0 0 {WIDTH} {MAP_HIGH}" role="img" aria-labelledby="map-title map-words">',
            '<title id="map-title">Where the incidents are</title>',
            f'<desc id="map-words">{escape(_map_words(spots))}</desc>',
            '<clipPath id="map-frame"><rect width="720" height="400"/></clipPath>',
            '<rect class="sea" width="720" height="400"/><g clip-path="url(#map-frame)">',
            *frame.grid(),
            *(frame.line(ring) for ring in outlines if frame.shows(ring)),
            *frame.circles(spots),
            "</g></svg>",
        )
    )


class _Frame:
    """A stretch of the world and where its points fall in the drawing: plate carrée, true at its middle latitude."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        west, east = min(one.lon for one in spots), max(one.lon for one in spots)
        south, north = min(one.lat for one in spots), max(one.lat for one in spots)
        self.lon, self.lat = (west + east) / 2, (south + north) / 2
        squeeze = max(0.2, cos(radians(self.lat)))
        wide = max((east - west) * 1.25, NARROWEST) * squeeze
        high = max((north - south) * 1.25, NARROWEST * squeeze * MAP_HIGH / WIDTH)
        self.y = min(WIDTH / wide, MAP_HIGH / high)
        self.x = self.y * squeeze

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point of the world falls."""
        return WIDTH / 2 + (lon - self.lon) * self.x, MAP_HIGH / 2 - (lat - self.lat) * self.y

    def shows(self, ring: Ring) -> bool:
        """Whether some of a line may be in the frame."""
        half_wide, half_high = WIDTH / 2 / self.x, MAP_HIGH / 2 / self.y
        return (
            min(lon for lon, _ in ring) < self.lon + half_wide
            and max(lon for lon, _ in ring) > self.lon - half_wide
            and min(lat for _, lat in ring) < self.lat + half_high
            and max(lat for _, lat in ring) > self.lat - half_high
        )

    def line(self, ring: Ring) -> str:
        """A border, without the points that nobody would see."""
        kept: list[tuple[float, float]] = []
        for number, point in enumerate(ring):
            x, y = self.place(*point)
            if not kept or number == len(ring) - 1 or hypot(x - kept[-1][0], y - kept[-1][1]) >= FINEST:
                kept.append((x, y))
        return '<polyline class="border" points="{}"/>'.format(" ".join(f"{x:.1f},{y:.1f}" for x, y in kept))

    def grid(self) -> Iterator[str]:
        """Lines of longitude and latitude, each with its degrees."""
        span = WIDTH / self.x
        step = next((one for one in (1, 2, 5, 10, 20, 30) if span / one <= 9), 60)
        for lon in range(-180, 181, step):
            x, _ = self.place(lon, 0)
            if 0 < x < WIDTH:
                yield f'<path class="grid" d="M{x:.1f} 0V{MAP_HIGH}"/>'
                yield f'<text class="degree" x="{x + 3:.1f}" y="{MAP_HIGH - 5}">{_degrees(lon, "E", "W")}</text>'
        for lat in range(-90, 91, step):
            _, y = self.place(0, lat)
            if 0 < y < MAP_HIGH:
                yield f'<path class="grid" d="M0 {y:.1f}H{WIDTH}"/>'
                yield f'<text class="degree" x="4" y="{y - 3:.1f}">{_degrees(lat, "N", "S")}</text>'

    def circles(self, spots: Sequence[Spot]) -> Iterator[str]:
        """The incidents, the largest first, so that small ones lie on top."""
        for one in sorted(spots, key=lambda spot: (-(spot.killed or 0), spot.number)):
            x, y = self.place(one.lon, one.lat)
            radius = min(26.0, 4 + sqrt(one.killed or 0))
            name = f"{one.number}. {one.name}" + (f": {one.killed:,} killed" if one.killed is not None else "")
            yield (
                f'<circle class="{"spot" if one.exact else "spot area"}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
                f"<title>{escape(name)}</title></circle>"
            )
        if len(spots) <= LABELLED:
            yield from self._labels(spots)

    def _labels(self, spots: Sequence[Spot]) -> Iterator[str]:
        """The numbers of the incidents, those that would lie on each other side by side."""
        placed: list[tuple[float, float, list[int]]] = []
        for one in spots:
            x, y = self.place(one.lon, one.lat)
            near = next((there for there in placed if hypot(there[0] - x, there[1] - y) < LABEL_HIGH), None)
            if near:
                near[2].append(one.number)
            else:
                placed.append((x, y, [one.number]))
        for x, y, numbers in placed:
            yield f'<text class="label" x="{x:.1f}" y="{y + 4:.1f}">{", ".join(map(str, numbers))}</text>'


def _degrees(value: int, plus: str, minus: str) -> str:
    return f"{abs(value)}°{plus if value > 0 else minus if value < 0 else ''}"


def _map_words(spots: Sequence[Spot]) -> str:
    """The map in words: how many points, from where to where; the table of incidents has each of them."""
    south, north = min(one.lat for one in spots), max(one.lat for one in spots)
    west, east = min(one.lon for one in spots), max(one.lon for one in spots)
    return (
        f"{len(spots)} incident{'s' if len(spots) > 1 else ''} between {south:.1f} and {north:.1f} degrees of latitude "
        f"and {west:.1f} and {east:.1f} of longitude. The table of incidents lists them with their places."
    )


def plot_svg(bars: Sequence[Bar], by: str) -> str:
    """People killed by year or month: a bar for the best figure, a line from the lowest to the highest."""
    top = max((max(bar.best, bar.high or 0, bar.low) for bar in bars), default=0)
    if not top:
        return ""
    left, low, high = 52.0, PLOT_HIGH - 28.0, 14.0
    wide = (WIDTH - left - 8) / len(bars)
    tick = _step(top)
    unit = (low - high) / top
    parts = [
        f'<svg class="plot" viewBox="0 0 {WIDTH} {PLOT_HIGH}" role="img" aria-labelledby="plot-title plot-words">',
        f'<title id="plot-title">People killed by {by}</title>',
        f'<desc id="plot-words">{escape(_plot_words(bars))}</desc>',
    ]
    for value in range(0, top + 1, tick):
        y = low - value * unit
        parts.append(f'<path class="grid" d="M{left:.1f} {y:.1f}H{WIDTH - 8}"/>')
        parts.append(f'<text class="degree right" x="{left - 6:.1f}" y="{y + 3.5:.1f}">{value:,}</text>')
    every = max(1, -(-int(LABEL_WIDE) // max(1, int(wide))))
    for at, bar in enumerate(bars):
        x = left + at * wide
        middle = x + wide / 2
        said = f"{bar.name}: {bar.best:,} killed, {bar.low:,} to {'open' if bar.high is None else f'{bar.high:,}'}"
        parts.append(f"<g><title>{escape(said)}</title>")
        parts.append(
            f'<rect class="bar" x="{x + wide * 0.15:.1f}" y="{low - bar.best * unit:.1f}" width="{wide * 0.7:.1f}" '
            f'height="{bar.best * unit:.1f}"/>'
        )
        end = bar.high if bar.high is not None else max(bar.best, bar.low)
        if end != bar.low:
            bottom, peak = low - bar.low * unit, low - end * unit
            parts.append(f'<path class="range" d="M{middle - 4:.1f} {bottom:.1f}h8m-4 0V{peak:.1f}m-4 0h8"/>')
        parts.append("</g>")
        if at % every == 0:
            parts.append(f'<text class="name" x="{middle:.1f}" y="{PLOT_HIGH - 10}">{escape(bar.name)}</text>')
    return "".join([*parts, "</svg>"])


def _plot_words(bars: Sequence[Bar]) -> str:
    most = max(bars, key=lambda bar: bar.best)
    return (
        f"From {bars[0].name} to {bars[-1].name}; the most in {most.name}: {most.best:,} killed. "
        "The table that follows has every figure."
    )


def _step(top: int) -> int:
    """The distance between lines of the plot: 1, 2 or 5 times a power of ten, at most six of them."""
    size = 1
    while True:
        for one in (size, 2 * size, 5 * size):
            if top / one <= 6:
                return one
        size *= 10
