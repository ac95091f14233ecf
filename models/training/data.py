"""Training pictures: drawn by code, or public-domain clip art on drawn grounds; and restyled versions of them.

Every picture is float32 (H, W, 3) in 0..1. Seeds below HELD_OUT and clip art with held_out(path) false are
for training; the others are for evaluation only.
"""
import functools
import glob
import os
import zlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps
from scipy import ndimage
from skimage import color

HELD_OUT = 1_000_000_000
_fonts = sorted(glob.glob("/usr/share/fonts/truetype/**/*.ttf", recursive=True))


def held_out(path):
    return zlib.crc32(os.path.basename(path).encode()) % 10 == 0


@functools.lru_cache(None)
def clip_art(folder, held):
    paths = sorted(glob.glob(os.path.join(folder, "**", "*.png"), recursive=True))
    return [p for p in paths if held_out(p) == held]


# ---- fields and palettes ----

def spectrum(r, n, power, channels=1):
    """Gaussian field with a 1/f^power spectrum, scaled to 0..1."""
    f = np.hypot(*np.meshgrid(np.fft.rfftfreq(n), np.fft.fftfreq(n))) + 1 / n
    z = np.fft.irfft2(np.fft.rfft2(r.standard_normal((channels, n, n))) / f ** power, s=(n, n))
    z -= z.mean((1, 2), keepdims=True)
    z = z / (z.std((1, 2), keepdims=True) * 5) + .5
    return np.clip(z, 0, 1).transpose(1, 2, 0).astype(np.float32)


def palette(r, k):
    """k colours around a few hues, as artists choose them, or quite free."""
    if r.random() < .25:
        return r.random((k, 3)).astype(np.float32)
    h = (r.random() + r.choice([0, 0, .08, .5, .33], k) + r.normal(0, .03, k)) % 1
    hsv = np.stack([h, np.clip(r.normal(r.uniform(.1, .9), .2, k), 0, 1), np.clip(r.uniform(.05, 1, k), 0, 1)], -1)
    return color.hsv2rgb(hsv[None])[0].astype(np.float32)


def _ramp(t, colours):
    x = np.linspace(0, 1, len(colours))
    return np.stack([np.interp(t, x, colours[:, c]) for c in range(3)], -1).astype(np.float32)


def _tuple(c):
    return tuple(int(v * 255) for v in c)


def _to_pil(a):
    return Image.fromarray((np.clip(a, 0, 1) * 255 + .5).astype(np.uint8))


def _from_pil(i):
    return np.asarray(i.convert("RGB"), np.float32) / 255


# ---- drawn pictures ----

def gradient(r, n):
    a = r.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:n, 0:n] / n
    t = np.cos(a) * x + np.sin(a) * y if r.random() < .6 else np.hypot(x - r.random(), y - r.random())
    t = (t - t.min()) / np.ptp(t)
    return _ramp(t, palette(r, r.integers(2, 5)))


def photo_like(r, n):
    """Coloured 1/f texture: shared luminance, weaker chroma."""
    p = r.uniform(.8, 2.2)
    lum = spectrum(r, n, p)
    if r.random() < .5:
        return np.clip(lum + .5 * (spectrum(r, n, p + .3, 3) - .5) * r.random(), 0, 1)
    return np.clip(_ramp(lum[..., 0], palette(r, r.integers(2, 6))) + .3 * (spectrum(r, n, p, 3) - .5), 0, 1)


def layers(r, n):
    """Thresholded smooth fields: organic cel-shaded shapes, with or without soft shading."""
    img = ground(r, n)
    for _ in range(r.integers(2, 7)):
        f = spectrum(r, n, r.uniform(1.6, 3))[..., 0]
        edge = np.clip((f - r.uniform(.4, .65)) * r.choice([30, 80, 400]), 0, 1)[..., None]
        fill = gradient(r, n) if r.random() < .4 else np.broadcast_to(palette(r, 1)[0], img.shape)
        img = img * (1 - edge) + fill * edge
        if r.random() < .4:
            line = np.clip(1.5 - np.abs(edge[..., 0] - .5) * 4, 0, 1)[..., None]
            img = img * (1 - line)
    return img


