using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>One message of a run in one line, without times; null for what is not compared.</summary>
static partial class ProgressLine
{
    public static string Of(RunMessage message) => message switch
    {
        NodeMessage node => $"{node.Stage}|{node.Text}|{node.Node.Id}<{node.Node.Parent?.Id}|{node.Phase.ToString().ToLowerInvariant()}",
        CounterMessage counter => $"{counter.Text}|{counter.ParentId}|{counter.Phase}",
        TextMessage text => $"{text.Stage}|{Timeless(text.Text)}|{(text.Level == TextLevel.Warn ? TextLevel.Info : text.Level)}",
        _ => throw new ArgumentException(message.GetType().Name, nameof(message)),
    };

    public static string? Of(JsonNode recorded)
    {
        string? Field(string name) => recorded[name]?.GetValue<string>();
        var text = Field("message")!;
        // A failed fold tells its reason in the words of whoever failed.
        if (text.StartsWith("! Outer fold", StringComparison.Ordinal)) return null;
        if (Field("level") == "progress")
            return Field("status") == "update" ? null : $"{text}|{Field("parent")}|{Capital(Field("status")!)}";
        return Field("kind") is null
            ? $"{Field("stage")}|{Timeless(text)}|{Capital(Field("level")!)}"
            : $"{Field("stage")}|{text}|{Field("node")}<{Field("parent")}|{Field("status")}";
    }

    static string Timeless(string text) => Elapsed().Replace(text, "Done");

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex("Done in .*")]
    private static partial Regex Elapsed();
}
