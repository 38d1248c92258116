using System.Globalization;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Native.Tables;

/// <summary>The <c>session</c> slice: the steps of the run, each below the one that it is part of.</summary>
static class SessionTable
{
    public static ResultTable Of(RunTimeline timeline)
    {
        var finish = timeline.Elapsed.TotalMilliseconds;
        var rows = new List<(RunNode Node, int Depth)>();
        Walk(timeline.Nodes.ToLookup(n => n.Parent?.Id), null, 0, rows);
        var nodes = rows.ConvertAll(r => r.Node);
        Column[] columns =
        [
            Cells.Text("label", Unique(rows.Select(r => new string(' ', 2 * r.Depth) + r.Node.Name))),
            new DoubleColumn("start", nodes.Select(n => n.StartedAt).ToArray()),
            new DoubleColumn("end", nodes.Select(n => n.EndedAt ?? finish).ToArray()),
            Cells.Runs("kind", [.. nodes.Select(n => (n.Kind, 1))]),
            Cells.Runs("status", [.. nodes.Select(n => (Status(n), 1))]),
            new LogicalColumn("failed", BitView.Pack(nodes.Count, i => nodes[i].Failed)),
            Cells.Text("tip", nodes.Select(n => $"{n.Name}—{Duration((n.EndedAt ?? finish) - n.StartedAt)} [{Status(n)}]")),
        ];
        var colors = new JsonObject(KindColors.Of(nodes).Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)));
        return new ResultTable(new Table(columns, nodes.Count), new JsonObject { ["colors"] = colors });
    }

    static void Walk(ILookup<string?, RunNode> children, string? parent, int depth, List<(RunNode, int)> rows)
    {
        foreach (var node in children[parent])
        {
            rows.Add((node, depth));
            Walk(children, node.Id, depth + 1, rows);
        }
    }

    static string Status(RunNode node) => node.Failed ? "error" : node.EndedAt is null ? "running" : "ok";

    // The first of a name keeps it; a number that is taken already, by a step of that very name, is passed over.
    static IEnumerable<string> Unique(IEnumerable<string> labels)
    {
        var all = labels.ToList();
        var taken = new HashSet<string>(all);
        var seen = new Dictionary<string, int>();
        foreach (var label in all)
        {
            if (!seen.TryGetValue(label, out var count))
            {
                seen[label] = 0;
                yield return label;
                continue;
            }
            string numbered;
            do numbered = $"{label} #{++count}";
            while (!taken.Add(numbered));
            seen[label] = count;
            yield return numbered;
        }
    }

    static string Duration(double milliseconds) => milliseconds switch
    {
        < 0.5 => "<0.5 ms",
        < 1000 => Math.Round(milliseconds).ToString("F0", CultureInfo.InvariantCulture) + " ms",
        _ => (milliseconds / 1000).ToString("F1", CultureInfo.InvariantCulture) + " s",
    };
}
