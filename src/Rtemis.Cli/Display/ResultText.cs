using Rtemis.Cli.Jobs;

namespace Rtemis.Cli.Display;

/// <summary>Tells a result to a person.</summary>
static class ResultText
{
    /// <summary>Writes it to standard output.</summary>
    public static void Write(FinishedJob finished, IReadOnlyList<string> written)
    {
        foreach (var line in written) Console.Out.WriteLine(line);
        foreach (var (name, doc) in finished.Result.Documents) if (name is "summary" or "metrics") Console.Out.WriteLine(name + " " + doc.ToJsonString());
    }
}
