using System.Text.Json;

namespace Rtemis.Web.Tests;

/// <summary>What Vitest's report says of a file.</summary>
/// <param name="Name">Its full path, with forward slashes.</param>
/// <param name="Passed">How many of its tests passed.</param>
/// <param name="Failures">A text for each that did not, and for the file itself when it could not be run.</param>
sealed record VitestFile(string Name, int Passed, IReadOnlyList<string> Failures)
{
    public static IReadOnlyList<VitestFile> ReadAll(JsonElement report) => [.. report.GetProperty("testResults").EnumerateArray().Select(Read)];

    static VitestFile Read(JsonElement file)
    {
        var tests = file.GetProperty("assertionResults").EnumerateArray().ToList();
        var failures = tests.Where(t => Text(t, "status") == "failed").Select(Failure).ToList();
        // A file that does not load, or whose hooks fail, has no failed test.
        if (failures.Count == 0 && Text(file, "status") == "failed") failures.Add(Text(file, "message"));
        return new(Text(file, "name").Replace('\\', '/'), tests.Count(t => Text(t, "status") == "passed"), failures);
    }

    static string Failure(JsonElement test) =>
        $"{Text(test, "fullName")}\n{string.Join('\n', test.GetProperty("failureMessages").EnumerateArray().Select(m => m.GetString()))}";

    static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
