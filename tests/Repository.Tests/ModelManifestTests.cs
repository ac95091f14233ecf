using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Tests;

public sealed partial class ModelManifestTests
{
    private const string Manifest = "models/models.json";

    [Fact]
    public void Hashes_All_AreSha256InLowerCase()
    {
        Properties("sha256").Where(hash => !Sha256().IsMatch(hash)).ShouldBeEmpty();
    }

    [Fact]
    public void Ids_All_AreDifferent()
    {
        var ids = Properties("id").ToArray();

        ids.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(ids.Length);
    }

    private static IEnumerable<string> Properties(string name)
    {
        using var manifest = JsonDocument.Parse(RepositoryTree.Read(Manifest));
        return [.. Find(manifest.RootElement, name)];
    }

    private static IEnumerable<string> Find(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            string.Equals(property.Name, name, StringComparison.Ordinal) && property.Value.ValueKind == JsonValueKind.String
                ? [property.Value.GetString()!]
                : Find(property.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Find(item, name)),
        _ => [],
    };

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();
}