def shapes(r, n):
    """Flat polygons and ellipses, often outlined."""
    i = _to_pil(ground(r, n))
    d = ImageDraw.Draw(i)
    pal, outline = palette(r, 7), r.random() < .6
    for _ in range(r.integers(4, 40)):
        c, s = r.random(2) * n, n * r.uniform(.03, .3)
        width = int(r.integers(1, 6)) if outline else 0
        fill = _tuple(pal[r.integers(7)])
        line = (20, 16, 24) if outline else None
        if r.random() < .5:
            d.ellipse([*(c - s), *(c + s * r.uniform(.2, 1))], fill, line, width)
        else:
            k = r.integers(3, 9)
            a = np.sort(r.random(k)) * 2 * np.pi
            pts = [tuple(c + s * r.uniform(.4, 1) * np.array([np.cos(t), np.sin(t)])) for t in a]
            d.polygon(pts, fill)
            if outline:
                d.line(pts + pts[:1], line, width)
    return _from_pil(i)


def _curve(r, n, k=24):
    a = np.cumsum(r.normal(0, .35, k)) + r.uniform(0, 6.3)
    p = r.random(2) * n + np.cumsum(np.stack([np.cos(a), np.sin(a)], -1) * n * r.uniform(.01, .05), 0)
    return [tuple(q) for q in p]


def line_art(r, n):
    i = _to_pil(ground(r, n) * .3 + .7 if r.random() < .7 else ground(r, n))
    d = ImageDraw.Draw(i)
    ink = (15, 15, 20) if r.random() < .7 else _tuple(palette(r, 1)[0])
    for _ in range(r.integers(10, 70)):
        d.line(_curve(r, n), ink, int(r.integers(1, 5)), joint="curve")
    return _from_pil(i)


def hatching(r, n):
    tone = spectrum(r, n, r.uniform(1.2, 2.5))[..., 0]
    y, x = np.mgrid[0:n, 0:n]
    ink = np.zeros((n, n), np.float32)
    for k in range(r.integers(1, 4)):
        a, f = r.uniform(0, np.pi), r.uniform(.06, .3)
        wave = .5 + .5 * np.sin(2 * np.pi * f * (np.cos(a) * x + np.sin(a) * y) + 6 * tone)
        ink = np.maximum(ink, np.clip((wave - tone - .1 * k) * 5, 0, 1))
    pal = palette(r, 2)
    return pal[0] * .3 * ink[..., None] + (.4 + .6 * pal[1]) * (1 - ink[..., None])


def dots(r, n):
    pic = photo_like(r, n) if r.random() < .5 else layers(r, n)
    y, x = np.mgrid[0:n, 0:n]
    a, f = r.uniform(0, np.pi), r.uniform(.05, .25)
    u, v = np.cos(a) * x + np.sin(a) * y, np.cos(a) * y - np.sin(a) * x
    screen = .5 + .25 * (np.sin(2 * np.pi * f * u) + np.sin(2 * np.pi * f * v))
    ink = np.clip((screen - pic.mean(-1)) * 8, 0, 1)[..., None]
    return pic * r.uniform(0, .6) * ink + (pic * .3 + .7) * (1 - ink)


def landscape(r, n):
    img = gradient(r, n)
    sky = r.uniform(.2, .5)
    x = np.arange(n)
    pal = palette(r, 6)
    for k in range(5):
        h = spectrum(r, n, r.uniform(1, 2))[0, :, 0]
        top = (sky + k * .13 + .35 * (h - .5)) * n
        mask = np.clip(np.arange(n)[:, None] - top[None], 0, 1)[..., None]
        fill = np.clip(pal[k] + r.uniform(0, .5) * (spectrum(r, n, r.uniform(.5, 1.6)) - .5), 0, 1)
        img = img * (1 - mask) + fill * mask
    return img


