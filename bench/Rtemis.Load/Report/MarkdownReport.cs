using System.Globalization;
using System.Text;

namespace Rtemis.Load.Report;

/// <summary>The figures of a machine as a Markdown document.</summary>
static class MarkdownReport
{
    public static string Write(IReadOnlyList<Figure> figures, string microBenchmarks)
    {
        var text = new StringBuilder();
        text.AppendLine("# Figures").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Machine.Description}. {DateTime.UtcNow:yyyy-MM-dd}.");
        text.AppendLine("Load generator and server share the machine.").AppendLine();
        text.AppendLine("| what | measured | goal | met | how |").AppendLine("|---|---|---|---|---|");
        foreach (var f in figures)
            text.AppendLine($"| {f.What} | {f.Measured} | {f.Goal} | {f.IsMet switch { true => "yes", false => "no", _ => "" }} | {f.More} |");
        if (microBenchmarks.Length > 0) text.AppendLine().AppendLine("## Micro-benchmarks").AppendLine().Append(microBenchmarks);
        return text.ToString();
    }
}
