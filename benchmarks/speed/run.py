"""Measures speed and memory, and writes a table and a CSV file. Started by benchmarks/run; see benchmarks/README.md."""
import argparse
import csv
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
THREADS = str(os.cpu_count())
ENVIRONMENT = {**os.environ, "DOTNET_TieredPGO": "0", "DOTNET_NOLOGO": "1", "OMP_NUM_THREADS": THREADS}

# Name, net within the file, sides in pixels; the largest only where 14 GB are free.
ENCODERS = [
    ("glaze-mini", 0, (256, 512)),
    ("glaze-mini", 1, (256, 512)),
    ("flux2-tiny", 0, (256, 512)),
    ("sana-tiny", 0, (256, 512)),
    ("sd-vae", 0, (256, 512)),
]


class Worker:
    """A process that answers lines."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        self.ready = self._answer()

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self._answer()

    def run(self):
        return float(self.ask("run"))

    def stop(self):
        """Ends it; returns its peak memory in MB."""
        self.process.stdin.close()
        _, _, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = 0
        return usage.ru_maxrss / 1024

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"A worker ended early: {' '.join(self.process.args)}")
        return line.strip()


class Report:
    def __init__(self, path):
        self.path, self.rows = path, []

    def add(self, area, what, value, unit, goal="", note=""):
        self.rows.append((area, what, value, unit, goal, note))
        print(f"{area:8} {what:46} {value:>10} {unit:7} {goal:10} {note}", flush=True)

    def save(self):
        with open(self.path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("area", "what", "value", "unit", "goal", "note"))
            writer.writerows(self.rows)


def alternate(workers, seconds, most):
    """Runs the workers in turn: at least three rounds, at most `most`, within about `seconds`. The first round only warms up."""
    for worker in workers * 2:
        worker.run()
    times, start = [[] for _ in workers], time.monotonic()
    while len(times[0]) < most and (len(times[0]) < 3 or time.monotonic() - start < seconds):
        for worker, kept in zip(workers, times):
            kept.append(worker.run())
    return times


def ours(*arguments):
    return ["dotnet", os.path.join(HERE, "bin", "Release", "net10.0", "Glaze.Benchmarks.Speed.dll"), *map(str, arguments)]


def torch(*arguments):
    return ["/usr/bin/python3", os.path.join(HERE, "torch_worker.py"), *map(str, arguments)]


def measure_peak(report):
    side = 2048
    workers = [Worker(*ours("matmul", side, THREADS)), Worker(*torch("matmul", side, THREADS))]
    best = [2 * side ** 3 / min(times) / 1e9 for times in alternate(workers, 15, 20)]
    for worker in workers:
        worker.stop()
    report.add("peak", f"MatMul {side}x{side}, ONNX Runtime", f"{best[0]:.0f}", "GFLOP/s")
    report.add("peak", f"MatMul {side}x{side}, PyTorch", f"{best[1]:.0f}", "GFLOP/s")
    return max(best)


def measure_steps(report, options, folder):
    peak = measure_peak(report)
    files = {"glaze-mini": os.path.join(ROOT, "models", "glaze-mini.safetensors"), "flux2-tiny": options.flux2}
    for name in ("sana-tiny", "sd-vae"):
        files[name] = os.path.join(folder, name + ".safetensors")
        subprocess.run(torch("random", name, files[name]), check=True)
    for name, net, sides in ENCODERS:
        label = f"{name}-{'ab'[net]}" if name == "glaze-mini" else name
        for side in sides:
            if options.encoder and options.encoder != label:
                continue
            if not files[name]:
                print(f"{label} is left out: its weights are not in the repository (--flux2 FILE)")
            elif name == "sd-vae" and side == 512 and (options.quick or free_gigabytes() < 20):
                print("sd-vae at 512² is left out: it takes minutes, 20 GB of free memory and a run without --quick")
            else:
                measure_step(report, options, folder, label, files[name], net, side, peak)


def measure_step(report, options, folder, label, file, net, side, peak):
    case = os.path.join(folder, f"{label}-{side}")
    os.makedirs(case)
    script = Worker(*torch("step", "script", file, net, side, THREADS, case))
    eager = Worker(*torch("step", "eager", file, net, side, THREADS, case))
    mine = Worker(*ours("step", file, net, side, THREADS, case))
    times = [statistics.median(kept) for kept in alternate([mine, eager, script], 10 if options.quick else 40, 7 if options.quick else 20)]
    gradient = os.path.join(case, "gradient.bin")
    mine.ask(gradient)
    difference = float(eager.ask(gradient))
    memory = [worker.stop() for worker in (mine, eager, script)]
    operations = float(mine.ready.split()[1])
    speed = operations / times[0] / 1e9
    case = f"{label} {side}²"
    report.add("step", f"{case}, ours", f"{1000 * times[0]:.0f}", "ms", note=f"{memory[0]:.0f} MB, gradient within {difference:.0e} of PyTorch's")
    report.add("step", f"{case}, PyTorch eager", f"{1000 * times[1]:.0f}", "ms", note=f"{memory[1]:.0f} MB")
    report.add("step", f"{case}, TorchScript", f"{1000 * times[2]:.0f}", "ms", note=f"{memory[2]:.0f} MB")
    report.add("step", f"{case}, ours / the faster of PyTorch's", f"{times[0] / min(times[1:]):.2f}", "ratio", "<= 0.6")
    report.add("step", f"{case}, share of the measured peak", f"{100 * speed / peak:.0f}", "%", ">= 60", f"{speed:.0f} GFLOP/s")
    if difference > 1e-2:  # a ReLU that one of the two takes for open is allowed
        raise SystemExit(f"{label} at {side}²: our gradient and PyTorch's differ by {difference:.1e}; the comparison would mean nothing.")


def free_gigabytes():
    for line in open("/proc/meminfo"):
        if line.startswith("MemAvailable"):
            return int(line.split()[1]) / 1e6
    return 0


def timed(command):
    """Wall-clock seconds, processor seconds and peak memory in MB of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed: {errors.decode(errors='replace')}")
    process.returncode = 0
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure_start(report, options):
    rounds = 3 if options.quick else 7
    programs = [("built engine", [options.engine])] + ([("published engine", [options.published])] if options.published else [])
    for option, goal in (("--version", ""), ("--help", "<= 0.3")):
        kept = {name: [] for name, _ in programs}
        for _ in range(rounds):
            for name, command in programs:
                kept[name].append(timed([*command, option])[0])
        for name, times in kept.items():
            report.add("start", f"glaze {option}, {name}", f"{statistics.median(times):.2f}", "s", goal)


