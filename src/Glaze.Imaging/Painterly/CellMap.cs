using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>
/// A division of the picture into cells that may follow its colours (SLIC superpixels, Achanta et al. 2012) or ignore them
/// (plain Voronoi cells of a jittered grid).
/// </summary>
internal sealed class CellMap
{
    private readonly PaintRequest _request;
    private readonly int _columns;
    private readonly int _rows;
    private readonly float _step;
    private readonly float[] _siteX;
    private readonly float[] _siteY;
    private readonly float[][] _siteColours;

    private CellMap(PaintRequest request, float size)
    {
        _request = request;
        _step = Math.Max(2f, request.Pixels(size));
        _columns = Math.Max(1, (int)MathF.Ceiling(request.Width / _step));
        _rows = Math.Max(1, (int)MathF.Ceiling(request.Height / _step));
        _siteX = new float[_columns * _rows];
        _siteY = new float[_columns * _rows];
        _siteColours = [new float[_siteX.Length], new float[_siteX.Length], new float[_siteX.Length]];
        CellOf = new int[request.Original.PlaneSize];
    }

    /// <summary>The cell of every pixel; row-major.</summary>
    internal int[] CellOf { get; }

    /// <summary>The number of cells.</summary>
    internal int Count => _siteX.Length;

    /// <summary>Divides a picture.</summary>
    /// <param name="request">The picture, seed and scale.</param>
    /// <param name="size">Side of a cell, pixels at 512².</param>
    /// <param name="jitter">0 regular grid … 1 fully irregular.</param>
    /// <param name="followColours">0 ignores the picture; 1 lets cells bend strongly around its forms.</param>
    internal static CellMap Of(PaintRequest request, float size, float jitter, float followColours)
    {
        var map = new CellMap(request, size);
        map.PlaceSites(jitter);
        var rounds = followColours > 0 ? 4 : 1;
        for (var round = 0; round < rounds; round++)
        {
            map.Assign(followColours * map._step * 9);
            map.MoveSites(keepPlaces: followColours <= 0);
        }

        return map;
    }

    /// <summary>Mean colour of a cell.</summary>
    internal (float R, float G, float B) Colour(int cell) => (_siteColours[0][cell], _siteColours[1][cell], _siteColours[2][cell]);

    /// <summary>Centre of a cell.</summary>
    internal (float X, float Y) Centre(int cell) => (_siteX[cell], _siteY[cell]);

    /// <summary>1 on borders between cells, falling to 0 at about <paramref name="width"/> pixels (at 512²).</summary>
    internal float[] Borders(float width)
    {
        var border = new float[CellOf.Length];
        var w = _request.Width;
        _request.ForRows(y =>
        {
            for (var x = 0; x < w; x++)
            {
                var i = (y * w) + x;
                var isBorder = (x + 1 < w && CellOf[i] != CellOf[i + 1]) || (y + 1 < _request.Height && CellOf[i] != CellOf[i + w]);
                border[i] = isBorder ? 1 : 0;
            }
        });
        var sigma = Math.Max(0.4f, _request.Pixels(width) * 0.5f);
        var blurred = GaussianBlur.BlurPlane(border, w, _request.Height, sigma, _request.Cancellation);

        // A straight one-pixel line blurs to 1/(σ·√2π) at its middle.
        var gain = sigma * 2.5066f;
        return Array.ConvertAll(blurred, v => Math.Min(1f, v * gain));
    }

    private void PlaceSites(float jitter)
    {
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                var site = (row * _columns) + column;
                _siteX[site] = (column + 0.5f + (0.5f * jitter * Hash.Signed(_request.Seed, column, row, 31))) * _step;
                _siteY[site] = (row + 0.5f + (0.5f * jitter * Hash.Signed(_request.Seed, column, row, 32))) * _step;
                var x = Math.Clamp((int)_siteX[site], 0, _request.Width - 1);
                var y = Math.Clamp((int)_siteY[site], 0, _request.Height - 1);
                for (var c = 0; c < 3; c++)
                {
                    _siteColours[c][site] = _request.Original.Values[(c * _request.Original.PlaneSize) + (y * _request.Width) + x];
                }
            }
        }
    }

    // Distance = |place|² + w²·|colour|², over the sites of the 5×5 grid cells around the pixel.
    private void Assign(float colourWeight)
    {
        var values = _request.Original.Values;
        var size = _request.Original.PlaneSize;
        var weight = colourWeight * colourWeight;
        var reach = colourWeight > 0 ? 2 : 1;
        _request.ForRows(y =>
        {
            for (var x = 0; x < _request.Width; x++)
            {
                var i = (y * _request.Width) + x;
                var (column, row) = ((int)(x / _step), (int)(y / _step));
                var best = float.MaxValue;
                for (var r = Math.Max(0, row - reach); r <= Math.Min(_rows - 1, row + reach); r++)
                {
                    for (var c = Math.Max(0, column - reach); c <= Math.Min(_columns - 1, column + reach); c++)
                    {
                        var site = (r * _columns) + c;
                        var (dx, dy) = (x - _siteX[site], y - _siteY[site]);
                        var distance = (dx * dx) + (dy * dy);
                        if (distance < best && weight > 0)
                        {
                            var (dr, dg, db) = (values[i] - _siteColours[0][site], values[size + i] - _siteColours[1][site], values[(2 * size) + i] - _siteColours[2][site]);
                            distance += weight * ((dr * dr) + (dg * dg) + (db * db));
                        }

                        if (distance < best)
                        {
                            (best, CellOf[i]) = (distance, site);
                        }
                    }
                }
            }
        });
    }

    private void MoveSites(bool keepPlaces)
    {
        var sums = new double[Count, 5];
        var counts = new int[Count];
        var size = _request.Original.PlaneSize;
        for (var i = 0; i < CellOf.Length; i++)
        {
            var cell = CellOf[i];
            counts[cell]++;
            sums[cell, 0] += i % _request.Width;
            sums[cell, 1] += i / _request.Width;
            for (var c = 0; c < 3; c++)
            {
                sums[cell, 2 + c] += _request.Original.Values[(c * size) + i];
            }
        }

        for (var cell = 0; cell < Count; cell++)
        {
            if (counts[cell] == 0)
            {
                continue;
            }

            if (!keepPlaces)
            {
                _siteX[cell] = (float)(sums[cell, 0] / counts[cell]);
                _siteY[cell] = (float)(sums[cell, 1] / counts[cell]);
            }

            for (var c = 0; c < 3; c++)
            {
                _siteColours[c][cell] = (float)(sums[cell, 2 + c] / counts[cell]);
            }
        }
    }
}
