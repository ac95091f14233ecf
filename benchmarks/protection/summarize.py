"""Turns the CSV of the protection benchmark into one table (Markdown) and one plot."""
import collections
import csv
import pathlib
import sys

import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

BASELINE = "B0"
NONE = "none"


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def groups(rows):
    """(equal_in, encoder, used) -> method -> picture -> purifier -> shift."""
    nested = collections.defaultdict(lambda: collections.defaultdict(lambda: collections.defaultdict(dict)))
    for row in rows:
        key = row["equal_in"], row["encoder"], row["used"] == "1"
        nested[key][row["method"]][row["picture"]][row["purifier"]] = float(row["shift"])
    return nested


def figures(pictures):
    """Means over pictures: untouched, over purifiers, after each picture's worst purifier."""
    kept = [{name: shift for name, shift in shifts.items() if name != NONE} for shifts in pictures.values()]
    return mean(p[NONE] for p in pictures.values()), mean(mean(k.values()) for k in kept), mean(min(k.values()) for k in kept)


def tables(rows):
    for (equal_in, encoder, used), methods in groups(rows).items():
        count = len(next(iter(methods.values())))
        yield f"Equal {equal_in}, judged by {encoder} ({'computed on it' if used else 'not computed on'}), {count} pictures:\n"
        yield "| method | no purifier | mean of purifiers | × B0 | worst purifier |"
        yield "|---|---|---|---|---|"
        baseline = figures(methods[BASELINE])[1]
        for method, pictures in methods.items():
            plain, average, worst = figures(pictures)
            yield f"| {method} | {plain:.4f} | {average:.4f} | {average / baseline:.2f} | {worst:.4f} |"
        yield ""


def purifier_table(rows):
    chosen = [row for row in rows if row["equal_in"] == "psnr" and row["used"] == "0"] or [row for row in rows if row["equal_in"] == "psnr"]
    methods = list(dict.fromkeys(row["method"] for row in chosen))
    yield "By purifier, equal psnr, encoders not computed on:\n"
    yield "| purifier | " + " | ".join(methods) + " |"
    yield "|---|" + "---|" * len(methods)
    for purifier in dict.fromkeys(row["purifier"] for row in chosen):
        cells = [mean(float(r["shift"]) for r in chosen if r["method"] == m and r["purifier"] == purifier) for m in methods]
        yield f"| {purifier} | " + " | ".join(f"{c:.4f}" for c in cells) + " |"
    yield ""


def plot(rows, path):
    panels = [item for item in groups(rows).items() if item[0][0] == "psnr"]
    figure, axes = plt.subplots(1, len(panels), figsize=(5 * len(panels), 4), squeeze=False, sharey=True)
    for axis, ((_, encoder, used), methods) in zip(axes[0], panels):
        for method, pictures in methods.items():
            names = list(next(iter(pictures.values())))
            values = [mean(p[name] for p in pictures.values()) for name in names]
            axis.plot(names, values, marker="o", markersize=3, label=method, linewidth=2.4 if method == "GlazeEffect" else 1)
        axis.set_title(f"{encoder} ({'computed on it' if used else 'not computed on'})", fontsize=10)
        axis.tick_params(axis="x", rotation=90, labelsize=8)
        axis.grid(alpha=.3)
        axis.axhline(0, color="black", linewidth=.5)
    axes[0][0].set_ylabel("shift toward the target style, equal PSNR")
    axes[0][0].legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=110)


def main():
    path = pathlib.Path(sys.argv[1])
    with path.open() as file:
        rows = list(csv.DictReader(file))
    seen = {(r["picture"], r["psnr"], r["butteraugli"]) for r in rows if r["method"] == "GlazeEffect"}
    text = "\n".join([*tables(rows), *purifier_table(rows),
                      f"Our cloaks: PSNR {mean(float(s[1]) for s in seen):.1f} dB, butteraugli 3-norm {mean(float(s[2]) for s in seen):.2f} (means)."])
    path.with_suffix(".md").write_text(text + "\n")
    plot(rows, path.with_suffix(".png"))
    print(text)


if __name__ == "__main__":
    main()
