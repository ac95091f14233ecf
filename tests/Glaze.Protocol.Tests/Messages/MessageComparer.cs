using System.Collections;

namespace Glaze.Protocol.Tests.Messages;

/// <summary>Compares messages property by property, lists by their items.</summary>
internal static class MessageComparer
{
    /// <summary>Null when equal, else the path of the first difference.</summary>
    public static string? Difference(object? expected, object? actual, string path = "message")
    {
        if (expected is null || actual is null || expected is string || expected.GetType().IsValueType)
        {
            return Equals(expected, actual) ? null : $"{path}: {expected} became {actual}";
        }

        if (expected is IList expectedItems && actual is IList actualItems)
        {
            return expectedItems.Count != actualItems.Count
                ? $"{path}: {expectedItems.Count} items became {actualItems.Count}"
                : Enumerable.Range(0, expectedItems.Count)
                    .Select(index => Difference(expectedItems[index], actualItems[index], $"{path}[{index}]"))
                    .FirstOrDefault(difference => difference is not null);
        }

        return expected.GetType() != actual.GetType()
            ? $"{path}: {expected.GetType().Name} became {actual.GetType().Name}"
            : expected.GetType().GetProperties()
                .Select(property => Difference(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}"))
                .FirstOrDefault(difference => difference is not null);
    }
}
