using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking.Canvas;

/// <summary>A rectangle on the canvas.</summary>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Top edge in pixels.</param>
/// <param name="Width">Width in pixels, 1 or more.</param>
/// <param name="Height">Height in pixels, 1 or more.</param>
internal readonly record struct CanvasArea(int X, int Y, int Width, int Height)
{
    /// <summary>The smallest rectangle around every pixel that may change, or null when none may.</summary>
    public static CanvasArea? Changeable(PerturbationBudget budget)
    {
        var (left, top, right, bottom) = (budget.Width, budget.Height, -1, -1);
        for (var y = 0; y < budget.Height; y++)
        {
            var row = budget.Bounds.Slice(y * budget.Width, budget.Width);
            var first = row.IndexOfAnyExcept((byte)0);
            if (first >= 0)
            {
                left = Math.Min(left, first);
                right = Math.Max(right, row.LastIndexOfAnyExcept((byte)0));
                top = Math.Min(top, y);
                bottom = y;
            }
        }

        return bottom < 0 ? null : new CanvasArea(left, top, right - left + 1, bottom - top + 1);
    }
}