def glyphs(r, n):
    i = _to_pil(ground(r, n))
    d = ImageDraw.Draw(i)
    for _ in range(r.integers(3, 25)):
        text = "".join(chr(r.integers(33, 0x250)) for _ in range(r.integers(1, 12)))
        font = ImageFont.truetype(_fonts[r.integers(len(_fonts))], int(r.integers(9, n // 4)))
        d.text(tuple(r.uniform(-.1, .9, 2) * n), text, _tuple(palette(r, 1)[0]), font)
    return _from_pil(i)


def shaded(r, n):
    """Soft-shaded balls with highlights over a ground."""
    img = ground(r, n)
    y, x = np.mgrid[0:n, 0:n] / n
    light = r.normal(0, 1, 3)
    light /= np.linalg.norm(light)
    for _ in range(r.integers(1, 7)):
        cx, cy, s = r.random(), r.random(), r.uniform(.06, .4)
        dx, dy = (x - cx) / s, (y - cy) / s
        d2 = dx * dx + dy * dy
        z = np.sqrt(np.clip(1 - d2, 0, 1))
        lum = np.clip(dx * light[0] + dy * light[1] + z * abs(light[2]), 0, 1)[..., None]
        ball = palette(r, 1)[0] * (.15 + .85 * lum) + .6 * lum ** 20
        mask = np.clip((1 - d2) * s * n / 2, 0, 1)[..., None]
        img = img * (1 - mask) + np.clip(ball, 0, 1) * mask
    return img


def painting(r, n):
    return strokes(r, ANY[r.integers(len(ANY))](r, n))


def collage(r, n):
    """Two pictures through a soft or hard mask."""
    f = spectrum(r, n, 2.2)[..., 0]
    m = np.clip((f - .5) * r.choice([4, 60]) + .5, 0, 1)[..., None]
    return ANY[r.integers(len(ANY))](r, n) * m + ANY[r.integers(len(ANY))](r, n) * (1 - m)


def ground(r, n):
    k = r.random()
    if k < .35:
        return np.broadcast_to(palette(r, 1)[0] if r.random() < .7 else np.ones(3, np.float32), (n, n, 3)).copy()
    return gradient(r, n) if k < .65 else photo_like(r, n)


ANY = [gradient, photo_like, photo_like, layers, layers, shapes, shapes, line_art, hatching, dots, landscape, glyphs, shaded]
DRAWN = ANY + [painting, painting, painting, collage, landscape, shaded]


def clip(r, n, folder, held):
    """One to three pieces of clip art on a ground."""
    paths = clip_art(folder, held)
    i = _to_pil(ground(r, n))
    for _ in range(r.integers(1, 4)):
        try:
            art = Image.open(paths[r.integers(len(paths))])
            art.draft("RGB", (n, n))
            if art.width * art.height > 9_000_000:
                continue
            art = art.convert("RGBA")
        except (OSError, ValueError, Image.DecompressionBombError):
            continue
        s = n * r.uniform(.5, 1.5) / max(art.size)
        art = art.resize((max(2, int(art.width * s)), max(2, int(art.height * s))), Image.LANCZOS)
        if r.random() < .5:
            art = ImageOps.mirror(art)
        i.paste(art, tuple(int(v) for v in r.uniform(-.3, .4, 2) * n), art)
    a = _from_pil(i)
    if r.random() < .35:                            # shading and grain, so that clip art is not always flat
        a = a * (.6 + .8 * spectrum(r, n, r.uniform(.8, 2.5)))
    return np.clip(a, 0, 1)


# ---- other styles of a picture ----

def strokes(r, img):
    """Paints the picture with oriented strokes, coarse to fine."""
    n = img.shape[0]
    out = _to_pil(ndimage.gaussian_filter(img, (8, 8, 0)))
    d = ImageDraw.Draw(out)
    grey = ndimage.gaussian_filter(img.mean(-1), 3)
    gy, gx = np.gradient(grey)
    angle = np.arctan2(gy, gx) + np.pi / 2
    swirl = spectrum(r, n, 2.5)[..., 0] * 12
    free = r.uniform(0, .02)
    angle = np.where(np.hypot(gx, gy) > free, angle, swirl)
    for width in (r.integers(7, 14), r.integers(2, 6)):
        count = int(1.2 * n * n / (width * width * 4))
        ys, xs = r.integers(0, n, (2, count))
        tint = r.normal(0, .05, (count, 1))
        cols = np.clip((img[ys, xs] + tint) * 255, 0, 255).astype(int)
        half = width * r.uniform(1, 2.5)
        dx, dy = np.cos(angle[ys, xs]) * half, np.sin(angle[ys, xs]) * half
        for k in range(count):
            d.line([xs[k] - dx[k], ys[k] - dy[k], xs[k] + dx[k], ys[k] + dy[k]], tuple(cols[k]), int(width))
    return _from_pil(out)


def transport(r, img, other=None):
    """Gives the picture another palette: mean and covariance of another picture, in Lab."""
    other = palette(r, 64)[None] if other is None else other[::4, ::4]
    a, b = color.rgb2lab(img).reshape(-1, 3), color.rgb2lab(other).reshape(-1, 3)

    def root(x, sign):
        val, vec = np.linalg.eigh(np.cov(x.T) + np.eye(3))
        return vec * val ** (sign / 2) @ vec.T
    y = (a - a.mean(0)) @ root(a, -1) @ root(b, 1) + b.mean(0)
    keep = r.uniform(0, .6)
    y[:, 0] = keep * a[:, 0] + (1 - keep) * y[:, 0]
    y[:, 1:] = np.clip(y[:, 1:], -90, 90)
    return np.clip(color.lab2rgb(np.clip(y, [0, -90, -90], [100, 90, 90]).reshape(img.shape)), 0, 1).astype(np.float32)


def kuwahara(r, img):
    k = int(r.integers(2, 5))
    mean = ndimage.uniform_filter(img, (k + 1, k + 1, 1))
    var = (ndimage.uniform_filter(img ** 2, (k + 1, k + 1, 1)) - mean ** 2).sum(-1)
    h = (k + 1) // 2
    shifts = [(h, h), (h, -h), (-h, h), (-h, -h)]
    means = np.stack([np.roll(mean, s, (0, 1)) for s in shifts])
    best = np.argmin(np.stack([np.roll(var, s, (0, 1)) for s in shifts]), 0)
    return np.take_along_axis(means, best[None, ..., None], 0)[0]


def mosaic(r, img):
    b = int(r.integers(3, 12))
    small = ndimage.zoom(img, (1 / b, 1 / b, 1), order=1)
    i = _to_pil(small).resize(img.shape[1::-1], Image.NEAREST if r.random() < .6 else Image.BICUBIC)
    return _from_pil(i)


def hue(r, img):
    h = color.rgb2hsv(img)
    h[..., 0] = (h[..., 0] + r.uniform(.15, .85)) % 1
    h[..., 1] = np.clip(h[..., 1] * r.uniform(.5, 1.6) + r.uniform(0, .2), 0, 1)
    return color.hsv2rgb(h).astype(np.float32)


def screen(r, img):
    """Hatching or dots that follow the picture's tones."""
    n = img.shape[0]
    y, x = np.mgrid[0:n, 0:n]
    a, f = r.uniform(0, np.pi), r.uniform(.06, .25)
    u, v = np.cos(a) * x + np.sin(a) * y, np.cos(a) * y - np.sin(a) * x
    wave = .5 + .5 * np.sin(2 * np.pi * f * u) * (np.sin(2 * np.pi * f * v) if r.random() < .5 else 1)
    ink = np.clip((wave - img.mean(-1)) * 6, 0, 1)[..., None]
    return img * .3 * ink + (img * .5 + .5) * (1 - ink) if r.random() < .5 else img * (1 - .7 * ink)


def filtered(r, img):
    i, k = _to_pil(img), r.random()
    if k < .35:
        i = i.filter(ImageFilter.MedianFilter(int(r.choice([5, 7, 9]))))
    elif k < .6:
        i = ImageOps.posterize(i.filter(ImageFilter.MedianFilter(3)), int(r.integers(1, 4)))
    elif k < .75:
        i = ImageOps.solarize(i, int(r.integers(60, 200)))
    elif k < .9:
        i = ImageOps.equalize(i.filter(ImageFilter.GaussianBlur(r.uniform(.5, 4))))
    else:
        i = ImageOps.invert(i)
    return _from_pil(i)


def restyle(r, img, other):
    """The picture in another style; `other` is an unrelated picture of the same size."""
    if r.random() < .12:
        return other
    y = img
    steps = [strokes, kuwahara, mosaic, hue, screen, filtered]
    for _ in range(r.choice([0, 1, 1, 2])):
        y = steps[r.choice(6, p=[.35, .15, .1, .1, .15, .15])](r, y)
    if y is img or r.random() < .7:
        y = transport(r, y, other if r.random() < .6 else None)
    if r.random() < .3:
        y = y * (.7 + .6 * spectrum(r, img.shape[0], r.uniform(.5, 2)))
    return np.clip(y, 0, 1)


# ---- what happens to pictures on their way ----

def wear(r, img):
    """Leaves most pictures clean; else noise, blur, dithering or JPEG."""
    k = r.random()
    if k < .45:
        return img
    if k < .7:
        return np.clip(img + r.normal(0, r.uniform(.003, .05), img.shape), 0, 1).astype(np.float32)
    if k < .8:
        s = r.uniform(.4, 1.5)
        return ndimage.gaussian_filter(img, (s, s, 0))
    if k < .85:
        levels = r.integers(2, 8)
        return np.clip(np.floor(img * levels + r.random(img.shape[:2] + (1,))) / levels, 0, 1).astype(np.float32)
    return jpeg(img, int(r.integers(35, 95)))


def jpeg(img, quality):
    import io
    f = io.BytesIO()
    _to_pil(img).save(f, "JPEG", quality=quality)
    return _from_pil(Image.open(f))


def resize(img, size):
    return _from_pil(_to_pil(img).resize((size, size), Image.LANCZOS))


def picture(seed, n, folder=None):
    """The picture of a seed. With a clip-art folder, about four in ten show clip art."""
    r = np.random.default_rng(seed)
    if folder and r.random() < .4:
        img = clip(r, n, folder, seed >= HELD_OUT)
        return strokes(r, img) if r.random() < .15 else img
    return np.clip(DRAWN[r.integers(len(DRAWN))](r, n), 0, 1).astype(np.float32)
