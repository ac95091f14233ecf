namespace Glaze.Imaging.Painterly;

/// <summary>Dots on a jittered grid, each of one colour; where they overlap, the later one in a random order covers.</summary>
internal sealed class DotScreen
{
    private readonly PaintRequest _request;
    private readonly float _step;
    private readonly int _columns;
    private readonly int _rows;
    private readonly Dot[] _dots;

    /// <summary>Places the dots.</summary>
    /// <param name="request">Seed and scale.</param>
    /// <param name="colours">Where colours come from.</param>
    /// <param name="spacing">Distance between dots, pixels at 512².</param>
    /// <param name="radius">Radius, pixels at 512².</param>
    /// <param name="division">How far a dot's colour strays from the local one, in OKLab.</param>
    /// <param name="salt">Distinguishes the screens of one style.</param>
    internal DotScreen(PaintRequest request, PlanarImage colours, float spacing, float radius, float division, int salt)
    {
        _request = request;
        _step = Math.Max(2f, request.Pixels(spacing));
        _columns = (int)MathF.Ceiling(request.Width / _step) + 2;
        _rows = (int)MathF.Ceiling(request.Height / _step) + 2;
        _dots = new Dot[_columns * _rows];
        for (var row = 0; row < _rows; row++)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < _columns; column++)
            {
                var x = (column - 0.5f + (0.42f * Hash.Signed(request.Seed, column, row, salt))) * _step;
                var y = (row - 0.5f + (0.42f * Hash.Signed(request.Seed, column, row, salt + 100))) * _step;
                var i = (Math.Clamp((int)y, 0, request.Height - 1) * request.Width) + Math.Clamp((int)x, 0, request.Width - 1);
                var (l, a, b) = Oklab.FromRgb(colours.Values[i], colours.Values[colours.PlaneSize + i], colours.Values[(2 * colours.PlaneSize) + i]);
                var turn = 2 * MathF.PI * Hash.Unit(request.Seed, column, row, salt + 200);
                var stray = division * Hash.Unit(request.Seed, column, row, salt + 300);
                var (r, g, bb) = Oklab.ToRgb(l + (0.35f * stray * MathF.Sin(3 * turn)), (1.15f * a) + (stray * MathF.Cos(turn) * 0.7f), (1.15f * b) + (stray * MathF.Sin(turn) * 0.7f));
                var size = Math.Max(1f, request.Pixels(radius)) * (0.8f + (0.35f * Hash.Unit(request.Seed, column, row, salt + 400)));
                _dots[(row * _columns) + column] = new Dot(x, y, size, Hash.Bits(request.Seed, column, row, salt + 500), r, g, bb);
            }
        }
    }

    /// <summary>The colour at a pixel when the dots lie over <paramref name="below"/>.</summary>
    internal (float R, float G, float B) Over(int x, int y, (float R, float G, float B) below)
    {
        var (column, row) = ((int)(x / _step) + 1, (int)(y / _step) + 1);
        var (first, second) = (-1, -1);
        for (var r = Math.Max(0, row - 1); r <= Math.Min(_rows - 1, row + 1); r++)
        {
            for (var c = Math.Max(0, column - 1); c <= Math.Min(_columns - 1, column + 1); c++)
            {
                var i = (r * _columns) + c;
                if (Cover(_dots[i], x, y) <= 0)
                {
                    continue;
                }

                if (first < 0 || _dots[i].Order > _dots[first].Order)
                {
                    (first, second) = (i, first);
                }
                else if (second < 0 || _dots[i].Order > _dots[second].Order)
                {
                    second = i;
                }
            }
        }

        // Two layers suffice: a dot's soft rim shows what is directly below it.
        var colour = second < 0 ? below : Lay(_dots[second], x, y, below);
        return first < 0 ? colour : Lay(_dots[first], x, y, colour);
    }

    private static (float R, float G, float B) Lay(in Dot dot, int x, int y, (float R, float G, float B) below) =>
        Ground.Mix(below, (dot.Red, dot.Green, dot.Blue), 0.95f * Cover(dot, x, y));

    private static float Cover(in Dot dot, int x, int y)
    {
        var (dx, dy) = (x - dot.X, y - dot.Y);
        return Math.Clamp(dot.Radius + 0.5f - MathF.Sqrt((dx * dx) + (dy * dy)), 0f, 1f);
    }

    private readonly record struct Dot(float X, float Y, float Radius, uint Order, float Red, float Green, float Blue);
}
