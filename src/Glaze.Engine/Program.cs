namespace Glaze.Engine;

internal static class Program
{
    private static int Main() => 0;
}