def measure_cloaks(report, options, folder):
    sample = os.path.join(ROOT, "samples", "airbrush.png")
    grain = os.path.join(ROOT, "samples", "landscape.png")
    cases = [(512, "fast", 3, "<= 5", ""), (512, "balanced", 2, "<= 20", ""), (1024, "fast", 1, "", "<= 1024"), (2048, "fast", 1, "", "")]
    if not options.quick:
        cases += [(1024, "balanced", 1, "", "<= 1024"), (2048, "balanced", 1, "<= 120", ""), (4096, "fast", 1, "", "")]
    if options.large:
        cases += [(8192, "fast", 1, "", "<= 2048")]
    output = os.path.join(folder, "cloaked.png")
    for side, quality, rounds, seconds_goal, memory_goal in cases:
        picture = sample
        if side != 512:
            picture = os.path.join(folder, f"{side}.png")
            if not os.path.exists(picture):
                subprocess.run(ours("picture", grain, side, picture), check=True, env=ENVIRONMENT)
        command = [options.engine, "cloak", picture, "-o", output, "--quality", quality, "--style", "swirling-strokes"]
        runs = [timed(command) for _ in range(1 if options.quick else rounds)]
        seconds = statistics.median(run[0] for run in runs)
        per_megapixel = seconds / (side * side / 1e6)
        processor = statistics.median(run[1] for run in runs)
        report.add("cloak", f"{side}² {quality}, whole command", f"{seconds:.1f}", "s", seconds_goal, f"{per_megapixel:.1f} s/MP, {processor / seconds:.2f} cores busy")
        report.add("memory", f"{side}² {quality}, peak resident", f"{max(run[2] for run in runs):.0f}", "MB", memory_goal)


def measure_previews(report, options):
    rounds = 3 if options.quick else 5
    grain = os.path.join(ROOT, "samples", "landscape.png")
    for side in (1024, 4096):
        answer = subprocess.run(ours("preview", options.engine, grain, side, rounds), check=True, env=ENVIRONMENT, capture_output=True, text=True).stdout
        kept = {}
        for line in answer.splitlines():
            what, seconds = line.split()
            kept.setdefault(what, []).append(float(seconds))
        if side == 1024:
            report.add("preview", "engine started and ready", f"{kept['welcome'][0]:.2f}", "s", "<= 1")
        report.add("preview", f"{side}², new picture, engine warm", f"{statistics.median(kept['new-picture']):.2f}", "s", "<= 2", f"of {rounds}, worst {max(kept['new-picture']):.2f}")
        report.add("preview", f"{side}², slider moved", f"{statistics.median(kept['slider']):.2f}", "s", "<= 2", f"of {rounds}, worst {max(kept['slider']):.2f}")


def processor_name():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    parser = argparse.ArgumentParser(prog="benchmarks/run")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and no long cases: under ten minutes")
    parser.add_argument("--large", action="store_true", help="8192² too: many minutes more")
    parser.add_argument("--only", default="start,step,cloak,preview", help="parts to run, of start,step,cloak,preview")
    parser.add_argument("--encoder", help="one encoder only, for example glaze-mini-a")
    parser.add_argument("--flux2", help="safetensors file of FLUX.2's tiny encoder")
    parser.add_argument("--engine", default=os.path.join(ROOT, "artifacts", "engine", "glaze"), help="the engine's program file")
    parser.add_argument("--published", help="a published, self-contained engine, to time its start too")
    parser.add_argument("--csv", default=os.path.join(ROOT, "artifacts", "benchmark-speed.csv"))
    options = parser.parse_args()
    report = Report(options.csv)
    revision = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    print(f"{processor_name()}, {THREADS} cores, {time.strftime('%Y-%m-%d %H:%M')}, revision {revision}, load {os.getloadavg()[0]:.1f}\n")
    folder = tempfile.mkdtemp(prefix="glaze-speed-")
    parts = options.only.split(",")
    try:
        if "start" in parts:
            measure_start(report, options)
        if "step" in parts:
            measure_steps(report, options, folder)
        if "cloak" in parts:
            measure_cloaks(report, options, folder)
        if "preview" in parts:
            measure_previews(report, options)
    finally:
        shutil.rmtree(folder)
        report.save()
    print(f"\nload {os.getloadavg()[0]:.1f} at the end; written to {options.csv}")


if __name__ == "__main__":
    sys.exit(main())
