"""What a step found, in the form that infra/bench reads: Figure, Curve, Stack and StepData there say what each field means."""

import json
import math
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Figure:
    """One thing that was measured: a value for each repetition; baseline is the id of the figure that it is compared with."""

    id: str
    name: str
    unit: str
    better: str
    values: list[float]
    baseline: str | None = None
    aim: float | None = None

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError(f"{self.id}: expected at least one value, got none")


@dataclass
class Step:
    """What one step found."""

    step: str
    title: str
    quick: bool
    summary: str
    command: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    curves: list[dict] = field(default_factory=list)
    stacks: list[dict] = field(default_factory=list)

    def add(self, identity: str, name: str, unit: str, values: list[float], **more) -> None:
        """Adds a figure; smaller is better for times and bytes, unless told otherwise."""
        lower = unit in {"ms", "s", "MB", "bytes", "KB/min", "1/min", "lost"}
        better = more.pop("better", "LOWER" if lower else "HIGHER")
        self.figures.append(Figure(identity, name, unit, better, [float(value) for value in values], **more))

    def curve(self, identity: str, title: str, axes: tuple[str, str], lines: dict[str, list[tuple[float, float]]]) -> None:
        drawn = [{"name": name, "points": [[float(x), float(y)] for x, y in points]} for name, points in lines.items()]
        self.curves.append({"id": identity, "title": title, "x": axes[0], "y": axes[1], "lines": drawn})

    def stack(self, identity: str, title: str, unit: str, rows: dict[str, dict[str, float]]) -> None:
        """Rows of parts; a part that a row lacks is zero."""
        parts = list(dict.fromkeys(part for row in rows.values() for part in row))
        drawn = [{"name": name, "values": [float(max(0, row.get(part, 0))) for part in parts]} for name, row in rows.items()]
        self.stacks.append({"id": identity, "title": title, "unit": unit, "parts": parts, "rows": drawn})

    def write(self, folder: Path) -> None:
        data = asdict(self) | {"command": f"./sightline bench --only {self.step}"}
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{self.step}.json").write_text(json.dumps(data, indent=1) + "\n")


def percentile(values: list[float], percent: float) -> float:
    """The nearest-rank percentile, as the lab computes it: the smallest value that so many percent do not exceed."""
    if not values:
        raise ValueError("expected at least one value, got none")
    return sorted(values)[max(1, math.ceil(len(values) * percent / 100)) - 1]


def rounds(values: list[float], percent: float, count: int) -> list[float]:
    """The percentile of each of count parts of the values, one after the other: repetitions of a percentile."""
    size = max(1, len(values) // count)
    return [percentile(values[start : start + size], percent) for start in range(0, size * min(count, len(values)), size)]


def slope(points: list[tuple[float, float]]) -> float:
    """The slope of the line with the least squares through points of at least two places."""
    count = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    if spread == 0:
        raise ValueError(f"expected points at two places at least, got {count} at {mean_x}")
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread
